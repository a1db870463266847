import { describe, expect, it } from "vitest";
import { findDocuments } from "../../src/fleet/find-documents.ts";
import type { S3Objects } from "../../src/fleet/s3.ts";

const KEYS = ["s3://scans/2023/a.pdf", "s3://scans/2024/b.pdf"];

const objects = {
  async *list(place: string) {
    yield* KEYS.filter((key) => key.startsWith(`${place}/`));
  },
  hash: async () => ({ sha256: "0".repeat(64), bytes: 1 }),
} as unknown as S3Objects;

async function locations(...places: string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const { location } of findDocuments(places, async () => objects, 1000)) found.push(location);
  return found;
}

describe("findDocuments", () => {
  it("finds what is in places of S3", async () => {
    expect(await locations("s3://scans/2023", "s3://scans/2024")).toEqual(KEYS);
  });

  it("takes a place with nothing in it for a mistake, before it gives anything", async () => {
    await expect(locations("s3://scans/2023", "s3://scans/2032")).rejects.toMatchObject({
      name: "NothingFound",
      message: 'There is no file in "s3://scans/2032".',
    });
  });
});
