import type { Edit } from "../model/edit.ts";
import type { ReadText } from "../text/read-text.ts";
import { TracedText } from "../text/traced-text.ts";
import type { PlacedWord } from "./words.ts";

/** A word of one of several texts. */
export interface Word extends PlacedWord {
  /** Which of the texts. */
  readonly in: number;
}

/** Old words replaced by new ones; either may be none. */
export interface Change {
  readonly old: readonly Word[];
  readonly new: readonly Word[];
}

/** A stretch of an old text. */
type Run = Pick<Word, "in" | "start" | "end">;

/** Puts a new text together from stretches of old ones, white space and edits; told its words in order. */
export class Composer {
  readonly #read: ReadText;
  readonly #olds: readonly TracedText[];
  readonly #value: string;
  readonly #pieces: (TracedText | string)[] = [];
  readonly #edits: Edit[] = [];
  /** Characters of all pieces. */
  #length = 0;
  /** How far the new text is done. */
  #done = 0;
  /** Words kept that stand side by side in the old text as well, not yet among the pieces: no correction is cut. */
  #run: Run | null = null;

  constructor(read: ReadText, olds: readonly TracedText[], value: string) {
    this.#read = read;
    this.#olds = olds;
    this.#value = value;
  }

  keep(old: Word, as: Word): void {
    const gap = this.#value.slice(this.#done, as.start);
    if (this.#run !== null && this.#gapAfter(this.#run, old) === gap) {
      this.#run = { ...this.#run, end: old.end };
    } else {
      this.#flush();
      this.#push(gap);
      this.#run = old;
    }
    this.#done = as.end;
  }

  change({ old, new: words }: Change): void {
    const begin = words[0]?.start ?? this.#done;
    const end = words.at(-1)?.end ?? this.#done;
    const runs = runsOf(old);
    // Words taken out go with the white space before them.
    if (words.length === 0) growToward(runs, this.#run);
    this.#flush();
    this.#push(this.#value.slice(this.#done, begin));
    const from = this.#length;
    for (const [index, run] of runs.entries()) {
      if (index > 0) this.#push(" ");
      this.#push(this.#slice(run));
    }
    this.#edits.push({
      rule: "human",
      start: from,
      end: this.#length,
      after: this.#value.slice(begin, end),
      confidence: 1,
    });
    this.#done = end;
  }

  finish(): TracedText {
    this.#flush();
    this.#push(this.#value.slice(this.#done));
    return TracedText.concat(this.#read, this.#pieces).apply(this.#edits);
  }

  /** The white space between a run and a word after it; null where that is not what stands between them. */
  #gapAfter(run: Run, word: Word): string | null {
    if (word.in !== run.in || word.start < run.end) return null;
    return this.#slice({ in: run.in, start: run.end, end: word.start }).text;
  }

  #flush(): void {
    if (this.#run !== null) this.#push(this.#slice(this.#run));
    this.#run = null;
  }

  #push(piece: TracedText | string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
  }

  #slice({ in: index, start, end }: Run): TracedText {
    return (this.#olds[index] as TracedText).slice(start, end);
  }
}

/** Stretches of words that stand in one text. */
function runsOf(words: readonly Word[]): Run[] {
  const runs: Run[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last?.in === word.in) runs[runs.length - 1] = { ...last, end: word.end };
    else runs.push({ in: word.in, start: word.start, end: word.end });
  }
  return runs;
}

function growToward(runs: Run[], kept: Run | null): void {
  const [first] = runs;
  if (first !== undefined && kept !== null && first.in === kept.in && first.start >= kept.end) {
    runs[0] = { ...first, start: kept.end };
  }
}
