import { diffIndices } from "node-diff3";
import type { ReadText } from "../text/read-text.ts";
import type { TracedText } from "../text/traced-text.ts";
import { type Change, Composer, type Word } from "./composer.ts";
import { wordsOf } from "./words.ts";

/** What became of some words: kept as they were, or changed. */
type Step = { readonly kept: Word; readonly as: Word } | Change;

/**
 * New texts traced to the old ones that a person made them from: words kept, whichever text they stand in now, keep
 * their source; words changed, added or removed are edits of the rule "human".
 * @returns a traced text for each of `values`, with that very text
 */
export function retrace(read: ReadText, olds: readonly TracedText[], values: readonly string[]): TracedText[] {
  const steps = stepsOf(
    olds.flatMap((old, index) => placed(old.text, index)),
    values.flatMap(placed),
    values.length,
  );
  return values.map((value, index) => {
    const composer = new Composer(read, olds, value);
    for (const step of steps[index] ?? []) {
      if ("kept" in step) composer.keep(step.kept, step.as);
      else composer.change(step);
    }
    return composer.finish();
  });
}

function placed(text: string, index: number): Word[] {
  return wordsOf(text).map((word) => ({ ...word, in: index }));
}

/** The steps for each new text. */
function stepsOf(oldWords: readonly Word[], newWords: readonly Word[], texts: number): Step[][] {
  const steps: Step[][] = Array.from({ length: texts }, () => []);
  let [oldAt, newAt] = [0, 0];
  const keepUntil = (end: number): void => {
    for (; newAt < end; newAt++, oldAt++) {
      const word = newWords[newAt] as Word;
      steps[word.in]?.push({ kept: oldWords[oldAt] as Word, as: word });
    }
  };
  for (const { buffer1, buffer2 } of diffIndices(oldWords.map(textOf), newWords.map(textOf))) {
    keepUntil(buffer2[0]);
    const old = oldWords.slice(oldAt, oldAt + buffer1[1]);
    const home = (newWords[newAt - 1] ?? newWords[newAt])?.in ?? 0;
    for (const [text, change] of changesByText(old, newWords.slice(newAt, newAt + buffer2[1]), home)) {
      steps[text]?.push(change);
    }
    oldAt += buffer1[1];
    newAt += buffer2[1];
  }
  keepUntil(newWords.length);
  return steps;
}

function textOf(word: Word): string {
  return word.text;
}

/** Old words that gave way to words of several texts belong to the first of these; where none came, to `home`. */
function changesByText(old: readonly Word[], words: readonly Word[], home: number): Map<number, Change> {
  const changes = new Map<number, Change>();
  if (words.length === 0) changes.set(home, { old, new: [] });
  for (const word of words) {
    const change = changes.get(word.in) ?? { old: changes.size === 0 ? old : [], new: [] };
    changes.set(word.in, { old: change.old, new: [...change.new, word] });
  }
  return changes;
}
