import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import type { MemoRecord } from "../../src/model/record.ts";
import { paperOf } from "../../src/oparl/paper.ts";
import { fixtureCases, fixtureFile } from "../tools/print/fixtures.ts";

const BASE = "https://ris.example.org/oparl/";

function json(path: URL | string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** Written down from the specification by hand (see test/README.md): no server is asked. */
const ajv = new Ajv({
  formats: { uri: (text) => URL.canParse(text), date: /^\d{4}-\d\d-\d\d$/, "date-time": /^\d{4}-\d\d-\d\dT/ },
});
ajv.addSchema(json(new URL("./schema/File.json", import.meta.url)) as object);
const isPaper = ajv.compile(json(new URL("./schema/Paper.json", import.meta.url)) as object);

/** The records of a fixture as a text; an invoice gives none. */
function recordsOf(name: string): MemoRecord[] {
  const path = fixtureFile(name, "memo.txt.expected.json");
  const expected = existsSync(path) ? json(path) : [];
  return Array.isArray(expected) ? expected : [];
}

const records = fixtureCases().flatMap(recordsOf);

function recordWith(changes: {
  memo?: Partial<MemoRecord["memo"]>;
  source?: Partial<MemoRecord["source"]>;
}): MemoRecord {
  const [first] = records;
  if (first === undefined) throw new Error("There are no fixtures.");
  return { ...first, memo: { ...first.memo, ...changes.memo }, source: { ...first.source, ...changes.source } };
}

describe("a record as an OParl Paper", () => {
  it("fits OParl's schema, for every fixture", () => {
    expect(records.length).toBeGreaterThan(10);
    for (const record of records) {
      expect(isPaper(paperOf(record, BASE)), ajv.errorsText(isPaper.errors)).toBe(true);
    }
  });

  it("is held by a schema that refuses unknown properties, null, and a File without its URL", () => {
    const paper = paperOf(recordWith({}), BASE);
    expect(isPaper({ ...paper, record: 1 })).toBe(false);
    expect(isPaper({ ...paper, date: null })).toBe(false);
    expect(isPaper({ ...paper, mainFile: { ...paper.mainFile, accessUrl: undefined } })).toBe(false);
  });

  it("says what the memo says", () => {
    const { memo, source } = recordWith({});
    expect(paperOf(recordWith({}), BASE)).toMatchObject({
      name: memo.subject,
      reference: memo.fileReference,
      date: memo.date,
      paperType: memo.kind,
      mainFile: { fileName: source.file, mimeType: source.mediaType, size: source.bytes },
    });
  });

  it("leaves out what the memo does not say", () => {
    const paper = paperOf(recordWith({ memo: { subject: null, date: null, fileReference: null } }), BASE);
    expect(Object.keys(paper)).toEqual(["id", "type", "paperType", "mainFile", "hausmitteilung:record"]);
  });

  it("calls a memo of no special kind a Hausmitteilung", () => {
    expect(paperOf(recordWith({ memo: { kind: "Sonstiges" } }), BASE).paperType).toBe("Hausmitteilung");
  });

  it("keeps the record whole", () => {
    for (const record of records) expect(paperOf(record, BASE)["hausmitteilung:record"]).toEqual(record);
  });

  it("gives two memos of a file papers of their own, and one file", () => {
    const [one, two] = [1, 3].map((first) =>
      paperOf(recordWith({ source: { pages: { first, last: first + 1, of: 4, annex: [] } } }), BASE),
    );
    expect(one?.id).not.toBe(two?.id);
    expect(one?.mainFile.id).toBe(two?.mainFile.id);
  });
});
