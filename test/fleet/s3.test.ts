import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findDocuments } from "../../src/fleet/find-documents.ts";
import { withFile } from "../../src/fleet/locations.ts";
import { S3Objects } from "../../src/fleet/s3.ts";
import { hashOf } from "../archive/job-store-contract.ts";

const folder = mkdtempSync(join(tmpdir(), "s3-"));
const MAX_BYTES = 1000;

/** The one key pair that s3rver knows; it checks signatures. */
const ENVIRONMENT = { AWS_ACCESS_KEY_ID: "S3RVER", AWS_SECRET_ACCESS_KEY: "S3RVER", AWS_REGION: "eu-central-1" };

const server = new S3rver({
  port: 0,
  silent: true,
  directory: folder,
  configureBuckets: [{ name: "scans", configs: [] }],
});
let objects: S3Objects;

beforeAll(async () => {
  const { port } = await server.run();
  Object.assign(process.env, ENVIRONMENT, { AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}` });
  objects = new S3Objects();
  const client = new S3Client({ forcePathStyle: true });
  const contents = {
    "2024/b.txt": "two",
    "2024/a #1?.txt": "one",
    "2024/": "",
    "2024-old/c.txt": "old",
    "big.txt": "x".repeat(2000),
  };
  for (const [Key, Body] of Object.entries(contents)) {
    await client.send(new PutObjectCommand({ Bucket: "scans", Key, Body }));
  }
});

afterAll(async () => {
  for (const name of [...Object.keys(ENVIRONMENT), "AWS_ENDPOINT_URL_S3"]) Reflect.deleteProperty(process.env, name);
  await server.close();
  rmSync(folder, { recursive: true });
});

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const s3 = async (): Promise<S3Objects> => objects;

describe("objects of an S3 server", () => {
  it("are found in a folder, and not in one whose name begins alike", async () => {
    expect(await all(objects.list("s3://scans/2024"))).toEqual(["s3://scans/2024/a #1?.txt", "s3://scans/2024/b.txt"]);
    expect(await all(objects.list("s3://scans/2024-old/c.txt"))).toEqual(["s3://scans/2024-old/c.txt"]);
    expect(await all(objects.list("s3://scans"))).toHaveLength(4);
  });

  it("are hashed, beside files of folders; one too large is unreadable", async () => {
    writeFileSync(join(folder, "local.txt"), "one");
    const places = ["s3://scans/2024", "s3://scans/big.txt", join(folder, "local.txt")];
    const found = await all(findDocuments(places, s3, MAX_BYTES));
    expect(found).toMatchObject([
      { location: join(folder, "local.txt"), name: "local.txt", sha256: hashOf("one"), bytes: 3 },
      { location: "s3://scans/2024/a #1?.txt", name: "a #1?.txt", sha256: hashOf("one"), bytes: 3 },
      { location: "s3://scans/2024/b.txt", name: "b.txt", sha256: hashOf("two"), bytes: 3 },
      { location: "s3://scans/big.txt", error: { code: "file-too-large" } },
    ]);
  });

  it("are a file here for as long as somebody works on them", async () => {
    let path = "";
    const text = await withFile("s3://scans/2024/b.txt", s3, MAX_BYTES, async (here) => {
      path = here;
      return readFileSync(here, "utf8");
    });
    expect(text).toBe("two");
    expect(() => readFileSync(path)).toThrow(/ENOENT/u);
  });

  it("that are not there are files not found", async () => {
    await expect(objects.hash("s3://scans/no.txt", MAX_BYTES)).rejects.toMatchObject({ code: "file-not-found" });
  });

  it("in a bucket that is not there, or not to be reached or read, are no failures of theirs", async () => {
    await expect(objects.hash("s3://elsewhere/no.txt", MAX_BYTES)).rejects.toMatchObject({
      name: "PlaceUnusable",
      why: expect.stringMatching(/no such bucket/u),
    });
    await expect(all(objects.list("s3://elsewhere"))).rejects.toMatchObject({ name: "PlaceUnusable" });
    const { AWS_ENDPOINT_URL_S3, AWS_ACCESS_KEY_ID } = process.env;
    Object.assign(process.env, { AWS_ENDPOINT_URL_S3: "http://127.0.0.1:1" });
    const gone = new S3Objects();
    await expect(gone.hash("s3://scans/big.txt", MAX_BYTES)).rejects.toMatchObject({
      name: "PlaceUnusable",
      why: expect.stringMatching(/cannot be reached at .* \(ECONNREFUSED\)/u),
    });
    Object.assign(process.env, { AWS_ENDPOINT_URL_S3, AWS_ACCESS_KEY_ID: "nobody" });
    const stranger = new S3Objects();
    await expect(stranger.hash("s3://scans/2024/b.txt", MAX_BYTES)).rejects.toMatchObject({
      name: "PlaceUnusable",
      why: expect.stringMatching(/keys or rights/u),
    });
    Object.assign(process.env, { AWS_ACCESS_KEY_ID });
  });
});
