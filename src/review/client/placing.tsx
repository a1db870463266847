import type { MemoRecord } from "../../model/record.ts";
import { decide } from "./actions.ts";
import { fieldValue, quotedText } from "./field-model.ts";
import * as state from "./state.ts";
import { labelIn, texts } from "./texts.ts";
import { focusField } from "./walk.ts";

interface PlacingProps {
  readonly record: MemoRecord;
  readonly pointer: string;
  readonly text: string;
}

/** A text while a line waits to be put into it: before the word that is pointed at, or at the end. */
export function PlacingText({ record, pointer, text }: PlacingProps) {
  const found = [...text.matchAll(/\S+/gu)];
  const words = found.map(({ 0: word, index }, at) => {
    const before = found[at - 1];
    return { word, index, gap: text.slice(before === undefined ? 0 : before.index + before[0].length, index) };
  });
  return (
    <p class="value placing">
      {words.map(({ word, gap, index }) => (
        <span key={index}>
          {gap}
          <span class="place" onClick={() => void placeHere(record, pointer, index)}>
            {word}
          </span>
        </span>
      ))}{" "}
      <button
        type="button"
        class="small"
        aria-label={`${texts.placeAtEnd}: ${labelIn(record.memo, pointer)}`}
        onClick={() => void placeHere(record, pointer, text.length)}
      >
        {texts.placeAtEnd}
      </button>
    </p>
  );
}

async function placeHere(record: MemoRecord, field: string, at: number): Promise<void> {
  const finding = state.placing.value;
  if (finding === null) return;
  const { code, message, page } = finding;
  const old = fieldValue(record, field);
  const text = String(old ?? "");
  const parts = [text.slice(0, at).trimEnd(), quotedText(finding), text.slice(at).trimStart()];
  // A paragraph that ends where the line is put still ends there.
  const gapBefore = /\n\n$/u.test(text.slice(0, at)) ? "\n\n" : " ";
  const [before = "", line = "", after = ""] = parts;
  const now = [before === "" ? "" : `${before}${gapBefore}`, line, after === "" ? "" : ` ${after}`].join("");
  const about = { code, message, ...(page === undefined ? {} : { page }) };
  if (!(await decide({ act: "place", field, old, new: now, finding: about }))) return;
  state.placing.value = null;
  state.tell(texts.saved);
  focusField(field);
}
