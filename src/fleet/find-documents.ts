import { sep } from "node:path";
import { findFiles } from "../archive/find-files.ts";
import { MemoError } from "../model/failure.ts";
import { inOrder } from "../workers/in-order.ts";
import { type HashedInput, hashInput } from "../workers/read-input.ts";
import type { FoundDocument } from "./add-documents.ts";
import { bucketOf, isS3, nameOf } from "./locations.ts";
import type { S3Objects } from "./s3.ts";

/** A file that could not be read, and why. */
export interface UnreadableFile extends Pick<FoundDocument, "location" | "name"> {
  readonly error: MemoError;
}

/** Files read at once: shares and object stores answer slowly, but many at a time. */
const READ_AT_ONCE = 16;

/** Thrown for a place in S3 in which there is nothing: a mistyped name looks like that, for there are no folders. */
export class NothingFound extends Error {
  override readonly name = "NothingFound";
}

/**
 * All files below some places, hashed, in an order that does not depend on who lists them.
 * @param base the folder that all workers have mounted, as the user named it; null where each place is one
 * @throws NothingFound, PlaceUnusable before any file is given; PlaceUnusable also later
 */
export async function* findDocuments(
  places: readonly string[],
  s3: () => Promise<S3Objects>,
  maxBytes: number,
  base: string | null = null,
): AsyncGenerator<FoundDocument | UnreadableFile> {
  const listed: string[] = [];
  for (const place of places.filter(isS3)) {
    const before = listed.length;
    for await (const url of (await s3()).list(place)) listed.push(url);
    if (listed.length === before) throw new NothingFound(`There is no file in ${JSON.stringify(place)}.`);
  }
  const folders = places.filter((place) => !isS3(place));
  const found = folders.length === 0 ? [] : await findFiles(folders, "");
  yield* inOrder(found, READ_AT_ONCE, ({ path, home, refused }) =>
    hashed(path, isBelow(path, base) ? base : home, async () => {
      if (refused !== null) throw refused;
      return hashInput(path, maxBytes);
    }),
  );
  yield* inOrder(listed, READ_AT_ONCE, (url) =>
    hashed(url, bucketOf(url), async () => (await s3()).hash(url, maxBytes)),
  );
}

function isBelow(path: string, base: string | null): boolean {
  return base !== null && path.startsWith(base.endsWith(sep) ? base : base + sep);
}

async function hashed(
  location: string,
  home: string | null,
  hash: () => Promise<HashedInput>,
): Promise<FoundDocument | UnreadableFile> {
  const name = nameOf(location);
  try {
    return { ...(await hash()), location, name, home };
  } catch (error) {
    if (error instanceof MemoError) return { location, name, error };
    throw error;
  }
}
