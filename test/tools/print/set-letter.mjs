// @ts-check
import { setBody } from "./body.mjs";
import { measureIn } from "./draw-pdf.mjs";
import { pageMarks, setAnnex, setFoot } from "./foot.mjs";
import { setHead } from "./head.mjs";
import { Flow } from "./page.mjs";

/**
 * Sets a letter: every line with its place on its page, in printed order.
 * @param {import("./letter.mjs").Letter} letter
 * @returns {import("./page.mjs").Piece[]}
 */
export function setLetter(letter) {
  const measure = measureIn(letter.print.font);
  const head = setHead(letter);
  const flow = new Flow(head.bottom);
  setBody(flow, letter, measure);
  setFoot(flow, letter, measure);
  const marks = pageMarks(letter, flow.page);
  setAnnex(flow, letter);
  return [...head.pieces, ...flow.pieces, ...marks];
}
