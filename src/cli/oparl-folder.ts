import { rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { listMemos, namesIn } from "../archive/listing.ts";
import type { ArchivePaths } from "../archive/paths.ts";
import { readJson } from "../archive/read-json.ts";
import { readRecord } from "../archive/records.ts";
import { readSource } from "../archive/sources.ts";
import { writeFileAtomically } from "../archive/write-file-atomically.ts";
import { prettyJson } from "../model/pretty-json.ts";
import type { MemoRecord } from "../model/record.ts";
import { LIST_PAGE, listPage } from "../oparl/list.ts";
import { type OparlFileFacts, type OparlPaper, paperOf } from "../oparl/paper.ts";
import type { Reporter } from "../report/run-event.ts";
import { type FormatFlags, fileFacts } from "./record-format.ts";

/** What is taken from a Paper of an earlier run, so that no original is read again for it. */
const factsSchema = z.looseObject({
  modified: z.iso.datetime().optional(),
  mainFile: z.looseObject({ sha512Checksum: z.string().optional() }),
});

/**
 * Writes the memos of an archive as OParl Papers, where that is asked for: `oparl/paper/<id>.json` for each, and the
 * pages of their list as an endpoint serves it, `oparl/papers/<page>.json`. What an earlier run wrote and this one
 * does not is removed.
 */
export async function writeOparl(paths: ArchivePaths, flags: FormatFlags, report: Reporter): Promise<void> {
  if (flags.format !== "oparl") return;
  const folder = join(paths.root, "oparl");
  const papers: string[] = [];
  for await (const key of listMemos(paths)) {
    const record = await readRecord(paths, key);
    if (record === null) continue;
    const name = `${record.source.sha256}-${record.source.pages.first}.json`;
    const facts = await factsOf(paths, record, join(folder, "paper", name));
    const paper = paperOf(record, flags.oparlBase, { ...facts, confidential: flags.oparlConfidential === true });
    if (paper === null) report({ event: "record-withheld", source: record.source.file, why: "confidential" });
    else {
      await writeFileAtomically(join(folder, "paper", name), prettyJson(paper));
      papers.push(name);
    }
  }
  await removeOthers(join(folder, "paper"), new Set(papers));
  await writeList(folder, papers, flags.oparlBase);
}

async function factsOf(paths: ArchivePaths, { source }: MemoRecord, path: string): Promise<OparlFileFacts> {
  const earlier = await readJson(path, factsSchema).catch(() => null);
  const sha512 = earlier?.mainFile.sha512Checksum;
  if (sha512 !== undefined && earlier?.modified !== undefined) return { sha512, modified: new Date(earlier.modified) };
  for (const name of (await readSource(paths, source.sha256))?.names ?? []) {
    const facts = await fileFacts(name, source.sha256);
    if (facts.sha512 !== undefined) return facts;
  }
  return {};
}

async function writeList(folder: string, papers: readonly string[], base: string): Promise<void> {
  const pages = Math.max(1, Math.ceil(papers.length / LIST_PAGE));
  const names = Array.from({ length: pages }, (_, index) => `${index + 1}.json`);
  for (const [index, name] of names.entries()) {
    const data: OparlPaper[] = [];
    for (const paper of papers.slice(index * LIST_PAGE, (index + 1) * LIST_PAGE)) {
      const value = await readJson(join(folder, "paper", paper), z.custom<OparlPaper>());
      if (value !== null) data.push(value);
    }
    const list = listPage(data, { page: index + 1, total: papers.length }, `${base}papers`);
    await writeFileAtomically(join(folder, "papers", name), prettyJson(list));
  }
  await removeOthers(join(folder, "papers"), new Set(names));
}

async function removeOthers(folder: string, kept: ReadonlySet<string>): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (!kept.has(name)) await rm(join(folder, name), { force: true });
  }
}
