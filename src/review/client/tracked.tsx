import type { MemoRecord } from "../../model/record.ts";
import { decideCorrections, isOpenCorrection } from "./actions.ts";
import { type Correction, correctionsAt } from "./field-model.ts";
import * as state from "./state.ts";
import { texts } from "./texts.ts";

interface TrackedProps {
  readonly record: MemoRecord;
  readonly pointer: string;
}

/** A text with its corrections as tracked changes: what was read struck out, what it was made underlined. */
export function TrackedText({ record, pointer, text }: TrackedProps & { readonly text: string }) {
  let done = 0;
  const parts = correctionsAt(record, pointer).flatMap((correction) => {
    const before = text.slice(done, correction.offset);
    done = correction.offset + correction.to.length;
    return [before, <TrackedChange key={correction.offset} record={record} correction={correction} />];
  });
  return (
    <p class="value">
      {parts}
      {text.slice(done)}
    </p>
  );
}

function TrackedChange({ record, correction }: { readonly record: MemoRecord; readonly correction: Correction }) {
  const index = record.corrections.indexOf(correction);
  const { rule, from, to } = correction;
  const isOpen = isOpenCorrection(correction);
  const content = (
    <>
      <del>{shown(from)}</del>
      <ins>{to}</ins>
    </>
  );
  const kind = `correction ${rule} ${isOpen ? "" : "settled"}`;
  if (!isOpen) return <span class={kind}>{content}</span>;
  return (
    <button
      type="button"
      class={kind}
      aria-label={texts.correction(shown(from), to)}
      aria-pressed={state.correction.value === index}
      onFocus={() => (state.correction.value = index)}
      onClick={() => (state.correction.value = index)}
    >
      {content}
    </button>
  );
}

/** Line ends as they were read, to be seen. */
function shown(text: string): string {
  return text.replaceAll("\n", "⏎");
}

/** What can be done about the correction looked at. */
export function CorrectionBar({ record, pointer }: TrackedProps) {
  const correction = record.corrections[state.correction.value ?? -1];
  if (correction === undefined || correction.at !== pointer) return null;
  const { rule, from, to, confidence } = correction;
  const name = texts.rules[rule] ?? rule;
  const same = record.corrections.filter((one) => one.rule === rule && isOpenCorrection(one));
  const run = (act: "accept" | "reject", which: readonly Correction[]) => () =>
    void decideCorrections(record, act, which);
  return (
    <div class="correction-bar">
      <span>
        <b>{name}</b> <del>{shown(from) || "∅"}</del> → <ins>{to || "∅"}</ins>{" "}
        {texts.sureness(Math.round(confidence * 100))}
      </span>
      {!state.isReadOnly() && (
        <span class="actions">
          <button type="button" onClick={run("accept", [correction])}>
            {texts.accept} <kbd>a</kbd>
          </button>
          <button type="button" onClick={run("reject", [correction])}>
            {texts.reject} <kbd>r</kbd>
          </button>
          <button type="button" onClick={run("accept", same)}>
            {texts.acceptAll(name)} ({same.length}) <kbd>⇧A</kbd>
          </button>
          <button type="button" onClick={run("reject", same)}>
            {texts.rejectAll(name)} <kbd>⇧R</kbd>
          </button>
        </span>
      )}
    </div>
  );
}
