import type { Fulfilment } from "./fulfilment.ts";

/** A box, ticked or not, or the degree that is printed beside one. */
const MARK =
  /(?<ticked>[☒☑⊠✓✔✗✘]|\[[xX]\]|\([xX]\))|(?<empty>[☐□▢◻]|\[ ?\]|\( ?\))|(?<!\p{L})(?<label>(?:teilweise |teils |zum teil |noch )?(?:nicht )?(?:erfüllt|umgesetzt|erledigt))(?!\p{L})/giu;

/**
 * The degree whose box is ticked: "☐ erfüllt ☒ nicht erfüllt", boxes before their labels or after them. Null where none
 * or several are ticked; undefined where the text has no boxes beside such words.
 */
export function degreeOfBoxes(text: string): Fulfilment | null | undefined {
  const marks = [...text.matchAll(MARK)].map(({ groups }) => groups as Mark);
  const labels = marks.flatMap(({ label }) => (label === undefined ? [] : [label]));
  const boxes = marks.filter(({ label }) => label === undefined);
  if (boxes.length === 0 || boxes.length !== labels.length) return undefined;
  const areBoxesFirst = marks[0]?.label === undefined;
  const areInTurn = marks.every(({ label }, index) => (label === undefined) === ((index % 2 === 0) === areBoxesFirst));
  const ticked = labels.filter((_, index) => boxes[index]?.ticked !== undefined);
  const [only] = ticked;
  return !areInTurn || labels.length < 2 || only === undefined || ticked.length > 1
    ? null
    : degreeOfLabel(only.toLowerCase());
}

interface Mark {
  readonly ticked?: string;
  readonly label?: string;
}

function degreeOfLabel(label: string): Fulfilment {
  if (/^(?:teil|zum)/u.test(label)) return "partly-fulfilled";
  return label.includes("nicht") ? "not-fulfilled" : "fulfilled";
}
