import type { Memo } from "../../../src/model/record.ts";
import { breakLines, type SetLine } from "./break-lines.ts";
import type { Letter } from "./letter.ts";
import { evenCells, type Flow, lineHeight, type Measure, PAGE, type Piece, sizeOf } from "./page.ts";

type Signature = Memo["signatures"][number];
interface Column {
  readonly x: number;
  readonly title: string | null;
  readonly signatures: readonly Signature[];
}

const SIGNED_X = PAGE.left;
const NOTED_X = 300;
const COLUMN_WIDTH = 215;
/** Room for the ink above a typed name, in lines. */
const INK = 2.1;

/** Sets the letter from its closing on: signatures in two columns, attachments. */
export function setFoot(flow: Flow, { memo, print }: Letter, measure: Measure): void {
  const size = sizeOf(print);
  const step = lineHeight(size);
  const plain = { part: "signature", x: PAGE.left, size, face: "regular", ending: "end" } as const;
  const noted = memo.signatures.filter((signature) => signature.capacity === "noted");
  const signed = memo.signatures.filter((signature) => signature.capacity !== "noted");
  flow.space(0.5 * step);
  flow.keepTogether((3 + Math.max(signed.length, noted.length) * (INK + 2)) * step);
  if (memo.closing) flow.line({ ...plain, text: memo.closing });
  const columns: Column[] = [
    { x: SIGNED_X, title: print.deputy ? "in Vertretung" : null, signatures: signed },
    { x: NOTED_X, title: noted.length > 0 ? "Kenntnisnahme:" : null, signatures: noted },
  ];
  const top = flow.y;
  const bottoms = columns.map((column) => {
    flow.y = top;
    setColumn(flow, column, size, measure);
    return flow.y;
  });
  flow.y = Math.max(...bottoms) + 1.5 * step;
  for (const text of memo.attachments) flow.line({ ...plain, text });
}

function setColumn(flow: Flow, { x, title, signatures }: Column, size: number, measure: Measure): void {
  const step = lineHeight(size);
  const line = (set: SetLine, inked = false) => {
    flow.line({ part: "signature", x, size, face: "regular", inked, ...set });
  };
  flow.y += 0.6 * step;
  if (title) line({ text: title, ending: "end" });
  for (const { name, role } of signatures) {
    flow.y += (title ? INK - 1 : INK) * step;
    flow.pieces.push({ kind: "scribble", page: flow.page, x: x + 8, y: flow.y });
    if (name) line({ text: name, ending: "end" }, true);
    const roleLines = role ? breakLines(role, COLUMN_WIDTH, (text) => measure(text, "regular", size)) : [];
    for (const set of roleLines) line(set);
  }
}

/** Sets the letter's annex, a table, on a page of its own. */
export function setAnnex(flow: Flow, { print }: Letter): void {
  if (!print.annex) return;
  flow.openPage();
  flow.line({ part: "annex", text: print.annex.title, x: PAGE.left, size: 12, face: "bold", ending: "end" });
  for (const cells of print.annex.rows) {
    flow.space(3);
    flow.row(evenCells(cells, PAGE.left, { part: "annex", size: 9, face: "regular" }));
  }
}

/**
 * @param pages how many the letter has, without its annex
 * @returns none for a single page; "- 2 -" stands on all pages but the first, "Seite 1 von 2" on all
 */
export function pageMarks({ print }: Letter, pages: number): Piece[] {
  if (pages === 1) return [];
  const numbers = Array.from({ length: pages }, (_, at) => at + 1);
  const plain = { kind: "text", part: "mark", face: "regular", ending: "end" } as const;
  if (print.pageMark === "dashes") {
    const place = { x: 290, y: 36, size: sizeOf(print) };
    return numbers.slice(1).map((page) => ({ ...plain, ...place, page, text: `- ${page} -` }));
  }
  return numbers.map((page) => ({ ...plain, x: 492, y: 806, size: 8, page, text: `Seite ${page} von ${pages}` }));
}
