import { useLayoutEffect, useRef } from "preact/hooks";
import type { Memo, MemoRecord } from "../../model/record.ts";
import type { FieldValue } from "../../revise/fields.ts";
import { decide, focusField, setField } from "./actions.ts";
import { choicesOf, fieldKindOf, fieldValue } from "./field-model.ts";
import * as state from "./state.ts";
import { fullLabelOf, texts, valueText } from "./texts.ts";

interface EditorProps {
  readonly record: MemoRecord;
  readonly pointer: string;
}

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A field while it is edited. Ctrl+Enter saves, Escape leaves it as it was. */
export function Editor({ record, pointer }: EditorProps) {
  const input = useRef<Input>(null);
  // At once: the next key may come before anything is painted.
  useLayoutEffect(() => input.current?.focus(), []);
  const save = (): void => void setField(record, pointer, enteredValue(input.current, pointer));
  const cancel = (): void => {
    state.editing.value = null;
    focusField(pointer);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isSplit = event.key === "Enter" && event.altKey;
    const isSave = event.key === "Enter" && (event.ctrlKey || event.metaKey || fieldKindOf(pointer) !== "prose");
    if (event.key !== "Escape" && !isSplit && !isSave) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") cancel();
    else if (isSplit) splitClause(record, pointer, input.current);
    else save();
  };
  return (
    <div class="editor" onKeyDown={onKeyDown}>
      <FieldInput input={input} record={record} pointer={pointer} />
      <div class="actions">
        <button type="button" class="primary" onClick={save}>
          {texts.save} <kbd>⌃⏎</kbd>
        </button>
        <button type="button" onClick={cancel}>
          {texts.cancel} <kbd>Esc</kbd>
        </button>
        {isClause(pointer) && (
          <button type="button" onClick={() => splitClause(record, pointer, input.current)}>
            {texts.splitHere} <kbd>⌥⏎</kbd>
          </button>
        )}
      </div>
    </div>
  );
}

function FieldInput({ input, record, pointer }: EditorProps & { readonly input: { current: Input | null } }) {
  const value = fieldValue(record, pointer);
  const label = fullLabelOf(pointer);
  const kind = fieldKindOf(pointer);
  const text = value === null ? "" : String(value);
  if (kind === "choice") {
    const choices = choicesOf(pointer);
    return (
      <select
        ref={input as { current: HTMLSelectElement | null }}
        aria-label={label}
        value={text === "" ? "null" : text}
      >
        {choices.map((choice) => (
          <option key={String(choice)} value={String(choice)}>
            {valueText(choice)}
          </option>
        ))}
      </select>
    );
  }
  if (kind === "prose") {
    const rows = Math.max(2, Math.ceil(text.length / 60) + text.split("\n").length - 1);
    return (
      <textarea
        ref={input as { current: HTMLTextAreaElement | null }}
        aria-label={label}
        rows={rows}
        defaultValue={text}
      />
    );
  }
  const ref = input as { current: HTMLInputElement | null };
  if (kind === "date") return <input ref={ref} aria-label={label} type="date" defaultValue={text} />;
  return <input ref={ref} aria-label={label} type="text" defaultValue={text} />;
}

/** What an input holds, as the field's value. */
function enteredValue(input: Input | null, pointer: string): FieldValue {
  const text = input?.value ?? "";
  if (fieldKindOf(pointer) !== "choice") return text.trim() === "" ? null : text;
  return choicesOf(pointer).find((choice) => String(choice) === text) ?? null;
}

function isClause(pointer: string): boolean {
  return /\/clauses\/\d+\/text$/.test(pointer);
}

/** The text before the cursor stays the clause's; the rest is a clause after it. */
function splitClause(record: MemoRecord, pointer: string, input: Input | null): void {
  const [, item, clause] = /^\/memo\/items\/(\d+)\/clauses\/(\d+)\/text$/.exec(pointer)?.map(Number) ?? [];
  if (!(input instanceof HTMLTextAreaElement) || item === undefined || clause === undefined) return;
  const [left, right] = [
    input.value.slice(0, input.selectionStart).trim(),
    input.value.slice(input.selectionStart).trim(),
  ];
  const old = record.memo.items;
  const split = (clauses: Memo["items"][number]["clauses"]) =>
    clauses.toSpliced(
      clause,
      1,
      { number: clauses[clause]?.number ?? null, text: left },
      { number: null, text: right },
    );
  if (left === "" || right === "") return;
  const items = old.map((one, index) => (index === item ? { ...one, clauses: split(one.clauses) } : one));
  void decide({ act: "set", field: "/memo/items", old, new: items }).then(() =>
    focusField(`/memo/items/${item}/clauses/${clause + 1}/text`),
  );
}
