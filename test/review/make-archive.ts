import { readFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ArchivePaths, type MemoKey } from "../../src/archive/paths.ts";
import { writeRecords } from "../../src/archive/records.ts";
import { writeSource } from "../../src/archive/sources.ts";
import { type MemoRecord, recordSchema } from "../../src/model/record.ts";

const FIXTURES = new URL("../../fixtures/", import.meta.url);

/** A file of the fixtures whose records are known from its golden file: "rechnung/scan.pdf". */
export interface KnownInput {
  readonly path: string;
  readonly records: readonly MemoRecord[];
}

export function knownInput(name: string): KnownInput {
  const golden: unknown = JSON.parse(readFileSync(new URL(`${name}.expected.json`, FIXTURES), "utf8"));
  return { path: fileURLToPath(new URL(name, FIXTURES)), records: recordSchema.array().parse(golden) };
}

/** An archive as `batch` would write it, without reading any page. */
export async function makeArchive(inputs: readonly KnownInput[]): Promise<ArchivePaths> {
  const paths = new ArchivePaths(await mkdtemp(join(tmpdir(), "archive-")));
  for (const { path, records } of inputs) {
    const [first] = records;
    if (first === undefined) continue;
    const { sha256, bytes } = first.source;
    await writeRecords(paths, sha256, records);
    await writeSource(paths, {
      sha256,
      bytes,
      names: [path],
      pipelineVersion: "test",
      outcome: { records: records.length },
    });
  }
  return paths;
}

/** The key of the first memo of an input. */
export function keyOf({ records }: KnownInput): MemoKey {
  return { sha256: records[0]?.source.sha256 ?? "", memo: records.length === 1 ? null : 1 };
}
