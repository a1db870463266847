import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Memo, MemoRecord } from "../../model/record.ts";
import { type FieldValue, kindOf } from "../../revise/fields.ts";
import { decide, setField } from "./actions.ts";
import { draftOf, dropDraft, keepDraft } from "./drafts.ts";
import { entered, Hint, hintOf } from "./entry.tsx";
import { choicesOf, fieldKindOf, fieldValue } from "./field-model.ts";
import { removeEntry } from "./lists.ts";
import * as state from "./state.ts";
import { insertInto, type Taken, useTaker } from "./taking.ts";
import { labelIn, shownValue, texts, valueText } from "./texts.ts";
import { focusField } from "./walk.ts";

interface EditorProps {
  readonly record: MemoRecord;
  readonly pointer: string;
}

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A field while it is edited. Ctrl+Enter saves, Escape leaves it as it was; what is typed is kept until then. */
export function Editor({ record, pointer }: EditorProps) {
  const input = useRef<Input>(null);
  const current = shownValue(pointer, String(fieldValue(record, pointer) ?? ""));
  const begin = useRef(draftOf(pointer, current)?.text ?? current).current;
  const [text, setText] = useState(begin);
  const [isAsked, setAsked] = useState(false);
  const taken = useRef<readonly Taken[]>([]);
  // At once: the next key may come before anything is painted.
  useLayoutEffect(() => input.current?.focus(), []);
  const hint = text === current ? null : hintOf(pointer, text);
  const save = (): void => {
    if (hint?.isWrong === true || (hint?.isOdd === true && !isAsked)) setAsked(true);
    else void saved(record, pointer, enteredValue(input.current, pointer), taken.current);
  };
  const cancel = (): void => {
    dropDraft(pointer);
    state.editing.value = null;
    focusField(pointer);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isSplit = event.key === "Enter" && event.altKey && isClause(pointer);
    const isSave = event.key === "Enter" && (event.ctrlKey || event.metaKey || fieldKindOf(pointer) !== "prose");
    if (event.key !== "Escape" && !isSplit && !isSave) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") cancel();
    else if (isSplit) splitClause(record, pointer, input.current);
    else save();
  };
  const onInput = (now: string): void => {
    setText(now);
    setAsked(false);
    keepDraft(pointer, now, current);
  };
  useTaker((words) => {
    if (input.current === null || input.current instanceof HTMLSelectElement) return;
    taken.current = [...taken.current, words];
    insertInto(input.current, words.text);
    onInput(input.current.value);
  });
  return (
    <div class="editor" onKeyDown={onKeyDown}>
      <FieldInput input={input} record={record} pointer={pointer} text={text} onInput={onInput} />
      {hint !== null && <Hint hint={hint} isAsked={isAsked} />}
      <div class="actions">
        <button type="button" class="primary" onClick={save}>
          {texts.save} <kbd>{fieldKindOf(pointer) === "prose" ? texts.ctrlEnter : texts.enter}</kbd>
        </button>
        <button type="button" onClick={cancel}>
          {texts.cancel} <kbd>Esc</kbd>
        </button>
        {isClause(pointer) && (
          <button type="button" onClick={() => splitClause(record, pointer, input.current)}>
            {texts.splitHere} <kbd>{texts.altEnter}</kbd>
          </button>
        )}
      </div>
    </div>
  );
}

/** What makes an entry of a list: without it the entry is none. */
const HEART = /^\/memo\/(?:references\/(?<paper>\d+)\/paper|attachments\/(?<attachment>\d+))$/;

async function saved(record: MemoRecord, pointer: string, value: FieldValue, taken: readonly Taken[]): Promise<void> {
  const { paper, attachment } = HEART.exec(pointer)?.groups ?? {};
  if (value !== null || (paper ?? attachment) === undefined) {
    await setField(record, pointer, value, taken);
    return;
  }
  dropDraft(pointer);
  await removeEntry(record, paper === undefined ? "attachments" : "references", Number(paper ?? attachment));
}

interface InputProps extends EditorProps {
  readonly input: { current: Input | null };
  readonly text: string;
  readonly onInput: (text: string) => void;
}

function FieldInput({ input, record, pointer, text, onInput }: InputProps) {
  const label = labelIn(record.memo, pointer);
  const kind = fieldKindOf(pointer);
  if (kind === "choice") {
    const choices = choicesOf(pointer);
    return (
      <select
        ref={input as { current: HTMLSelectElement | null }}
        aria-label={label}
        value={text === "" ? "null" : text}
        onChange={(event) => onInput(event.currentTarget.value)}
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
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    );
  }
  return (
    <input
      ref={input as { current: HTMLInputElement | null }}
      aria-label={label}
      type="text"
      placeholder={kind === "date" ? texts.datePattern : undefined}
      defaultValue={text}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}

/** What an input holds, as the field's value. */
function enteredValue(input: Input | null, pointer: string): FieldValue {
  const text = input?.value ?? "";
  if (fieldKindOf(pointer) !== "choice") return entered(pointer, text);
  return choicesOf(pointer).find((choice) => String(choice) === text) ?? null;
}

function isClause(pointer: string): boolean {
  return kindOf(pointer) === "/memo/items/#/clauses/#/text";
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
  void decide({ act: "set", field: "/memo/items", old, new: items }).then((isDone) => {
    if (!isDone) return;
    dropDraft(pointer);
    focusField(`/memo/items/${item}/clauses/${clause + 1}/text`);
  });
}
