import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Page } from "../../../src/model/page.ts";
import type { Memo } from "../../../src/model/record.ts";
import { pagesOfPlainText } from "../../../src/text/read-text.ts";
import { TABLED_FORMS } from "../../structure/data/forms.ts";
import { type ExpectedItem, letterOf } from "../../structure/letter.ts";
import { wrapped } from "../../structure/wrapped.ts";

/** A letter of the project's own: always fitted on, never part of a figure. */
export interface OwnLetter {
  readonly id: string;
  readonly pages: readonly Page[];
  readonly memo: Memo;
}

const FIXTURES = new URL("../../../fixtures/", import.meta.url);

/** The fixtures' texts and recorded scans, and the table of forms in several widths. */
export function ownLetters(): OwnLetter[] {
  return [...fixtureLetters(), ...formLetters()];
}

function fixtureLetters(): OwnLetter[] {
  return readdirSync(FIXTURES).flatMap((name) => {
    const folder = new URL(`${name}/`, FIXTURES);
    const truth = new URL("truth.json", folder);
    if (!existsSync(truth)) return [];
    // Not the golden records: they hold what the last weights made of the letter, faults among it.
    const { memo } = JSON.parse(readFileSync(truth, "utf8")) as { memo: Memo };
    const text = new URL("memo.txt", folder);
    const recorded = new URL("pages.json", folder);
    return [
      ...(existsSync(text)
        ? [{ id: `${name}/memo.txt`, pages: pagesOfPlainText(readFileSync(text, "utf8")), memo }]
        : []),
      ...(existsSync(recorded)
        ? [
            {
              id: `${name}/scan.pdf`,
              pages: (JSON.parse(readFileSync(recorded, "utf8")) as { pages: Page[] }).pages,
              memo,
            },
          ]
        : []),
    ];
  });
}

/** What the head, introduction and tail around a form's body say. */
const AROUND: Omit<Memo, "items"> = {
  kind: "Beschlusskontrolle",
  confidential: false,
  authority: "Landeshauptstadt Dresden",
  office: "Geschäftsbereich Umwelt und Kommunalwirtschaft",
  recipient: "An alle Fraktionen sowie Stadträtinnen/Stadträte des Stadtrates der Landeshauptstadt Dresden",
  fileReference: "(GB 7) 86.20",
  date: "2018-05-14",
  references: [{ paper: "V1234/17", meeting: "SR/041/2017" }],
  subject: "Grünkonzept für den Stadtteil Pieschen",
  salutation: "Sehr geehrte Damen und Herren,",
  introduction: "folgende abschließende Information kann zu oben genanntem Beschluss gegeben werden:",
  reportStatus: "final",
  nextReview: null,
  closing: "Mit freundlichen Grüßen",
  signatures: [{ name: "Eva Jähnigen", role: "Beigeordnete für Umwelt und Kommunalwirtschaft", capacity: "signed" }],
  attachments: [],
};

const WIDTHS = [64, 92];

function formLetters(): OwnLetter[] {
  return TABLED_FORMS.map(({ name, paragraphs, items }, index) => {
    const memo: Memo = { ...AROUND, items: items.map(itemOf) };
    const width = WIDTHS[index % WIDTHS.length] as number;
    const body = paragraphs.map((paragraph) => wrapped(paragraph, width)).join(index % 3 === 0 ? "\n\n" : "\n");
    return { id: `form ${name}`, pages: pagesOfPlainText(letterOf(body)), memo };
  });
}

function itemOf({ leadIn, clauses, response }: ExpectedItem): Memo["items"][number] {
  const lines = (text: string): string => text.replaceAll(" / ", "\n");
  return {
    leadIn: leadIn === undefined ? null : lines(leadIn),
    clauses: clauses.map(([number, text]) => ({ number, text: lines(text) })),
    response: response === null ? null : lines(response),
    fulfilment: null,
  };
}
