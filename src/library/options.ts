import type { PipelineOptions } from "../pipeline/pipeline.ts";

/** How text is repaired. */
export interface RepairTextOptions {
  /**
   * Whether corrections are made at all; with `false` the text stays as it was read.
   * @defaultValue `true`
   */
  readonly correct?: boolean | undefined;
  /**
   * Corrections less sure than this, from 0 to 1, are not made.
   * @defaultValue `0`
   */
  readonly minConfidence?: number | undefined;
  /**
   * Names and words of your own, so that they are not taken for misread ones.
   * @defaultValue none
   */
  readonly words?: readonly string[] | undefined;
}

/** How files are read and their text repaired. */
export interface ParseOptions extends RepairTextOptions {
  /**
   * Where a PDF page's text is taken from. `"auto"`: the text layer of a born-digital page, OCR of a scanned one.
   * @defaultValue `"auto"`
   */
  readonly source?: PipelineOptions["source"] | undefined;
  /**
   * What reads pictures. `"native"`: the `tesseract` installed on this machine, version 5 or later; without one the
   * file fails with "engine-missing".
   * @defaultValue `"tesseract.js"`
   */
  readonly engine?: PipelineOptions["engine"];
  /**
   * Files or pages read at once, each by a child process.
   * @defaultValue one a core, as far as memory allows
   */
  readonly jobs?: number | undefined;
  /** Ends the work: the children are killed, and the call throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** All options, those not given at their defaults. */
export function withDefaults(options: ParseOptions): PipelineOptions {
  return {
    source: options.source ?? "auto",
    engine: options.engine ?? "tesseract.js",
    correct: options.correct ?? true,
    minConfidence: options.minConfidence ?? 0,
    words: options.words ?? [],
  };
}
