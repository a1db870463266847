import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import process from "node:process";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { GetObjectCommand, ListObjectsV2Command, S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { MemoError } from "../model/failure.ts";
import type { HashedInput } from "../workers/read-input.ts";
import { parseS3Url } from "./locations.ts";

/**
 * Objects of any S3 API. Where it is and who may read it comes from where the AWS tools take it from: AWS_REGION,
 * AWS_ENDPOINT_URL_S3, AWS_ACCESS_KEY_ID, AWS_PROFILE, the machine's role.
 */
export class S3Objects {
  readonly #client: S3Client;

  constructor() {
    // Servers other than Amazon's rarely have a host name for each bucket.
    const { AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_S3 = AWS_ENDPOINT_URL } = process.env;
    this.#client = new S3Client({ forcePathStyle: AWS_ENDPOINT_URL_S3 !== undefined });
  }

  /**
   * The URLs of all objects in a place, in the order of their keys.
   * @param place s3://bucket, s3://bucket/folder, or an object itself
   */
  async *list(place: string): AsyncGenerator<string> {
    const { bucket, key } = parseS3Url(place.replace(/(?<!\/)\/+$/u, ""));
    const isInside = (found: string): boolean => key === "" || found === key || found.startsWith(`${key}/`);
    let token: string | undefined;
    do {
      const page = await this.#client.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: key, ContinuationToken: token }),
      );
      for (const { Key } of page.Contents ?? []) {
        // Keys that end in a slash are what some tools make for empty folders.
        if (Key !== undefined && isInside(Key) && !Key.endsWith("/")) yield `s3://${bucket}/${Key}`;
      }
      token = page.NextContinuationToken;
    } while (token !== undefined);
  }

  /** @throws MemoError "file-not-found", "file-unreadable", "file-too-large" */
  async hash(url: string, maxBytes: number): Promise<HashedInput> {
    const hash = createHash("sha256");
    let bytes = 0;
    await this.#consume(url, maxBytes, async (body) => {
      for await (const chunk of body) {
        hash.update(chunk as Buffer);
        bytes += (chunk as Buffer).length;
      }
    });
    return { sha256: hash.digest("hex"), bytes };
  }

  /**
   * Writes the bytes of an object into a file.
   * @throws MemoError as `hash`
   */
  download(url: string, path: string, maxBytes: number): Promise<void> {
    return this.#consume(url, maxBytes, (body) => pipeline(body, createWriteStream(path, { mode: 0o600 })));
  }

  async #consume(url: string, maxBytes: number, use: (body: Readable) => Promise<void>): Promise<void> {
    try {
      await use(await this.#read(url, maxBytes));
    } catch (error) {
      throw asFailure(error);
    }
  }

  async #read(url: string, maxBytes: number): Promise<Readable> {
    const { bucket, key } = parseS3Url(url);
    const { Body, ContentLength = 0 } = await this.#client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    if (!(Body instanceof Readable)) throw new MemoError("file-unreadable", "The object has no bytes to be had.");
    if (ContentLength <= maxBytes) return Body;
    Body.destroy();
    throw new MemoError("file-too-large");
  }
}

function asFailure(error: unknown): unknown {
  if (error instanceof MemoError) return error;
  const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
  if (status === 404) return new MemoError("file-not-found", undefined, { cause: error });
  const reason = error instanceof Error ? error.name : "unknown";
  return new MemoError("file-unreadable", `The object cannot be read (${reason}).`, { cause: error });
}
