import { findFiles } from "../archive/find-files.ts";
import { MemoError } from "../model/failure.ts";
import { inOrder } from "../workers/in-order.ts";
import { type HashedInput, hashInput } from "../workers/read-input.ts";
import type { FoundDocument } from "./add-documents.ts";
import { isS3, nameOf } from "./locations.ts";
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
 * @throws NothingFound before any file is given
 */
export async function* findDocuments(
  places: readonly string[],
  s3: () => Promise<S3Objects>,
  maxBytes: number,
): AsyncGenerator<FoundDocument | UnreadableFile> {
  const listed: string[] = [];
  for (const place of places.filter(isS3)) {
    const before = listed.length;
    for await (const url of (await s3()).list(place)) listed.push(url);
    if (listed.length === before) throw new NothingFound(`There is no file in ${JSON.stringify(place)}.`);
  }
  const folders = places.filter((place) => !isS3(place));
  const found = folders.length === 0 ? [] : await findFiles(folders, "");
  yield* inOrder(found, READ_AT_ONCE, ({ path, refused }) =>
    hashed(path, async () => {
      if (refused !== null) throw refused;
      return hashInput(path, maxBytes);
    }),
  );
  yield* inOrder(listed, READ_AT_ONCE, (url) => hashed(url, async () => (await s3()).hash(url, maxBytes)));
}

async function hashed(location: string, hash: () => Promise<HashedInput>): Promise<FoundDocument | UnreadableFile> {
  const name = nameOf(location);
  try {
    return { ...(await hash()), location, name };
  } catch (error) {
    if (error instanceof MemoError) return { location, name, error };
    throw error;
  }
}
