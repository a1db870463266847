import { breakLines } from "./break-lines.ts";
import { fill, type Letter, type Style } from "./letter.ts";
import { evenCells, type Face, type Flow, lineHeight, type Measure, PAGE, sizeOf } from "./page.ts";

interface Setting {
  readonly size: number;
  readonly face: Face;
  /** Points from the left edge of the type area. */
  readonly indent: number;
  readonly justified: boolean;
  readonly measure: Measure;
}

/** The marks that open a point and hang before it: "1.", "2. a)", "b)", "•". */
const HANGING_MARK = /^(\d{1,2}\.(?: [a-z]\))?|[a-z]\)|[•–-]) (?=\S)/u;
const HANG = 24;
const QUOTE_INDENT = 18;

/** gap: room above, in lines. */
const STYLES: Readonly<Record<Style, { face: Face; indent: number; gap: number; hangs: boolean }>> = {
  heading: { face: "bold", indent: 0, gap: 0, hangs: false },
  subject: { face: "regular", indent: 0, gap: 0, hangs: false },
  plain: { face: "regular", indent: 0, gap: 0.3, hangs: false },
  label: { face: "regular", indent: 0, gap: 0.5, hangs: false },
  lead: { face: "italic", indent: 0, gap: 0.4, hangs: false },
  clause: { face: "italic", indent: 0, gap: 0.4, hangs: true },
  quote: { face: "italic", indent: QUOTE_INDENT, gap: 0.4, hangs: false },
};

/** Sets the letter from its heading to its last answer. */
export function setBody(flow: Flow, { memo, print }: Letter, measure: Measure): void {
  const size = sizeOf(print);
  for (const entry of print.body.flatMap((styled) => Object.entries(styled))) {
    const [name, template] = entry as [Style, string];
    const style = STYLES[name];
    const setting = {
      size,
      face: style.face === "italic" && print.upright ? "regular" : style.face,
      indent: style.hangs && print.inline ? QUOTE_INDENT : style.indent,
      justified: print.justified ?? false,
      measure,
    };
    const hangs = style.hangs && !print.inline;
    setEntry(flow, fill(template, memo), setting, { gap: style.gap * lineHeight(size), hangs });
  }
}

/** @param text paragraphs apart by an empty line, list entries and table rows each on a line */
function setEntry(flow: Flow, text: string, setting: Setting, style: { gap: number; hangs: boolean }): void {
  let indent = setting.indent;
  for (const paragraph of text.split("\n\n")) {
    flow.space(style.gap);
    for (const line of paragraph.split("\n")) {
      const mark = HANGING_MARK.exec(line)?.[1];
      const isPoint = mark !== undefined && (style.hangs || line !== text);
      if (isPoint && style.hangs) indent = setting.indent + HANG;
      if (line.includes("\t")) setRow(flow, line, setting);
      else if (isPoint) setPoint(flow, mark, line.slice(mark.length + 1), setting);
      else setParagraph(flow, line, { ...setting, indent });
    }
  }
}

function setPoint(flow: Flow, mark: string, text: string, setting: Setting): void {
  const width = setting.measure(`${mark} `, setting.face, setting.size);
  const hanging = { text: mark === "-" ? "•" : mark, x: PAGE.left + setting.indent };
  setParagraph(flow, text, { ...setting, indent: setting.indent + Math.max(HANG, width) }, hanging);
}

/** @param mark hangs before the first line */
function setParagraph(flow: Flow, text: string, setting: Setting, mark?: { text: string; x: number }): void {
  const { size, face, indent, justified, measure } = setting;
  const x = PAGE.left + indent;
  const width = PAGE.right - x;
  const lines = breakLines(text, width, (line) => measure(line, face, size));
  for (const [at, line] of lines.entries()) {
    const fit = justified && line.ending !== "end" ? { fit: width } : {};
    flow.line({ part: "body", x, size, face, ...line, ...fit, ...(at === 0 && mark ? { mark } : {}) });
  }
}

/** @param row cells apart by tabs */
function setRow(flow: Flow, row: string, { size, face, indent }: Setting): void {
  flow.row(evenCells(row.split("\t"), PAGE.left + indent, { part: "body", face, size }));
}
