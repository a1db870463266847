import type { Paint } from "./paint.ts";
import { printable } from "./printable.ts";
import type { Reporter, ReportStream, RunEvent } from "./run-event.ts";

/** To the line's first column, and clear it (ECMA-48 CHA, EL 2). */
export const CLEAR = "\r\u001b[2K";

/** Where a terminal does not know its width, or says 0. */
const DEFAULT_COLUMNS = 80;

/** One line that follows the work, for a person at a terminal: "[2/7] scan.pdf, page 2 of 3: read". */
export function liveLine(stream: ReportStream, paint: Paint, files: number): Reporter {
  let done = 0;
  let shown = false;
  return (event) => {
    if (event.event === "file-done" || event.event === "file-failed") done += 1;
    if (event.event === "progress") {
      const line = progressLine(event, files > 1 ? `[${done + 1}/${files}] ` : "");
      stream.write(CLEAR + paint.dim(fitted(line, stream)));
      shown = true;
      return;
    }
    if (shown) stream.write(CLEAR);
    shown = false;
  };
}

/** "scan.pdf, page 2 of 3: read" */
export function progressLine(event: Extract<RunEvent, { event: "progress" }>, count = ""): string {
  const place = event.page === undefined ? "" : `, page ${event.page} of ${event.of ?? event.page}`;
  return `${count}${printable(event.source)}${place}: ${event.stage}`;
}

/** A line cut to the terminal's width. Its end says most, so one too long loses its beginning. */
export function fitted(line: string, stream: ReportStream): string {
  const columns = (stream.columns || DEFAULT_COLUMNS) - 1;
  const characters = [...line];
  return characters.length <= columns ? line : `…${characters.slice(characters.length - columns + 1).join("")}`;
}
