// @ts-check
import { breakLines } from "./break-lines.mjs";
import { lineHeight, PAGE, sizeOf } from "./page.mjs";

/**
 * The letter from its closing on: signatures in two columns, attachments, annex, page marks.
 *
 * @typedef {import("./page.mjs").Flow} Flow
 * @typedef {import("./page.mjs").Piece} Piece
 * @typedef {import("./body.mjs").Measure} Measure
 * @typedef {import("./letter.mjs").Letter} Letter
 * @typedef {Letter["memo"]["signatures"][number]} Signature
 */

const COLUMNS = { signed: PAGE.left, noted: 300 };
const COLUMN_WIDTH = 215;
/** Room for the ink above a typed name, in lines. */
const INK = 2.1;

/**
 * @param {Flow} flow
 * @param {Letter} letter
 * @param {Measure} measure
 */
export function setFoot(flow, letter, measure) {
  const { memo, print } = letter;
  const size = sizeOf(print);
  const step = lineHeight(size);
  const noted = memo.signatures.filter((signature) => signature.capacity === "noted");
  const signed = memo.signatures.filter((signature) => signature.capacity !== "noted");
  flow.space(0.5 * step);
  flow.keepTogether((3 + Math.max(signed.length, noted.length) * (INK + 2)) * step);
  if (memo.closing)
    flow.line({ part: "signature", text: memo.closing, x: PAGE.left, size, face: "regular", ending: "end" });
  const top = flow.y;
  const set = { flow, size, measure };
  const signedBottom = setColumn(set, {
    x: COLUMNS.signed,
    title: print.deputy ? "in Vertretung" : null,
    entries: signed,
  });
  flow.y = top;
  const notedBottom = setColumn(set, {
    x: COLUMNS.noted,
    title: noted.length > 0 ? "Kenntnisnahme:" : null,
    entries: noted,
  });
  flow.y = Math.max(signedBottom, notedBottom) + 1.5 * step;
  for (const text of memo.attachments) {
    flow.line({ part: "signature", text, x: PAGE.left, size, face: "regular", ending: "end" });
  }
}

/**
 * @param {{ flow: Flow, size: number, measure: Measure }} set
 * @param {{ x: number, title: string | null, entries: Signature[] }} column
 * @returns {number} the column's bottom
 */
function setColumn({ flow, size, measure }, { x, title, entries }) {
  const step = lineHeight(size);
  /** @param {string} text */
  const line = (text) => flow.line({ part: "signature", text, x, size, face: "regular", ending: "end" });
  flow.y += 0.6 * step;
  if (title) line(title);
  for (const { name, role } of entries) {
    flow.y += (title ? INK - 1 : INK) * step;
    flow.pieces.push({ kind: "scribble", page: flow.page, x: x + 8, y: flow.y });
    if (name) line(name);
    const roleLines = role ? breakLines(role, COLUMN_WIDTH, (text) => measure(text, "regular", size)) : [];
    for (const { text } of roleLines) line(text);
  }
  return flow.y;
}

/**
 * A table on a page of its own, after the letter.
 * @param {Flow} flow
 * @param {Letter} letter
 */
export function setAnnex(flow, { print }) {
  if (!print.annex) return;
  const size = 9;
  flow.openPage();
  flow.line({ part: "annex", text: print.annex.title, x: PAGE.left, size: 12, face: "bold", ending: "end" });
  for (const cells of print.annex.rows) {
    flow.y += 3;
    const y = flow.y;
    const step = (PAGE.right - PAGE.left) / cells.length;
    for (const [at, text] of cells.entries()) {
      flow.y = y;
      const ending = at === cells.length - 1 ? "end" : "cell";
      flow.line({ part: "annex", text, x: PAGE.left + at * step, size, face: "regular", ending });
    }
  }
}

/**
 * @param {Letter} letter
 * @param {number} pages how many the letter has, without its annex
 * @returns {Piece[]} none for a single page
 */
export function pageMarks({ print }, pages) {
  if (pages === 1) return [];
  const dashes = print.pageMark === "dashes";
  const numbers = Array.from({ length: pages }, (_, at) => at + 1).filter((page) => !dashes || page > 1);
  return numbers.map((page) => ({
    kind: "text",
    page,
    part: "mark",
    text: dashes ? `- ${page} -` : `Seite ${page} von ${pages}`,
    x: dashes ? 290 : 492,
    y: dashes ? 36 : 806,
    size: dashes ? sizeOf(print) : 8,
    face: "regular",
    ending: "end",
  }));
}
