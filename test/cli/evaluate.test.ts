import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type EvaluateFlags, evaluateFolders } from "../../src/cli/evaluate.ts";
import { caseFolder, fakeReader } from "../check/cases.ts";
import { MEMO, recordOf } from "../evaluate/memos.ts";
import { bufferShell } from "./buffer-shell.ts";

const FLAGS: EvaluateFlags = { format: "json", limits: {} };
const TRUTHS = { "eins.json": { memo: MEMO }, "zwei/truth.json": { memo: { subject: "Bänke" } }, "zwei/scan.pdf": "x" };

async function ran(
  truths: string,
  records: string,
  flags: Partial<EvaluateFlags> = {},
): Promise<{ code: number; out: string; err: string }> {
  const shell = bufferShell();
  const code = await evaluateFolders(truths, records, { ...FLAGS, ...flags }, shell, fakeReader);
  return { code, out: shell.out(), err: shell.err() };
}

describe("evaluate", () => {
  it("scores <id>.json against <id>.json and <id>/truth.json, and takes a missing record for all wrong", async () => {
    const { code, out } = await ran(caseFolder(TRUTHS), caseFolder({ "eins.json": recordOf(MEMO) }));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      scores: { memos: 2, missing: 1, fields: { right: 17, of: 18 }, pairs: { right: 2, of: 2 } },
      groups: [{ name: "no record" }, { name: "ocr", scores: { fieldAccuracy: 100 } }],
      worst: [{ name: "zwei", group: "no record" }],
    });
  });

  it("tells the records of several folders apart", async () => {
    const truths = caseFolder({ "eins.json": { memo: MEMO } });
    const records = caseFolder({
      "s1/eins.json": recordOf(MEMO),
      "s3/eins.json": recordOf({ ...MEMO, date: "2019-05-11" }),
    });
    const { out } = await ran(truths, records, { format: "table" });
    expect(
      out,
    ).toBe(`     memos  CER %  WER %  fields %  pair F1 %  fulfilment  dates right/wrong/withheld  calibration error %
s1       1   0.00   0.00    100.00     100.00      2 of 2                  1/0/0 of 1                    –
s3       1   0.00   0.00     94.12     100.00      2 of 2                  0/1/0 of 1                    –
all      2   0.00   0.00     97.06     100.00      4 of 4                  1/1/0 of 2                    –
`);
  });

  it("names a record that cannot be read, and counts it as missing", async () => {
    const records = caseFolder({ "eins.json": { ...recordOf(MEMO), status: "fine" } });
    const { out, err } = await ran(caseFolder({ "eins.json": { memo: MEMO } }), records);
    expect(JSON.parse(out).scores).toMatchObject({ missing: 1, fieldAccuracy: 0 });
    expect(err).toMatch(/eins\.json: \/status: Invalid option/);
  });

  it("exits with 6 where a gate is not met", async () => {
    const [truths, records] = [
      caseFolder({ "eins.json": { memo: MEMO } }),
      caseFolder({ "eins.json": recordOf(MEMO) }),
    ];
    expect((await ran(truths, records, { limits: { "max-cer": 0, "min-pair-f1": 100 } })).code).toBe(0);
    expect((await ran(truths, caseFolder({}), { limits: { "min-pair-f1": 1 } })).code).toBe(6);
  });

  it.each([
    ["no folder of truths", "/no/such/folder", "."],
    ["no truths", caseFolder({}), "."],
    ["an invalid truth", caseFolder({ "a.json": { memo: { date: "x" } } }), "."],
    ["no folder of records", caseFolder(TRUTHS), "/no/such/folder"],
  ])("is wrong use with %s", async (_, truths, records) => {
    await expect(ran(truths, records)).rejects.toMatchObject({ name: "WrongUse" });
  });

  describe("as a page", () => {
    const sha256 = createHash("sha256").update("x").digest("hex");
    const record = recordOf(MEMO);
    const scanned = { ...record, source: { ...record.source, sha256 } };

    it("shows the page of a source that lies beside the truth and is the one read", async () => {
      const { out } = await ran(caseFolder(TRUTHS), caseFolder({ "zwei.json": scanned }), { format: "html" });
      expect(out).toContain('<img src="data:image/jpeg;base64,');
      const changed = await ran(caseFolder({ ...TRUTHS, "zwei/scan.pdf": "y" }), caseFolder({ "zwei.json": scanned }), {
        format: "html",
      });
      expect(changed.out).not.toContain("<img");
    });

    it("takes the folder of sources that is named instead", async () => {
      const flags = { format: "html", sources: caseFolder({ "scan.pdf": "x" }) } as const;
      const { out } = await ran(
        caseFolder({ "eins.json": { memo: { subject: "x" } } }),
        caseFolder({ "eins.json": scanned }),
        flags,
      );
      expect(out).toContain("<img");
    });

    it("follows no path that a record names", async () => {
      const sneaky = { ...scanned, source: { ...scanned.source, file: "../zwei/scan.pdf" } };
      const { out } = await ran(caseFolder(TRUTHS), caseFolder({ "zwei.json": sneaky }), { format: "html" });
      expect(out).not.toContain("<img");
    });
  });
});
