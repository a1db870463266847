// @ts-check
import { breakLines } from "./break-lines.mjs";
import { fill } from "./letter.mjs";
import { lineHeight, PAGE, sizeOf } from "./page.mjs";

/**
 * The letter from its heading to its last answer.
 *
 * @typedef {import("./page.mjs").Flow} Flow
 * @typedef {import("./page.mjs").Face} Face
 * @typedef {(text: string, face: Face, size: number) => number} Measure width in points
 * @typedef {{ size: number, face: Face, indent: number, justified: boolean, measure: Measure }} Setting
 */

/** The marks that open a point and hang before it: "1.", "2. a)", "b)", "zu 3.:" stands alone and is none. */
const HANGING_MARK = /^(\d{1,2}\.(?: [a-z]\))?|[a-z]\)|[•–-]) (?=\S)/u;
const HANG = 24;
const QUOTE_INDENT = 18;

/** @type {Record<import("./letter.mjs").Style, { face: Face, indent: number, gap: number, hangs: boolean }>} */
const STYLES = {
  heading: { face: "bold", indent: 0, gap: 0, hangs: false },
  subject: { face: "regular", indent: 0, gap: 0, hangs: false },
  plain: { face: "regular", indent: 0, gap: 0.3, hangs: false },
  label: { face: "regular", indent: 0, gap: 0.5, hangs: false },
  lead: { face: "italic", indent: 0, gap: 0.4, hangs: false },
  clause: { face: "italic", indent: 0, gap: 0.4, hangs: true },
  quote: { face: "italic", indent: QUOTE_INDENT, gap: 0.4, hangs: false },
};

/**
 * @param {Flow} flow
 * @param {import("./letter.mjs").Letter} letter
 * @param {Measure} measure
 */
export function setBody(flow, { memo, print }, measure) {
  const size = sizeOf(print);
  for (const entry of print.body) {
    for (const [name, template] of Object.entries(entry)) {
      const style = STYLES[/** @type {import("./letter.mjs").Style} */ (name)];
      const face = style.face === "italic" && print.upright ? "regular" : style.face;
      const indent = style.hangs && print.inline ? QUOTE_INDENT : style.indent;
      const hangs = style.hangs && !print.inline;
      const setting = { size, face, indent, justified: print.justified ?? false, measure };
      setEntry(flow, fill(template, memo), setting, { gap: style.gap * lineHeight(size), hangs });
    }
  }
}

/**
 * @param {Flow} flow
 * @param {string} text paragraphs apart by an empty line, list entries and table rows each on a line
 * @param {Setting} setting
 * @param {{ gap: number, hangs: boolean }} style
 */
function setEntry(flow, text, setting, { gap, hangs }) {
  let indent = setting.indent;
  for (const paragraph of text.split("\n\n")) {
    flow.space(gap);
    for (const line of paragraph.split("\n")) {
      if (line.includes("\t")) {
        setRow(flow, line, setting);
        continue;
      }
      const mark = HANGING_MARK.exec(line)?.[1];
      const isPoint = mark !== undefined && (hangs || line !== text);
      if (isPoint && hangs) indent = setting.indent + HANG;
      const own = isPoint ? { ...setting, indent: setting.indent + HANG } : { ...setting, indent };
      setParagraph(flow, isPoint ? line.slice(mark.length + 1) : line, own, isPoint ? mark : undefined);
    }
  }
}

/**
 * @param {Flow} flow
 * @param {string} text
 * @param {Setting} setting
 * @param {string} [mark] hangs before the first line
 */
function setParagraph(flow, text, { size, face, indent, justified, measure }, mark) {
  const markX = PAGE.left + indent - HANG;
  const x = mark === undefined ? PAGE.left + indent : Math.max(markX + HANG, markX + measure(`${mark} `, face, size));
  const width = PAGE.right - x;
  const lines = breakLines(text, width, (line) => measure(line, face, size));
  for (const [at, { text: line, ending }] of lines.entries()) {
    const fit = justified && ending !== "end" ? { fit: width } : {};
    const hanging = at === 0 && mark !== undefined ? { mark: { text: mark === "-" ? "•" : mark, x: markX } } : {};
    flow.line({ part: "body", text: line, x, size, face, ending, ...fit, ...hanging });
  }
}

/**
 * @param {Flow} flow
 * @param {string} row cells apart by tabs
 * @param {Setting} setting
 */
function setRow(flow, row, { size, face, indent }) {
  const cells = row.split("\t");
  const step = (PAGE.right - PAGE.left - indent) / cells.length;
  flow.keepTogether(lineHeight(size));
  const y = flow.y;
  for (const [at, text] of cells.entries()) {
    flow.y = y;
    const ending = at === cells.length - 1 ? "end" : "cell";
    flow.line({ part: "body", text, x: PAGE.left + indent + at * step, size, face, ending });
  }
}
