import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Change, TracedText } from "../text/traced-text.ts";
import { wordsIn } from "./letters.ts";

/** Below this the engine's confidence in a word is doubt. */
const DOUBTED = 0.6;
const SHORTEST = 4;

/** Words the engine doubted, no lexicon knows and no rule changed: a person should look at them. */
export function uncertainWords(text: TracedText, lexicon: Lexicon): Diagnostic[] {
  const changes = text.changes();
  return text.read.lines.flatMap(({ line, start, page }) => {
    const doubted = line.words.filter((word) => word.confidence < DOUBTED);
    return doubted.flatMap((word) =>
      wordsIn(line.text.slice(word.start, word.end))
        .filter((letters) => letters.text.length >= SHORTEST && !lexicon.isKnown(letters.text))
        .filter((letters) => !isChanged(start + word.start + letters.start, changes))
        .map((letters) => finding(letters.text, page.number)),
    );
  });
}

function finding(word: string, page: number): Diagnostic {
  const message = `"${word}" was read with low confidence and is in no word list.`;
  return { severity: "info", stage: "repair", code: "word-uncertain", message, page };
}

/** Whether a raw offset lies in a change; changes are in order and do not overlap. */
function isChanged(offset: number, changes: readonly Change[]): boolean {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return (changes[low]?.start ?? Number.POSITIVE_INFINITY) <= offset;
}
