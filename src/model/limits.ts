import type { FailureCode } from "./failure.ts";

export const MIB = 1024 ** 2;
const MEGAPIXEL = 1_000_000;
const POINTS_PER_INCH = 72;
const SECOND = 1000;

/** A limit on what one file may cost. */
interface Limit {
  /** The option that sets it, as the command line's parser names it. */
  readonly flag: string;
  /** What the option counts. */
  readonly unit: string;
  /** How much of what the program counts is one of these. */
  readonly scale: number;
  /** In the option's unit. */
  readonly default: number;
  /** How a file fails that exceeds it; null where it does not fail. */
  readonly code: FailureCode | null;
  /** What is limited. */
  readonly of: string;
}

/** The one table of limits: the options are made from it, and the documents' table is compared with it. */
export const LIMITS = {
  fileBytes: { flag: "maxFileSize", unit: "MiB", scale: MIB, default: 200, code: "file-too-large", of: "a file" },
  pages: { flag: "maxPages", unit: "n", scale: 1, default: 500, code: "page-limit", of: "pages of a file" },
  pageSide: {
    flag: "maxPageSide",
    unit: "inches",
    scale: POINTS_PER_INCH,
    default: 200,
    code: "page-too-large",
    of: "a page's longer side",
  },
  renderPixels: {
    flag: "maxRender",
    unit: "Mpx",
    scale: MEGAPIXEL,
    default: 60,
    code: null,
    of: "a page's picture; larger ones are scaled down, with a warning in the record",
  },
  imagePixels: {
    flag: "maxImage",
    unit: "Mpx",
    scale: MEGAPIXEL,
    default: 250,
    code: "page-too-large",
    of: "an embedded picture",
  },
  parseTime: { flag: "parseTime", unit: "s", scale: SECOND, default: 30, code: "time-limit", of: "opening a file" },
  renderTime: { flag: "renderTime", unit: "s", scale: SECOND, default: 60, code: "time-limit", of: "rendering a page" },
  ocrTime: { flag: "ocrTime", unit: "s", scale: SECOND, default: 180, code: "time-limit", of: "OCR of a page" },
  documentTime: {
    flag: "documentTime",
    unit: "minutes",
    scale: 60 * SECOND,
    default: 30,
    code: "time-limit",
    of: "work on a file, shared among all jobs",
  },
  childBytes: {
    flag: "childMemory",
    unit: "MiB",
    scale: MIB,
    default: 1536,
    code: "page-content-too-costly",
    of: "memory of a child process",
  },
  pageCharacters: {
    flag: "maxPageText",
    unit: "characters",
    scale: 1,
    default: 200_000,
    code: "text-too-long",
    of: "text of a page",
  },
} as const satisfies Record<string, Limit>;

type LimitName = keyof typeof LIMITS;

/** What a file may cost: bytes, pages, points, pixels, milliseconds, UTF-16 units. */
export type Limits = Readonly<Record<LimitName, number>>;

/** As the command line's parser gives the options, in the options' units; absent where not given. */
export type LimitFlags = Readonly<Partial<Record<(typeof LIMITS)[LimitName]["flag"], number>>>;

/** The limits that flags set, the others at their defaults. */
export function limitsOf(flags: LimitFlags = {}): Limits {
  const entries = Object.entries(LIMITS).map(([name, limit]) => [
    name,
    (flags[limit.flag] ?? limit.default) * limit.scale,
  ]);
  return Object.fromEntries(entries) as Limits;
}

export const DEFAULT_LIMITS: Limits = limitsOf();
