import type { RegisterPaper } from "../../register/schema.ts";
import { dayText } from "../register/words.ts";
import { type Html, html } from "./html.ts";

const SIZE = { width: 900, height: 64, margin: 40, axis: 34 } as const;
/** Letters that a line of time shows at most, and how far apart their dates must stand to be written, in its units. */
const MOST_LETTERS = 60;
const LABEL_WIDTH = 66;

/** A paper's letters and its next review on a line of time; nothing where fewer than two days are known. */
export function timeline({ letters, nextReview, overdue }: RegisterPaper, asOf: string | null): Html {
  const dated = letters.filter(({ date }) => date !== null).slice(-MOST_LETTERS);
  const due = nextReview === null ? null : dayNumber(nextReview);
  const days = [...dated.map(({ date }) => dayNumber(date ?? "")), ...(due === null ? [] : [due])];
  const [first, last] = [Math.min(...days), Math.max(...days)];
  if (days.length < 2 || first === last) return html``;
  const x = (day: number): number =>
    Math.round(SIZE.margin + ((day - first) / (last - first)) * (SIZE.width - 2 * SIZE.margin));
  const marks = dated.map(({ date, reportStatus, file }) => {
    const kind = reportStatus === "final" ? "final" : "interim";
    return html`<circle class="${kind}" cx="${x(dayNumber(date ?? ""))}" cy="${SIZE.axis}" r="5"><title>${dayText(date)} ${file}</title></circle>`;
  });
  const dueMark =
    due === null
      ? html``
      : html`<circle class="due${overdue ? " late" : ""}" cx="${x(due)}" cy="${SIZE.axis}" r="6"><title>nächste Kontrolle ${dayText(nextReview)}</title></circle>`;
  const now = asOf === null ? null : dayNumber(asOf);
  const nowLine =
    now === null || now < first || now > last
      ? html``
      : html`<line class="now" x1="${x(now)}" x2="${x(now)}" y1="12" y2="56"/>`;
  return html`<svg viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-label="Zeitstrahl der Briefe"><line class="axis" x1="${SIZE.margin}" x2="${SIZE.width - SIZE.margin}" y1="${SIZE.axis}" y2="${SIZE.axis}"/>${nowLine}${marks}${dueMark}${labels(days, x)}</svg>
`;
}

/** Days since 1970; of a month its last. */
function dayNumber(date: string): number {
  const [year = 0, month = 1, day] = date.split("-").map(Number);
  return Date.UTC(year, day === undefined ? month : month - 1, day ?? 0) / 86_400_000;
}

/** The days below the line, as many as fit. */
function labels(days: readonly number[], x: (day: number) => number): Html[] {
  const written: Html[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const day of days.toSorted((a, b) => a - b)) {
    if (x(day) - last < LABEL_WIDTH) continue;
    last = x(day);
    const text = dayText(new Date(day * 86_400_000).toISOString().slice(0, 10));
    written.push(html`<text x="${last}" y="56" text-anchor="middle">${text}</text>`);
  }
  return written;
}
