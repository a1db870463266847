import type { Memo } from "../../../src/model/record.ts";
import { setBody } from "../print/body.ts";
import { pageMarks, setFoot } from "../print/foot.ts";
import { setHead } from "../print/head.ts";
import type { FontFamily, Letter, Print } from "../print/letter.ts";
import { Flow, lineHeight, type Measure, type Piece, sizeOf } from "../print/page.ts";
import { pick, type Random, seededRandom } from "../print/random.ts";
import { FULL, setTable, type TableStyle } from "./set-table.ts";
import { inventTable, type TableContent } from "./table-content.ts";

/** A letter whose answer holds a table. */
export interface TableLetter {
  readonly id: string;
  readonly letter: Letter;
  readonly table: TableContent;
  readonly style: TableStyle;
  /** What the answer says before and after the table. */
  readonly before: string;
  readonly after: string;
}

/** The five ways in which the fixtures' letters are set. */
const LAYOUTS: readonly Pick<Print, "font" | "size" | "justified" | "upright" | "pageMark">[] = [
  { font: "Helvetica" },
  { font: "Helvetica", size: 10, justified: true, upright: true },
  { font: "Times", size: 11.5, pageMark: "dashes" },
  { font: "Times", size: 11, justified: true },
  { font: "Helvetica", size: 10, pageMark: "dashes" },
];
const BEFORE = [
  "Die nachfolgende Übersicht zeigt den Stand der Umsetzung an den einzelnen Standorten:",
  "Die Aufwendungen verteilten sich in den zurückliegenden Jahren wie folgt:",
  "Im Ergebnis der Prüfung können folgende Angaben gemacht werden. Die Werte beruhen auf den Meldungen der Fachämter, die jährlich zum Stichtag erhoben werden.",
] as const;
const AFTER = [
  "Die Mittel sind im Haushaltsplan eingeordnet. Weitere Maßnahmen sind derzeit nicht vorgesehen.",
  "Abweichungen gegenüber früheren Angaben ergeben sich aus der Rundung. Der Beschlusspunkt ist damit erfüllt.",
  "Eine weitergehende Aufgliederung liegt der Verwaltung nicht vor.",
] as const;
const QUESTIONS = [
  "Wie hoch waren die Aufwendungen für die genannten Maßnahmen, aufgeschlüsselt nach Jahren?",
  "Welche Standorte wurden geprüft, und mit welchem Ergebnis?",
  "Der Oberbürgermeister wird beauftragt, dem Stadtrat eine Übersicht der Maßnahmen vorzulegen.",
] as const;

/** So many letters with tables of 2 to 7 columns and 2 to 30 rows, ruled, half ruled and not; the same seed, the same letters. */
export function tableLetters(seed: string, count: number): TableLetter[] {
  return Array.from({ length: count }, (_, at) => {
    const random = seededRandom(`${seed} ${at}`);
    const columns = 2 + (at % 6);
    const rows = pick(random, [2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 18, 22, 26, 30]);
    const table = inventTable(random, columns, rows);
    const layout = LAYOUTS[at % LAYOUTS.length] ?? { font: "Helvetica" as FontFamily };
    const style = styleOf(random, at, sizeOf(layout as Print));
    const before = pick(random, BEFORE);
    const after = random() < 0.85 ? pick(random, AFTER) : "";
    const response = [before, table.rows.map((row) => row.join("\t")).join("\n"), after]
      .filter((part) => part !== "")
      .join("\n\n");
    const letter = letterOf(random, at, layout, response);
    return { id: `t${String(at).padStart(2, "0")}`, letter, table, style, before, after };
  });
}

function styleOf(random: Random, at: number, size: number): TableStyle {
  const rules =
    (["all", "head", "none", "all", "level", "none", "all", "upright", "none"] as const)[Math.floor(at / 2) % 9] ??
    "all";
  const narrow = random() < 0.4;
  return {
    rules,
    size: size - Math.floor(random() * 3) * 0.75,
    leading: pick(random, [1.15, 1.25, 1.4]),
    pad: {
      across:
        rules === "none" || rules === "head"
          ? pick(random, [5, 6, 8])
          : rules === "level"
            ? pick(random, [4, 5, 6])
            : pick(random, [2.5, 4, 5.5]),
      down: rules === "none" && narrow ? 1 : pick(random, [2, 2.5, 4]),
    },
    wide: random() < 0.55,
    boldHead: random() < 0.6,
    align: random() < 0.25 && rules === "all" ? "middle" : "top",
    repeatsHead: random() < 0.6,
    thickness: pick(random, [0.4, 0.6, 0.8, 1.2]),
    ...(random() < 0.2 ? { left: FULL.left + 18, width: FULL.width - 18 } : FULL),
  };
}

function letterOf(random: Random, at: number, layout: Pick<Print, "font">, response: string): Letter {
  const isInquiry = at % 2 === 0;
  const number = String(100 + Math.floor(random() * 2800)).padStart(4, "0");
  const year = 12 + Math.floor(random() * 10);
  const question = pick(random, QUESTIONS);
  const memo: Memo = {
    kind: isInquiry ? "Anfrage" : "Beschlusskontrolle",
    confidential: null,
    authority: "Landeshauptstadt Dresden",
    office: "Geschäftsbereich Stadtentwicklung, Bau und Verkehr",
    recipient: "An alle Fraktionen sowie Mitglieder des Stadtrates der Landeshauptstadt Dresden",
    fileReference: `(GB ${1 + Math.floor(random() * 7)}) ${10 + Math.floor(random() * 80)}`,
    date: `20${year + 1}-03-14`,
    references: [{ paper: `${isInquiry ? "AF" : "V"}${number}/${year}`, meeting: null }],
    subject: pick(random, ["Unterhaltung der Anlagen in den Ortsteilen", "Stand der Maßnahmen an Straßen und Wegen"]),
    salutation: "Sehr geehrte Damen und Herren,",
    introduction: isInquiry
      ? "Ihre Anfrage beantworte ich wie folgt:"
      : "folgende Information kann zu oben genanntem Beschluss gegeben werden:",
    reportStatus: null,
    items: [
      { leadIn: null, clauses: [{ number: "1", text: question }], response, fulfilment: null },
      {
        leadIn: null,
        clauses: [{ number: "2", text: "Welche weiteren Schritte sind vorgesehen?" }],
        response: "Weitere Schritte werden nach dem Vorliegen der Ergebnisse festgelegt.",
        fulfilment: null,
      },
    ],
    nextReview: null,
    closing: "Mit freundlichen Grüßen",
    signatures: [{ name: "Konrad Amsel", role: "Beigeordneter für Stadtentwicklung", capacity: "signed" }],
    attachments: [],
  };
  const print: Print = {
    recipient: ["An alle", "Fraktionen sowie Mitglieder des Stadtrates", "der Landeshauptstadt Dresden"],
    office: ["Geschäftsbereich Stadtentwicklung,", "Bau und Verkehr"],
    date: { stamp: `14. MRZ. 20${year + 1}` },
    body: [],
    ...layout,
  };
  return { memo, unscored: ["/memo/reportStatus", "/memo/items/0/fulfilment"], makes: ["memo.pdf"], print };
}

/** Sets a letter with its table, every line and rule with its place. */
export function setTableLetter({ letter, table, style, before, after }: TableLetter, measure: Measure): Piece[] {
  const head = setHead(letter);
  const flow = new Flow(head.bottom);
  const [reference] = letter.memo.references;
  const heading = letter.memo.kind === "Anfrage" ? "Anfrage" : "Beschlusskontrolle zu";
  const body = (entries: Print["body"]): void =>
    setBody(flow, { ...letter, print: { ...letter.print, body: entries } }, measure);
  body([
    { heading: `${heading} ${reference?.paper}` },
    { subject: "{subject}" },
    { plain: "{salutation}" },
    { plain: "{introduction}" },
    { clause: "1. „{0.0}“" },
    { plain: before },
  ]);
  flow.space(0.4 * lineHeight(sizeOf(letter.print)));
  setTable(flow, table, style, measure);
  flow.space(0.3 * lineHeight(sizeOf(letter.print)));
  if (after !== "") body([{ plain: after }]);
  body([{ clause: "2. „{1.0}“" }, { plain: "{1}" }]);
  setFoot(flow, letter, measure);
  return [...head.pieces, ...flow.pieces, ...pageMarks(letter, flow.page)];
}
