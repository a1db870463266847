import { readFile } from "node:fs/promises";
import process from "node:process";
import {
  type Clause,
  type Correction,
  createParser,
  type Diagnostic,
  type DiagnosticCode,
  type Evidence,
  type Item,
  type Memo,
  MemoError,
  type MemoRecord,
  parseFiles,
  parseMemo,
  recordJsonSchema,
  recordSchema,
  repairText,
} from "hausmitteilung";

// Everything that the package exports for a program that is a module, with its types in use.
const [file = "", invoice = ""] = process.argv.slice(2);
const bytes = await readFile(file);

const reasons = { "date-missing": "no date", "date-uncertain": "two dates" } satisfies Partial<
  Record<DiagnosticCode, string>
>;

function summary(record: MemoRecord): string {
  const memo: Memo = record.memo;
  const [item]: readonly Item[] = memo.items;
  const [clause]: readonly Clause[] = item?.clauses ?? [];
  const evidence: Evidence | undefined = record.evidence["/memo/date"];
  const corrections: readonly Correction[] = record.corrections;
  const dated = record.diagnostics.filter(({ code }: Diagnostic) => code in reasons);
  return [memo.date, clause?.number, evidence?.confidence !== undefined, corrections.length > 0, dated.length].join(
    " ",
  );
}

await using parser = createParser({ jobs: 1, words: ["Chmelnyzkyj"], limits: { pages: 10 } });
for (const record of await parser.parse(file)) console.log("parse", summary(recordSchema.parse(record)));
for await (const outcome of parser.parseMany([bytes, new Blob([bytes])], { order: "completion" })) {
  console.log("parseMany", "records" in outcome ? outcome.records.length : outcome.failure.code);
}

const records = await Promise.all(Array.from({ length: 20 }, () => parseMemo("memo.txt", bytes)));
console.log("parseMemo", new Set(records.map((one) => JSON.stringify(one))).size);

for await (const { source } of parseFiles([file])) console.log("parseFiles", source === file);

try {
  await parseMemo("invoice.txt", await readFile(invoice));
} catch (error) {
  if (!(error instanceof MemoError)) throw error;
  console.log("MemoError", error.code);
}

console.log("repairText", (await repairText("mit-\ngeteilt")).text);
console.log("schema", recordJsonSchema().$id);
