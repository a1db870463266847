import { useRef, useState } from "preact/hooks";
import type { MemoRecord } from "../../model/record.ts";
import { Hint, hintOf } from "./entry.tsx";
import { FieldCard } from "./field.tsx";
import { addEntry, type Entry, type ListName, removeEntry } from "./lists.ts";
import * as state from "./state.ts";
import { insertInto, type Taken, useTaker } from "./taking.ts";
import { labelOf, texts } from "./texts.ts";
import { useFocus } from "./use-focus.ts";

/** Fields one below the other under a heading. */
export function Plain({ title, pointers }: { readonly title: string; readonly pointers: readonly string[] }) {
  const record = state.view.value?.record;
  if (record === undefined) return null;
  return (
    <section class="group" aria-label={title}>
      <h2>{title}</h2>
      <div class="fields">
        {pointers.map((pointer) => (
          <FieldCard key={pointer} record={record} pointer={pointer} />
        ))}
      </div>
    </section>
  );
}

/** The leaf by which a new entry begins. */
const FIRST_LEAF: Readonly<Record<ListName, string>> = {
  references: "/memo/references/#/paper",
  signatures: "/memo/signatures/#/name",
  attachments: "/memo/attachments/#",
};

/** A list whose entries can be added and removed. @param keys of an entry; none where it is a text itself */
export function ListSection({ name, keys }: { readonly name: ListName; readonly keys: readonly string[] }) {
  const [isAdding, setAdding] = useState(false);
  const record = state.view.value?.record;
  if (record === undefined) return null;
  const field = `/memo/${name}`;
  const entries: readonly Entry[] = record.memo[name];
  return (
    <section class="group" aria-label={labelOf(field)}>
      <h2>
        {labelOf(field)}
        {!state.isReadOnly() && !isAdding && (
          <button
            type="button"
            class="small"
            aria-label={`${labelOf(field)}: ${texts.add}`}
            onClick={() => setAdding(true)}
          >
            + {texts.add}
          </button>
        )}
      </h2>
      {entries.map((_, index) => (
        <div class="entry" key={index}>
          <div class="fields">
            {(keys.length === 0 ? [""] : keys.map((key) => `/${key}`)).map((key) => (
              <FieldCard key={key} record={record} pointer={`${field}/${index}${key}`} />
            ))}
          </div>
          {!state.isReadOnly() && (
            <button
              type="button"
              class="small"
              title={texts.remove}
              aria-label={`${labelOf(field)} ${index + 1}: ${texts.remove}`}
              onClick={() => void removeEntry(record, name, index)}
            >
              ×
            </button>
          )}
        </div>
      ))}
      {isAdding && <NewEntry record={record} name={name} onEnd={() => setAdding(false)} />}
    </section>
  );
}

interface NewEntryProps {
  readonly record: MemoRecord;
  readonly name: ListName;
  readonly onEnd: () => void;
}

/** Nothing is stored before it is typed. */
function NewEntry({ record, name, onEnd }: NewEntryProps) {
  const [text, setText] = useState("");
  const [isAsked, setAsked] = useState(false);
  const input = useFocus<HTMLInputElement>();
  const taken = useRef<readonly Taken[]>([]);
  useTaker((words) => {
    if (input.current === null) return;
    taken.current = [...taken.current, words];
    insertInto(input.current, words.text);
    setText(input.current.value);
  });
  const leaf = FIRST_LEAF[name];
  const hint = hintOf(leaf, text);
  const save = async (): Promise<void> => {
    if (hint?.isOdd === true && !isAsked) return setAsked(true);
    if (text.trim() !== "" && (await addEntry(record, name, text.trim(), taken.current))) onEnd();
  };
  return (
    <form
      class="editor new-entry"
      data-own-keys
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onEnd();
      }}
    >
      <input
        type="text"
        ref={input}
        aria-label={`${labelOf(leaf)}: ${texts.add}`}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {hint !== null && <Hint hint={hint} isAsked={isAsked} />}
      <div class="actions">
        <button type="submit" class="primary">
          {texts.save} <kbd>{texts.enter}</kbd>
        </button>
        <button type="button" onClick={onEnd}>
          {texts.cancel} <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  );
}
