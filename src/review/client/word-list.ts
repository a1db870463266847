import type { MemoRecord } from "../../model/record.ts";
import { fieldValue } from "./field-model.ts";
import * as state from "./state.ts";
import type { WordStop } from "./stops.ts";
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

/** What is taught at a word looked at: of a person's name all of it, as only whole names mend what is read under a letter. */
export function teachable(record: MemoRecord, { pointer, doubt }: WordStop, word: string): string {
  if (!pointer.endsWith("/name")) return word;
  const name = String(fieldValue(record, pointer) ?? "");
  return `${name.slice(0, doubt.offset)}${word}${name.slice(doubt.offset + doubt.length)}`;
}
