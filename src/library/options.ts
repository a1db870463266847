import { resolve } from "node:path";
import { z } from "zod";
import { DEFAULT_LIMITS, type Limits } from "../model/limits.ts";
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
export interface ParserOptions extends RepairTextOptions {
  /**
   * Where a PDF page's text is taken from. `"auto"`: the text layer of a born-digital page, OCR of a scanned one.
   * @defaultValue `"auto"`
   */
  readonly source?: "auto" | "ocr" | "text-layer" | undefined;
  /**
   * What reads pictures. `"native"`: the `tesseract` installed on this machine, version 5 or later; without one the
   * file fails with "engine-missing".
   * @defaultValue `"tesseract.js"`
   */
  readonly engine?: "tesseract.js" | "native" | undefined;
  /**
   * Folder of another OCR model: its `deu.traineddata` in place of the one installed.
   * @defaultValue the model installed with this package
   */
  readonly tessdata?: string | undefined;
  /**
   * Passwords for encrypted PDFs, tried one after the other.
   * @defaultValue none
   */
  readonly passwords?: readonly string[] | undefined;
  /**
   * What a file may cost: bytes, pages, points, pixels, milliseconds, characters. Those left out are the command
   * line's.
   */
  readonly limits?: Partial<Limits> | undefined;
  /**
   * Files or pages read at once, each by a child process.
   * @defaultValue one a core, as far as memory allows
   */
  readonly jobs?: number | undefined;
  /** Ends all work: the calls in hand throw the signal's reason, the children that work for them are killed. */
  readonly signal?: AbortSignal | undefined;
  /** Hears how far the work on each file has come. What it throws ends the process, as from any event listener. */
  readonly onProgress?: ((progress: ParseProgress) => void) | undefined;
}

/** How far the work on a file has come. */
export interface ParseProgress {
  /** The file, as its outcome names it. */
  readonly source: string;
  /**
   * `"open"`: a child process has begun with it; `"read"`: a page is being read; `"understand"`: all pages are read;
   * `"retry"`: the process that read it died, and the work is tried once more.
   */
  readonly stage: "open" | "read" | "understand" | "retry";
  /** The page being read, from 1. */
  readonly page?: number;
  /** How many pages the file has. */
  readonly of?: number;
}

/** What one call of a parser may have of its own. */
export interface CallOptions {
  /** Ends this call alone: the child processes that work for it are killed, and it throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Hears how far this call has come, beside the parser's own `onProgress`. */
  readonly onProgress?: ((progress: ParseProgress) => void) | undefined;
}

/** How many inputs are parsed by one call. */
export interface ManyOptions extends CallOptions {
  /**
   * In which order outcomes are handed out: `"input"`, or `"completion"`, as they come.
   * @defaultValue `"input"`
   */
  readonly order?: "input" | "completion" | undefined;
}

const MOST_JOBS = 1024;

const wordsSchema = z.array(z.string()).readonly();
const signalSchema = z.custom<AbortSignal>((value) => value instanceof AbortSignal, "expected an AbortSignal");
const listenerSchema = z.custom<NonNullable<ParserOptions["onProgress"]>>(
  (value) => typeof value === "function",
  "expected a function",
);

const repairTextSchema = z.strictObject({
  correct: z.boolean().optional(),
  minConfidence: z.number().min(0).max(1).optional(),
  words: wordsSchema.optional(),
}) satisfies z.ZodType<RepairTextOptions>;

const limit = z.number().positive().optional();
const limitNames = Object.keys(DEFAULT_LIMITS) as readonly (keyof Limits)[];

const parserSchema = repairTextSchema.extend({
  source: z.enum(["auto", "ocr", "text-layer"]).optional(),
  engine: z.enum(["tesseract.js", "native"]).optional(),
  tessdata: z.string().min(1).optional(),
  passwords: wordsSchema.optional(),
  limits: z.strictObject(Object.fromEntries(limitNames.map((name) => [name, limit]))).optional(),
  jobs: z.int().min(1).max(MOST_JOBS).optional(),
  signal: signalSchema.optional(),
  onProgress: listenerSchema.optional(),
}) satisfies z.ZodType<ParserOptions>;

const callSchema = z.strictObject({
  signal: signalSchema.optional(),
  onProgress: listenerSchema.optional(),
}) satisfies z.ZodType<CallOptions>;

const manySchema = callSchema.extend({
  order: z.enum(["input", "completion"]).optional(),
}) satisfies z.ZodType<ManyOptions>;

/**
 * Options as a caller gave them, looked at.
 * @throws TypeError that names each option that is wrong, and why
 */
export function checkedRepairOptions(options: RepairTextOptions): RepairTextOptions {
  return checked(repairTextSchema, options);
}

/** @throws TypeError that names each option that is wrong, and why */
export function checkedParserOptions(options: ParserOptions): ParserOptions {
  return checked(parserSchema, options);
}

/** @throws TypeError that names each option that is wrong, and why */
export function checkedCallOptions(options: CallOptions): CallOptions {
  return checked(callSchema, options);
}

/** @throws TypeError that names each option that is wrong, and why */
export function checkedManyOptions(options: ManyOptions): ManyOptions {
  return checked(manySchema, options);
}

function checked<T>(schema: z.ZodType<T>, options: T): T {
  const result = schema.safeParse(options, { reportInput: true });
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => {
    if (issue.code === "unrecognized_keys")
      return `${[...issue.path, issue.keys.join(", ")].join(".")}: no such option`;
    const name = issue.path.map(String).join(".") || "options";
    return `${name}: ${issue.message}${given(issue.input)}`;
  });
  throw new TypeError(faults.join("; "), { cause: result.error });
}

/** What was given, where it is short enough to be shown. */
function given(input: unknown): string {
  return typeof input === "string" || typeof input === "number" ? `, not ${JSON.stringify(input)}` : "";
}

/** How the pipeline is to work, what was not given at its default. */
export function pipelineOptionsOf(options: ParserOptions): PipelineOptions {
  const { source, engine, correct, minConfidence, words, passwords, tessdata } = options;
  return {
    source: source ?? "auto",
    engine: engine ?? "tesseract.js",
    correct: correct ?? true,
    minConfidence: minConfidence ?? 0,
    words: words ?? [],
    passwords: passwords ?? [],
    limits: limitsOf(options),
    ...(tessdata !== undefined && { tessdata: resolve(tessdata) }),
  };
}

/** All limits, those not given at their defaults. */
export function limitsOf({ limits = {} }: ParserOptions): Limits {
  const given = Object.entries(limits).filter(([, value]) => value !== undefined);
  return { ...DEFAULT_LIMITS, ...Object.fromEntries(given) };
}
