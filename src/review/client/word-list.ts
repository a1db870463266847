import * as state from "./state.ts";
import { texts } from "./texts.ts";

/** Puts a word or name into the archive's list, says so, and offers to take it back. */
export async function learn(word: string): Promise<void> {
  const { desk } = state.source();
  if (desk === null || word.trim() === "") return;
  try {
    const learned = await desk.learn([word]);
    if (learned.length === 0) return state.tell(texts.wordKnown(word.trim()));
    state.tell(texts.learned(learned.join(", ")), { label: texts.takeBack, run: () => void forget(learned) });
  } catch (error) {
    state.fail(error, () => void learn(word));
  }
}

async function forget(words: readonly string[]): Promise<void> {
  try {
    await state.source().desk?.forget(words);
    state.tell(texts.forgotten(words.join(", ")));
  } catch (error) {
    state.fail(error, () => void forget(words));
  }
}
