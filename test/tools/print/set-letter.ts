import { setBody } from "./body.ts";
import { pageMarks, setAnnex, setFoot } from "./foot.ts";
import { setHead } from "./head.ts";
import type { Letter, OtherPaper } from "./letter.ts";
import { Flow, type Measure, PAGE, type Piece } from "./page.ts";

/** Sets a letter: every line with its place on its page, in printed order. */
export function setLetter(letter: Letter, measure: Measure): Piece[] {
  const head = setHead(letter);
  const flow = new Flow(head.bottom);
  setBody(flow, letter, measure);
  setFoot(flow, letter, measure);
  const marks = pageMarks(letter, flow.page);
  setAnnex(flow, letter);
  return [...head.pieces, ...flow.pieces, ...marks];
}

/** Sets some other document; an empty line leaves a gap. */
export function setOtherPaper({ lines }: OtherPaper): Piece[] {
  const plain = { part: "body", face: "regular", size: 10 } as const;
  const flow = new Flow(PAGE.top);
  for (const cells of lines) {
    if (cells.length === 0) flow.space(12);
    else flow.row(cells.map((cell, at) => ({ ...plain, ...cell, ending: at === cells.length - 1 ? "end" : "cell" })));
  }
  return flow.pieces;
}
