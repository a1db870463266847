import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Checked } from "../evaluate/checked-json.ts";
import type { Scorable } from "../evaluate/truth.ts";
import { parseTruth } from "../evaluate/truth.ts";
import { type ReadBy, readingVersion } from "../pipeline/reading-version.ts";
import type { CaseInput } from "./case-folder.ts";
import { type Expectation, parseExpectation } from "./expectation.ts";
import { InvalidFile } from "./invalid-file.ts";
import { parseRecording, type Recording, staleness } from "./recording.ts";

/** An input with all that is known of it before it is parsed. */
export interface LoadedCase {
  readonly input: CaseInput;
  readonly expectation: Expectation | null;
  /** The true memo, if the case states one. */
  readonly truth: Scorable | null;
  readonly recorded: Recorded;
}

/** `recording` is null where there is none that holds; `staleBecause` tells why one does not. */
interface Recorded {
  readonly recording: Recording | null;
  readonly staleBecause: string | null;
  /** Where a new recording goes. */
  readonly path: string;
}

/**
 * Reads the files beside an input.
 * @throws InvalidFile with all that is wrong with one of them
 */
export async function loadCase(input: CaseInput): Promise<LoadedCase> {
  const { expectation, truth } = input;
  return {
    input,
    expectation: expectation.exists ? await parsedFile(expectation.path, parseExpectation) : null,
    truth: truth.exists ? await parsedFile(truth.path, parseTruth) : null,
    recorded: await loadRecording(input, readingVersion()),
  };
}

/** @throws InvalidFile */
export async function parsedFile<T>(path: string, parse: (text: string) => Checked<T>): Promise<T> {
  const checked = parse(await readFile(path, "utf8"));
  if ("faults" in checked) throw new InvalidFile(path, checked.faults);
  return checked.value;
}

/** A case's one recording names the input it belongs to; others have none then. */
async function loadRecording({ path, file, recording }: CaseInput, now: ReadBy): Promise<Recorded> {
  if (!recording.exists) return { recording: null, staleBecause: null, path: recording.path };
  const found = await parsedFile(recording.path, parseRecording);
  if (found.document.identity.file !== file) {
    return { recording: null, staleBecause: null, path: join(dirname(path), `${file}.pages.json`) };
  }
  const sha256 = createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
  const staleBecause = staleness(found, now, sha256);
  return { recording: staleBecause === null ? found : null, staleBecause, path: recording.path };
}
