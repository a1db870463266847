import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ExpectedItem, itemsOf } from "./letter.ts";

const CLAUSES = [
  "die Wege im Stadtpark bis zum 31. Dezember 2018 zu befestigen",
  "dem Stadtrat im 2. Quartal 2019 über den Stand der Verhandlungen mit dem Freistaat zu berichten",
  "die Förderung des Projektes „Grüne Höfe“ um zwei Jahre zu verlängern",
  "gemeinsam mit den Vereinen ein Konzept für den Sportpark Ost zu erarbeiten und die Kosten darzustellen",
  "zu prüfen, ob die Buslinie 64 (siehe Anlage 1) auch am Wochenende bis zum Bahnhof geführt werden kann",
];
const ANSWERS = [
  "Die Arbeiten wurden im Mai 2018 abgeschlossen. Die Kosten beliefen sich auf etwa 120.000 Euro.",
  "Derzeit laufen die Abstimmungen mit dem Landesamt für Straßenbau. Ein Ergebnis liegt noch nicht vor.",
  "Das Projekt „Grüne Höfe“ wird bis 2020 fortgeführt. Dafür stehen im Haushalt 40.000 Euro bereit.",
  "Ein Gutachten hat ergeben, dass der Ausbau nach § 5 der Satzung möglich ist. Es wurde am 3. April 2018 dem Ausschuss vorgestellt.",
];
const LEAD = "Der Oberbürgermeister wird beauftragt,";

type Form = "number before" | "number inside" | "group" | "group with headings" | "no marks, headings" | "single";

interface Letter {
  form: Form;
  clauses: string[];
  answers: string[];
  hasLead: boolean;
  width: number;
  blanks: number[];
}

const letters: fc.Arbitrary<Letter> = fc.record({
  form: fc.constantFrom<Form>(
    "number before",
    "number inside",
    "group",
    "group with headings",
    "no marks, headings",
    "single",
  ),
  clauses: fc.shuffledSubarray(CLAUSES, { minLength: 2 }),
  answers: fc.array(fc.constantFrom(...ANSWERS), { minLength: 5, maxLength: 5 }),
  hasLead: fc.boolean(),
  width: fc.integer({ min: 60, max: 110 }),
  blanks: fc.array(fc.nat(40), { maxLength: 6 }),
});

/** The paragraphs of a body, and what is to be read from it. */
function written({ form, clauses, answers, hasLead }: Letter): { paragraphs: string[]; items: ExpectedItem[] } {
  const points = clauses.map((clause, index): [string, string] => [String(index + 1), `${clause}.`]);
  const answer = (index: number): string => answers[index] ?? "";
  const lead = hasLead ? { leadIn: LEAD } : {};
  if (form === "single") {
    const text = `${LEAD} ${clauses[0]}.`;
    return { paragraphs: [`„${text}“`, answer(0)], items: [{ clauses: [[null, text]], response: answer(0) }] };
  }
  if (form === "group") {
    const quoted = points.map(([number, text], index) => {
      const opening = index === 0 && !hasLead ? "„" : "";
      return `${opening}${number}. ${text}${index === points.length - 1 ? "“" : ""}`;
    });
    return {
      paragraphs: [...(hasLead ? [`„${LEAD}`] : []), ...quoted, answer(0)],
      items: [{ ...lead, clauses: points, response: answer(0) }],
    };
  }
  const items = points.map(
    (point, index): ExpectedItem => ({
      ...(index === 0 ? lead : {}),
      clauses: [point],
      response: answer(index),
    }),
  );
  if (form === "group with headings" || form === "no marks, headings") {
    const isMarked = form === "group with headings";
    const quoted = points.map(([number, text], index) => {
      const opening = isMarked && index === 0 && !hasLead ? "„" : "";
      return `${opening}${number}. ${text}${isMarked && index === points.length - 1 ? "“" : ""}`;
    });
    const answered = points.flatMap(([number], index) => [`zu ${number}.:`, answer(index)]);
    const lines = hasLead ? [`${isMarked ? "„" : ""}${LEAD}`] : [];
    return { paragraphs: [...(isMarked ? [] : ["Beschluss:"]), ...lines, ...quoted, ...answered], items };
  }
  const isInside = form === "number inside";
  const paragraphs = points.flatMap(([number, text], index) => {
    const isLed = index === 0 && hasLead;
    const opening = isInside ? `${isLed ? "" : "„"}${number}. ` : `${number}. ${isLed ? "" : "„"}`;
    return [...(isLed ? [`„${LEAD}`] : []), `${opening}${text}“`, answer(index)];
  });
  return { paragraphs, items };
}

function wrapped(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Wrapped lines, with blank ones thrown in wherever a scanner likes. */
function typed(paragraphs: string[], { width, blanks }: Letter): string {
  const lines = paragraphs.flatMap((paragraph) => wrapped(paragraph, width));
  for (const at of blanks) lines.splice(at % lines.length, 0, "");
  return lines.join("\n");
}

/** Paragraphs cannot be told for sure in plain text; words can. */
function withoutBreaks(items: ExpectedItem[]): ExpectedItem[] {
  return JSON.parse(JSON.stringify(items).replaceAll("\\n\\n", " ")) as ExpectedItem[];
}

describe("a letter in any form", () => {
  it("is read back as it was written, however it is wrapped", () => {
    fc.assert(
      fc.property(letters, (letter) => {
        const { paragraphs, items } = written(letter);
        expect(withoutBreaks(itemsOf(typed(paragraphs, letter)))).toEqual(items);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
