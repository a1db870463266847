import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { dirname } from "node:path";
import process from "node:process";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { MemoError } from "../model/failure.ts";
import type { HashedInput } from "../workers/read-input.ts";
import { diskTrouble } from "./disk-trouble.ts";
import { bucketOf, parseS3Url } from "./locations.ts";
import { fromS3, isRefusal } from "./s3-errors.ts";

/** Milliseconds for a connection, and for the next bytes of an answer: a server that is silent for longer is away. */
const CONNECT_TIMEOUT_MS = 10_000;
const SILENCE_MS = 60_000;

/** Other objects that are tried before a bucket is taken for closed. */
const NEIGHBOURS = 5;

/**
 * Objects of any S3 API. Where it is and who may read it comes from where the AWS tools take it from: AWS_REGION,
 * AWS_ENDPOINT_URL_S3, AWS_ACCESS_KEY_ID, AWS_PROFILE, the machine's role.
 */
export class S3Objects {
  readonly #client: S3Client;

  constructor() {
    // Servers other than Amazon's rarely have a host name for each bucket.
    const { AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_S3 = AWS_ENDPOINT_URL } = process.env;
    this.#client = new S3Client({
      forcePathStyle: AWS_ENDPOINT_URL_S3 !== undefined,
      requestHandler: { connectionTimeout: CONNECT_TIMEOUT_MS, socketTimeout: SILENCE_MS },
    });
  }

  /**
   * The URLs of all objects in a place, in the order of their keys.
   * @param place s3://bucket, s3://bucket/folder, or an object itself
   * @throws PlaceUnusable
   */
  async *list(place: string): AsyncGenerator<string> {
    const { bucket, key } = parseS3Url(place.replace(/(?<!\/)\/+$/u, ""));
    const isInside = (found: string): boolean => key === "" || found === key || found.startsWith(`${key}/`);
    let token: string | undefined;
    do {
      const page = await this.#listed(bucket, key, token);
      for (const { Key } of page.Contents ?? []) {
        // Keys that end in a slash are what some tools make for empty folders.
        if (Key !== undefined && isInside(Key) && !Key.endsWith("/")) yield `s3://${bucket}/${Key}`;
      }
      token = page.NextContinuationToken;
    } while (token !== undefined);
  }

  async #listed(bucket: string, prefix: string, token: string | undefined) {
    const command = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token });
    return this.#client.send(command).catch((error: unknown) => {
      throw fromS3(error, `s3://${bucket}`);
    });
  }

  /** @throws MemoError "file-not-found", "file-unreadable", "file-too-large"; PlaceUnusable */
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
   * @throws MemoError and PlaceUnusable as `hash`; PlaceUnusable also where the file cannot be written
   */
  download(url: string, path: string, maxBytes: number): Promise<void> {
    return this.#consume(url, maxBytes, (body) => pipeline(body, createWriteStream(path, { mode: 0o600 })));
  }

  async #consume(url: string, maxBytes: number, use: (body: Readable) => Promise<void>): Promise<void> {
    try {
      await use(await this.#read(url, maxBytes));
    } catch (error) {
      if (isRefusal(error) && (await this.#isAnyReadableBeside(url))) {
        throw new MemoError("file-unreadable", "The object may not be read.", { cause: error });
      }
      throw diskTrouble(error) ?? fromS3(error, bucketOf(url));
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

  /** Whether an object is refused while others of its folder are not. */
  async #isAnyReadableBeside(url: string): Promise<boolean> {
    const { bucket, key } = parseS3Url(url);
    const Prefix = key.includes("/") ? `${dirname(key)}/` : "";
    try {
      const { Contents = [] } = await this.#client.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix, MaxKeys: NEIGHBOURS + 1 }),
      );
      for (const { Key } of Contents) if (Key !== key && (await this.#gives(bucket, Key))) return true;
    } catch {
      // Nothing may be listed: then nothing speaks for the bucket.
    }
    return false;
  }

  async #gives(Bucket: string, Key: string | undefined): Promise<boolean> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand({ Bucket, Key, Range: "bytes=0-0" }));
      if (Body instanceof Readable) Body.destroy();
      return true;
    } catch {
      return false;
    }
  }
}
