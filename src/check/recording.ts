import { z } from "zod";
import { type Checked, checkedBy, checkedJson } from "../evaluate/checked-json.ts";
import type { ReadDocument } from "../pipeline/document.ts";
import type { ReadBy } from "../pipeline/reading-version.ts";

/** What was read of an input's pages, so that it need not be read by OCR again, and by what. */
export interface Recording {
  readonly readBy: Partial<ReadBy>;
  readonly document: ReadDocument;
}

/** The outline alone: what pages hold is for this program to know. */
const recordingSchema = z.looseObject({
  engine: z.string().optional(),
  pipeline: z.string().optional(),
  identity: z.strictObject({ file: z.string(), sha256: z.string(), bytes: z.int() }),
  mediaType: z.string(),
  diagnostics: z.array(z.unknown()),
  pages: z.array(z.looseObject({ number: z.int(), lines: z.array(z.looseObject({ text: z.string() })) })),
});

export function parseRecording(json: string): Checked<Recording> {
  const checked = checkedJson(json, (value) => checkedBy(recordingSchema, value));
  if ("faults" in checked) return checked;
  const { engine, pipeline, ...document } = checked.value;
  const readBy = { ...(engine === undefined ? {} : { engine }), ...(pipeline === undefined ? {} : { pipeline }) };
  return { value: { readBy, document: document as unknown as ReadDocument } };
}

/** A recording as a file: one line of the page a line of the file, readable in a diff. */
export function recordingText({ readBy, document }: Recording): string {
  const pages = document.pages.map(({ lines, ...page }) => {
    const head = JSON.stringify(page).slice(0, -1);
    return `${head},"lines":[\n${lines.map((line) => JSON.stringify(line)).join(",\n")}\n]}`;
  });
  const { pages: _pages, ...rest } = document;
  const head = JSON.stringify({ ...readBy, ...rest }).slice(0, -1);
  return `${head},"pages":[\n${pages.join(",\n")}\n]}\n`;
}

/** Why a recording no longer tells what would be read of an input; null if it does. */
export function staleness({ readBy, document }: Recording, now: ReadBy, sha256: string): string | null {
  if (document.identity.sha256 !== sha256) return "the input was changed since";
  for (const part of ["engine", "pipeline"] as const) {
    if (readBy[part] !== now[part]) return `made by ${readBy[part] ?? `an unnamed ${part}`}, now there is ${now[part]}`;
  }
  return null;
}
