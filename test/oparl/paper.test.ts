import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import type { MemoRecord } from "../../src/model/record.ts";
import { LIST_PAGE, listPage } from "../../src/oparl/list.ts";
import { type OparlPaper, paperId, paperOf } from "../../src/oparl/paper.ts";
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
const isList = ajv.compile(json(new URL("./schema/List.json", import.meta.url)) as object);

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

/** The Paper of a record that is not confidential, or is asked for. */
function givenPaper(...args: Parameters<typeof paperOf>): OparlPaper {
  const paper = paperOf(...args);
  if (paper === null) throw new Error("There is no Paper.");
  return paper;
}

const SHA_512 = "ab".repeat(64);
const TIMES = { created: new Date("2020-10-14T08:00:00Z"), modified: new Date("2020-10-15T09:30:00Z") };

describe("a record as an OParl Paper", () => {
  it("fits OParl's schema, for every fixture", () => {
    expect(records.length).toBeGreaterThan(10);
    for (const record of records) {
      const paper = givenPaper(record, BASE, { ...TIMES, sha512: SHA_512, confidential: true });
      expect(isPaper(paper), ajv.errorsText(isPaper.errors)).toBe(true);
    }
  });

  it("is held by a schema that refuses unknown properties, null, and a File without its URL", () => {
    const paper = givenPaper(recordWith({}), BASE);
    expect(isPaper({ ...paper, record: 1 })).toBe(false);
    expect(isPaper({ ...paper, date: null })).toBe(false);
    expect(isPaper({ ...paper, relatedPaper: "V0418/20" })).toBe(false);
    expect(isPaper({ ...paper, mainFile: { ...paper.mainFile, accessUrl: undefined } })).toBe(false);
  });

  it("says what the memo says, its file reference as the vendor's", () => {
    const { memo, source } = recordWith({});
    expect(givenPaper(recordWith({}), BASE)).toMatchObject({
      name: memo.subject,
      "hausmitteilung:fileReference": memo.fileReference,
      date: memo.date,
      mainFile: { fileName: source.file, mimeType: source.mediaType, size: source.bytes },
    });
  });

  it("is referenced by the papers it reports on and its date, which no other memo has", () => {
    const references = [
      { paper: "V0418/20", meeting: null },
      { paper: "A0007/20", meeting: "SR/012/2020" },
    ];
    const paper = givenPaper(recordWith({ memo: { references, date: "2020-10-14" } }), BASE);
    expect(paper.reference).toBe("V0418/20, A0007/20 (2020-10-14)");
    expect(paper.relatedPaper).toEqual([`${BASE}paper/V0418-20`, `${BASE}paper/A0007-20`]);
    expect(paperId("AF 12/3 ä", BASE)).toBe(`${BASE}paper/AF%2012-3%20%C3%A4`);
  });

  it("leaves out what the memo does not say", () => {
    const nothing = { subject: null, date: null, fileReference: null, references: [] };
    const paper = givenPaper(recordWith({ memo: nothing }), BASE);
    expect(Object.keys(paper)).toEqual(["id", "type", "paperType", "mainFile", "hausmitteilung:record"]);
  });

  it.each([
    ["Beschlusskontrolle", "Beschlusskontrolle"],
    ["Anfrage", "Beantwortung einer Anfrage"],
    ["Vorschlag", "Stellungnahme zu einem Vorschlag"],
    ["Stellungnahme", "Stellungnahme"],
    ["Sonstiges", "Hausmitteilung"],
  ] as const)("calls a memo of the kind %s %s", (kind, paperType) => {
    expect(givenPaper(recordWith({ memo: { kind } }), BASE).paperType).toBe(paperType);
  });

  it("is none of a confidential memo, unless those are asked for", () => {
    const confidential = recordWith({ memo: { confidential: true } });
    expect(paperOf(confidential, BASE)).toBeNull();
    expect(paperOf(confidential, BASE, { confidential: true })).not.toBeNull();
  });

  it("has the file's checksum and times where the caller knows them", () => {
    const times = { created: "2020-10-14T08:00:00.000Z", modified: "2020-10-15T09:30:00.000Z" };
    expect(givenPaper(recordWith({}), BASE, { ...TIMES, sha512: SHA_512 })).toMatchObject({
      ...times,
      mainFile: { ...times, sha512Checksum: SHA_512 },
    });
  });

  it("gives the text of a file that holds one memo: every clause and response, in their order", () => {
    for (const record of records) {
      const { text } = givenPaper(record, BASE, { confidential: true }).mainFile;
      const isAlone = record.source.pages.first === 1 && record.source.pages.last === record.source.pages.of;
      expect(text !== undefined).toBe(isAlone);
      if (text === undefined) continue;
      let from = 0;
      for (const part of record.memo.items.flatMap((item) => [
        ...item.clauses.map((clause) => clause.text),
        item.response,
      ])) {
        if (part === null) continue;
        from = text.indexOf(part, from) + part.length;
        expect(from).toBeGreaterThanOrEqual(part.length);
      }
    }
  });

  it("keeps the record whole", () => {
    for (const record of records) {
      expect(givenPaper(record, BASE, { confidential: true })["hausmitteilung:record"]).toEqual(record);
    }
  });

  it("gives two memos of a file papers of their own, and one file", () => {
    const [one, two] = [1, 3].map((first) =>
      givenPaper(recordWith({ source: { pages: { first, last: first + 1, of: 4, annex: [] } } }), BASE),
    );
    expect(one?.id).not.toBe(two?.id);
    expect(one?.mainFile).toEqual(two?.mainFile);
  });
});

describe("a page of an OParl list", () => {
  it.each([
    [1, 0, ["first", "self", "last"]],
    [1, LIST_PAGE, ["first", "self", "last"]],
    [1, LIST_PAGE + 1, ["first", "self", "next", "last"]],
    [2, 3 * LIST_PAGE, ["first", "prev", "self", "next", "last"]],
    [3, 3 * LIST_PAGE, ["first", "prev", "self", "last"]],
  ])("%i of %i objects fits the specification, and leads on", (page, total, links) => {
    const list = listPage([givenPaper(recordWith({}), BASE)], { page, total }, `${BASE}papers`);
    expect(isList(list), ajv.errorsText(isList.errors)).toBe(true);
    expect(Object.keys(list.links)).toEqual(links);
  });
});
