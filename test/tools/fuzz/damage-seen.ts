import type { Lexicon } from "../../../src/lexicon/lexicon.ts";
import type { Diagnostic } from "../../../src/model/diagnostic.ts";
import type { Line, Page } from "../../../src/model/page.ts";
import { repair } from "../../../src/repair/repair.ts";
import type { Reading } from "../../../src/structure/reading.ts";
import { splitMemos } from "../../../src/structure/split-memos.ts";
import { understand } from "../../../src/structure/understand.ts";
import { leavesOf } from "../../../src/text/leaves.ts";
import type { MemoTree } from "../../../src/text/memo-tree.ts";
import { lineAt, readTextOf } from "../../../src/text/read-text.ts";
import type { TracedText } from "../../../src/text/traced-text.ts";

/** One memo of some pages, understood, with the text it was understood from. */
export interface UnderstoodMemo {
  /** After repair. */
  readonly text: TracedText;
  readonly memo: MemoTree;
  readonly reading: Reading;
  readonly diagnostics: readonly Diagnostic[];
}

/** All memos on some pages, repaired and understood. */
export function memosOn(pages: readonly Page[], lexicon: Lexicon): UnderstoodMemo[] {
  return splitMemos(pages).flatMap((part) => {
    const repaired = repair(readTextOf(part.pages), lexicon, { correct: true, minConfidence: 0 });
    const { text } = repaired;
    const { memo, reading, diagnostics } = understand(text);
    return memo === null ? [] : [{ text, memo, reading, diagnostics: [...repaired.diagnostics, ...diagnostics] }];
  });
}

/** Part of a line: UTF-16 offsets in its text, half-open. */
export interface Stretch {
  readonly line: Line;
  readonly start: number;
  readonly end: number;
}

/** The parts of lines that a text was understood from. */
function stretchesOf(text: TracedText): Stretch[] {
  return text.segments.flatMap((segment) => {
    const stretches: Stretch[] = [];
    const first = lineAt(text.read, segment.start)?.index ?? 0;
    for (let index = first; index < text.read.lines.length; index++) {
      const read = text.read.lines[index];
      if (read === undefined || read.start >= segment.end) break;
      const start = Math.max(0, segment.start - read.start);
      const end = Math.min(read.line.text.length, segment.end - read.start);
      if (start < end) stretches.push({ line: read.line, start, end });
    }
    return stretches;
  });
}

/** The parts of lines that are answers, by line. */
export function answersIn(memos: readonly UnderstoodMemo[]): Map<Line, Stretch[]> {
  const answers = new Map<Line, Stretch[]>();
  for (const { memo } of memos) {
    for (const { response } of memo.items) {
      for (const stretch of response === null ? [] : stretchesOf(response.text)) {
        answers.set(stretch.line, [...(answers.get(stretch.line) ?? []), stretch]);
      }
    }
  }
  return answers;
}

const CLAUSE = /^\/memo\/items\/\d+\/(?:leadIn|clauses\/\d+\/text)$/u;

/**
 * Text that was an answer before the mutation, now stands in a clause or its lead-in, and of which no
 * warning on that item or the one above tells.
 */
export function movedInSilence(
  answers: ReadonlyMap<Line, readonly Stretch[]>,
  memos: readonly UnderstoodMemo[],
): string[] {
  return memos.flatMap(({ memo, diagnostics }) => {
    const warned = diagnostics.filter(({ severity }) => severity !== "info").map(({ at }) => at ?? "");
    return leavesOf(memo)
      .filter(({ pointer }) => CLAUSE.test(pointer) && !warned.some((at) => isOn(at, pointer)))
      .flatMap(({ leaf }) => stretchesOf(leaf.text).flatMap((stretch) => answered(answers, stretch)));
  });
}

/** A warning on the clause's own item, or on the one above, whose answer is torn. */
function isOn(at: string, pointer: string): boolean {
  const numberIn = (path: string): number => Number(/^\/memo\/items\/(\d+)/u.exec(path)?.[1]);
  const distance = numberIn(pointer) - numberIn(at);
  return at === "/memo/items" || distance === 0 || distance === 1;
}

function answered(answers: ReadonlyMap<Line, readonly Stretch[]>, stretch: Stretch): string[] {
  return (answers.get(stretch.line) ?? []).flatMap(({ start, end }) => {
    const text = stretch.line.text.slice(Math.max(start, stretch.start), Math.min(end, stretch.end));
    return /\p{L}/u.test(text) ? [text] : [];
  });
}
