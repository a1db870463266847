import type { PieceFacts } from "../facts/piece-facts.ts";
import type { Place } from "../facts/places.ts";
import { LABELS } from "./labels.ts";
import { bucket } from "./piece-features.ts";

/** What the decoder looks at in one letter, each piece's part computed once. */
export interface LetterView {
  readonly facts: readonly PieceFacts[];
  /** Log-probabilities of the classifier, by piece and label. */
  readonly sureness: readonly Float64Array[];
  /** For each piece the last one before it that is no page furniture by its looks; -1 for none. */
  readonly before: Int32Array;
  readonly sums: Sums;
}

const FURNITURE = LABELS.indexOf("furniture");

export function viewOf(facts: readonly PieceFacts[], sureness: readonly Float64Array[]): LetterView {
  const before = new Int32Array(facts.length + 1).fill(-1);
  let last = -1;
  facts.forEach((_, at) => {
    before[at] = last;
    if (((sureness[at] as Float64Array)[FURNITURE] as number) < Math.log(0.5)) last = at;
  });
  before[facts.length] = last;
  return { facts, sureness, before, sums: sumsOf(facts, sureness) };
}

/** A segment may begin with a piece: nothing shows that its sentence began above. */
export function mayBegin({ facts, before }: LetterView, at: number): boolean {
  const fact = facts[at] as PieceFacts;
  const previous = facts[before[at] as number];
  if (fact.piece.line.glued || fact.isPageMark) return false;
  if (previous === undefined || !fact.piece.startsLine) return true;
  if (
    fact.opens ||
    fact.counting !== null ||
    fact.isAnswerReference ||
    fact.formulas.length > 0 ||
    fact.figuresShape.startsWith("paper")
  )
    return true;
  const goesOn = previous.ending === "letter" || previous.ending === "comma" || previous.ending === "hyphen";
  if (fact.beginning === "lower") return !goesOn || fact.spaced || previous.fill < 0.6 || previous.formulas.length > 0;
  return true;
}

/** What is seen where a segment may begin: the end above, the beginning below. Each name once. */
export function boundaryFeatures({ facts, before }: LetterView, at: number): string[] {
  const fact = facts[at] as PieceFacts;
  const previous = facts[before[at] as number];
  const features = ["bias"];
  const ending = previous === undefined ? "none" : previous.closes ? `quote-${previous.ending}` : previous.ending;
  const marker = fact.counting === null ? (fact.opening.markers.length > 0 ? "bullet" : "none") : fact.counting.kind;
  features.push(`above=${ending}`, `begin=${fact.beginning}`, `marker=${marker}`);
  features.push(`above=${ending},begin=${fact.beginning},${marker === "none" ? "" : "marker"}`);
  if (fact.opens) features.push("opens");
  if (previous?.closes) features.push("closed");
  if (previous?.closes && fact.opens) features.push("closed,opens");
  if (fact.depthBefore > 0) features.push("quoted");
  if (!fact.opens && marker === "none")
    features.push(`${fact.depthBefore > 0 ? "quoted" : "free"},${fact.closesAhead ? "closes" : "open"}`);
  if (fact.repeats) features.push("repeats");
  if (fact.endsDepartment) features.push("ends-department");
  if (fact.figuresShape === "paper-alone") features.push("paper-alone");
  if (fact.footAround > 1) features.push("foot");
  if (fact.depthBefore > 0 && fact.opens) features.push("quoted,opens");
  if (fact.spaced) features.push("blank");
  if (fact.spaced && (previous?.ending === "stop" || previous?.closes)) features.push("blank,stop");
  if (fact.piece.line.startsPage) features.push("page");
  if (!fact.piece.startsLine) features.push("mid-line");
  if (fact.isAnswerReference) features.push("reference");
  if (previous?.isAnswerReference) features.push("below-reference");
  if (previous !== undefined && previous.fill < 0.7) features.push("short-above");
  if (previous !== undefined && previous.fill < 0.7 && previous.ending === "stop") features.push("short-stop-above");
  if (fact.looksEmpty) features.push("empty");
  if (fact.place !== null) features.push(...placeFeatures(fact.place, marker));
  for (const [name, likeness] of fact.formulas) if (likeness > 0.8) features.push(`like:${name}`);
  if (previous !== undefined)
    for (const [name, likeness] of previous.formulas) if (likeness > 0.8) features.push(`above-like:${name}`);
  return features;
}

/** In line heights: to the left, at the same edge, indented, in another column. */
const SHIFTS = [-8, -0.6, 0.6, 8];

function placeFeatures({ indent, shift, startsColumn, isRight }: Place, marker: string): string[] {
  const at = `at=${bucket(indent, [-0.5, 0.5, 4, 16])}`;
  const moves = `shift=${bucket(shift, SHIFTS)}`;
  const features = [at, moves, `${at},${marker}`, `${moves},${marker}`];
  if (startsColumn) features.push(isRight ? "column,right" : "column,left");
  return features;
}

/** All that may be told of a segment as a whole, by name; a feature's index is its weight's row. */
export const SEGMENT_FEATURES = [
  ...series("size", 7),
  ...series("quotes", 4),
  ...series("within", 2),
  ...series("end", 9),
  ...series("opens-inside", 2),
  ...series("closes-inside", 2),
  "opens-twice",
  ...series("questions-inside", 3),
  "reference-inside",
  ...series("blanks", 3),
  "label-inside",
  "tiny",
  ...series("voice", 9),
  ...series("first-voice", 9),
  "asks-then-tells",
];

function series(name: string, size: number): string[] {
  return Array.from({ length: size }, (_, i) => `${name}=${i}`);
}

const ROW = new Map(SEGMENT_FEATURES.map((name, i) => [name, i]));
const row = (name: string): number => ROW.get(name) as number;
const R = {
  size: row("size=0"),
  quotes: row("quotes=0"),
  within: row("within=0"),
  end: row("end=0"),
  opens: row("opens-inside=0"),
  closes: row("closes-inside=0"),
  twice: row("opens-twice"),
  questions: row("questions-inside=0"),
  reference: row("reference-inside"),
  blanks: row("blanks=0"),
  label: row("label-inside"),
  tiny: row("tiny"),
  voice: row("voice=0"),
  firstVoice: row("first-voice=0"),
  tells: row("asks-then-tells"),
};
const ENDINGS: readonly string[] = [
  "stop",
  "question",
  "colon",
  "semicolon",
  "comma",
  "hyphen",
  "digit",
  "letter",
  "other",
];
const SIZES = [1, 2, 4, 8, 16, 32];
const VOICES = [-3, -2, -1, -0.3, 0.3, 1, 2, 3];

/** Rows of what a segment of pieces shows as a whole, appended to others; `to` is exclusive. */
export function segmentFeatures(view: LetterView, from: number, to: number, rows: number[] = []): number[] {
  const { facts, before, sums } = view;
  const first = facts[from] as PieceFacts;
  const end = Math.max(from, before[to] as number);
  const last = facts[end] as PieceFacts;
  /** What is counted at the pieces after the first. */
  const inside = (counts: Int32Array): number => (counts[end + 1] as number) - (counts[from + 1] as number);
  const closes = last.closes || (last.depthBefore > 0 && last.depthAfter === 0);
  rows.push(
    R.size + bucket(end - from + 1, SIZES),
    R.quotes + (first.opens ? 2 : 0) + (closes ? 1 : 0),
    R.end + ENDINGS.indexOf(last.ending),
  );
  if (first.depthBefore > 0) rows.push(R.within + (closes ? 1 : 0));
  const opens = inside(sums.opens);
  const closed = inside(sums.closedAbove);
  const questions = inside(sums.askedAbove);
  const blanks = inside(sums.blanks);
  if (opens > 0) rows.push(R.opens + Math.min(2, opens) - 1);
  if (closed > 0) rows.push(R.closes + Math.min(2, closed) - 1);
  if (opens > 0 && first.opens) rows.push(R.twice);
  if (questions > 0) rows.push(R.questions + Math.min(3, questions) - 1);
  if (inside(sums.references) > 0) rows.push(R.reference);
  if (blanks > 0) rows.push(R.blanks + Math.min(3, blanks) - 1);
  if (inside(sums.labelsAbove) > 0) rows.push(R.label);
  if ((sums.letters[end + 1] as number) - (sums.letters[from] as number) < 12) rows.push(R.tiny);
  const voice = ((sums.voice[end + 1] as number) - (sums.voice[from] as number)) / (end - from + 1);
  const opening = Math.min(end + 1, from + 2);
  const firstVoice = ((sums.voice[opening] as number) - (sums.voice[from] as number)) / (opening - from);
  rows.push(R.voice + bucket(voice, VOICES), R.firstVoice + bucket(firstVoice, VOICES));
  if (questions > 0 && last.ending === "stop") rows.push(R.tells);
  return rows;
}

/** Counts over the first pieces, for sums over any run of them in no time. */
interface Sums {
  readonly opens: Int32Array;
  readonly closedAbove: Int32Array;
  readonly askedAbove: Int32Array;
  readonly references: Int32Array;
  readonly blanks: Int32Array;
  readonly labelsAbove: Int32Array;
  readonly letters: Int32Array;
  /** Log-odds of clause against response. */
  readonly voice: Float64Array;
}

const CLAUSE = LABELS.indexOf("clause");
const RESPONSE = LABELS.indexOf("response");

function sumsOf(facts: readonly PieceFacts[], sureness: readonly Float64Array[]): Sums {
  const counted = (is: (fact: PieceFacts, above: PieceFacts | undefined) => number | boolean): Int32Array => {
    const sums = new Int32Array(facts.length + 1);
    facts.forEach((fact, k) => {
      sums[k + 1] = (sums[k] as number) + Number(is(fact, facts[k - 1]));
    });
    return sums;
  };
  const voice = new Float64Array(facts.length + 1);
  sureness.forEach((odds, k) => {
    const clause = (odds[CLAUSE] as number) - (odds[RESPONSE] as number);
    voice[k + 1] = (voice[k] as number) + Math.max(-4, Math.min(4, clause));
  });
  return {
    opens: counted((fact) => fact.opens),
    closedAbove: counted((_, above) => above?.closes === true),
    askedAbove: counted((_, above) => above?.ending === "question"),
    references: counted((fact) => fact.isAnswerReference),
    blanks: counted((fact, above) => fact.spaced && (above?.ending === "stop" || above?.closes === true)),
    labelsAbove: counted((_, above) => above?.ending === "colon" && above.fill < 0.4),
    letters: counted((fact) => fact.length),
    voice,
  };
}
