import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFiles } from "../../src/archive/find-files.ts";
import { FolderJobStore } from "../../src/archive/folder-job-store.ts";
import { InputQueue } from "../../src/archive/input-queue.ts";
import { listMemosOf } from "../../src/archive/listing.ts";
import { ArchivePaths } from "../../src/archive/paths.ts";
import { readRecord } from "../../src/archive/records.ts";
import { describeJobStore } from "./job-store-contract.ts";

const MAX_BYTES = 1000;

async function openStore(inputs: string, out: string): Promise<FolderJobStore> {
  const queue = new InputQueue(await findFiles([inputs], out), MAX_BYTES);
  const options = { version: "1", redo: false, maxFileBytes: MAX_BYTES };
  return new FolderJobStore(new ArchivePaths(out), queue, options, { onSkipped() {}, onUnreadable() {} });
}

describeJobStore("an archive folder", async (contents) => {
  const folder = mkdtempSync(join(tmpdir(), "folder-store-"));
  const out = join(folder, "out");
  for (const [index, content] of contents.entries()) writeFileSync(join(folder, `${index}.txt`), content);
  const paths = new ArchivePaths(out);
  return {
    store: await openStore(folder, out),
    afterCrash: () => openStore(folder, out),
    async recordsOf(sha256) {
      const records = await Promise.all((await listMemosOf(paths, sha256)).map((key) => readRecord(paths, key)));
      return records.length === 0 ? null : records.filter((record) => record !== null);
    },
    async close() {},
  };
});
