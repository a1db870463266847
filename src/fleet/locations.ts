import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { diskTrouble } from "./disk-trouble.ts";
import type { S3Objects } from "./s3.ts";

/** Where documents are: a file's absolute path, or s3://bucket/key. */
export function isS3(location: string): boolean {
  return location.startsWith("s3://");
}

/** A bucket and the key in it, which is no URL path: "#", "?" and "%" stand for themselves. */
export function parseS3Url(url: string): { readonly bucket: string; readonly key: string } {
  const [bucket = "", ...key] = url.slice("s3://".length).split("/");
  return { bucket, key: key.join("/") };
}

/** The bucket of an object: "s3://bucket". */
export function bucketOf(url: string): string {
  return `s3://${parseS3Url(url).bucket}`;
}

/**
 * A place as the user named it, seen from a base that is a folder or an s3:// prefix.
 * @param base the working folder where the user gave none
 */
export function locate(place: string, base: string): string {
  if (isS3(place)) return place;
  if (!isS3(base)) return resolve(base, place);
  return place === "" ? base : `${base.replace(/(?<!\/)\/+$/u, "")}/${place.replace(/^(?:\.?\/)+/u, "")}`;
}

/** The last part of a location. */
export function nameOf(location: string): string {
  return basename(isS3(location) ? parseS3Url(location).key : location);
}

/**
 * Gives some work a document's file; what is elsewhere is here only for as long as the work takes.
 * @throws MemoError, PlaceUnusable where the file cannot be had; what the work throws
 */
export async function withFile<T>(
  location: string,
  s3: () => Promise<S3Objects>,
  maxBytes: number,
  work: (path: string) => Promise<T>,
): Promise<T> {
  if (!isS3(location)) return work(location);
  const folder = await mkdtemp(join(tmpdir(), "hausmitteilung-")).catch((error: unknown) => {
    throw diskTrouble(error) ?? error;
  });
  try {
    const path = join(folder, "object");
    await (await s3()).download(location, path, maxBytes);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
