import { useRef, useState } from "preact/hooks";
import type { Memo, MemoRecord } from "../../model/record.ts";
import { decide, startEditing } from "./actions.ts";
import { BoundaryEditor } from "./boundary-editor.tsx";
import { FieldCard } from "./field.tsx";
import { ItemFindings } from "./findings.tsx";
import * as state from "./state.ts";
import { insertInto, placesOf, type Taken, useTaker } from "./taking.ts";
import { texts } from "./texts.ts";
import { useFocus } from "./use-focus.ts";
import { focusField } from "./walk.ts";

/** Clauses and the response that answers them, side by side. */
export function Items({ record }: { readonly record: MemoRecord }) {
  const isMoving = state.editing.value === "/memo/items";
  const isAdding = state.editing.value === "/memo/items/-";
  const mayEdit = !state.isReadOnly() && !isMoving;
  return (
    <section class="group items" aria-label={texts.items}>
      <h2>
        {texts.items}
        {mayEdit && (
          <>
            <button type="button" class="small" onClick={() => startEditing("/memo/items")}>
              {texts.boundaries} <kbd>b</kbd>
            </button>
            <button type="button" class="small" onClick={() => startEditing("/memo/items/-")}>
              + {texts.newClause} <kbd>i</kbd>
            </button>
          </>
        )}
      </h2>
      {isAdding && <NewClause record={record} />}
      {isMoving ? (
        <BoundaryEditor record={record} />
      ) : (
        record.memo.items.map((item, index) => <ItemCard key={index} record={record} item={item} index={index} />)
      )}
    </section>
  );
}

interface ItemProps {
  readonly record: MemoRecord;
  readonly item: Memo["items"][number];
  readonly index: number;
}

function ItemCard({ record, item, index }: ItemProps) {
  const pointer = `/memo/items/${index}`;
  return (
    <section class="item" aria-label={texts.item(index + 1)}>
      <ItemFindings record={record} pointer={pointer} />
      <div class="clauses">
        {item.leadIn !== null && <FieldCard record={record} pointer={`${pointer}/leadIn`} />}
        {item.clauses.map((_, at) => (
          <div class="clause" key={at}>
            <FieldCard record={record} pointer={`${pointer}/clauses/${at}/number`} />
            <FieldCard record={record} pointer={`${pointer}/clauses/${at}/text`} />
          </div>
        ))}
      </div>
      <div class="answer">
        <FieldCard record={record} pointer={`${pointer}/response`} />
        <FieldCard record={record} pointer={`${pointer}/fulfilment`} />
      </div>
    </section>
  );
}

/** A clause that was not read, with a number if it bears one: behind the item looked at, else at the end. */
function NewClause({ record }: { readonly record: MemoRecord }) {
  const [number, setNumber] = useState("");
  const [text, setText] = useState("");
  const input = useFocus<HTMLInputElement>();
  const area = useRef<HTMLTextAreaElement>(null);
  const taken = useRef<readonly Taken[]>([]);
  useTaker((words) => {
    if (area.current === null) return;
    taken.current = [...taken.current, words];
    insertInto(area.current, words.text);
    setText(area.current.value);
  });
  const close = (): void => {
    state.editing.value = null;
  };
  const save = async (): Promise<void> => {
    if (text.trim() === "") return;
    const old = record.memo.items;
    const looked = /^\/memo\/items\/(\d+)/u.exec(state.selected.value ?? "")?.[1];
    const at = looked === undefined ? old.length : Number(looked) + 1;
    const clauses = [{ number: number.trim() || null, text: text.trim() }];
    const added = { leadIn: null, clauses, response: null, fulfilment: null };
    const places = placesOf(`/${at}/clauses/0/text`, text, taken.current);
    if (!(await decide({ act: "set", field: "/memo/items", old, new: old.toSpliced(at, 0, added), ...places }))) return;
    state.tell(texts.saved);
    focusField(`/memo/items/${at}/clauses/0/text`);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.ctrlKey) void save();
    else return;
    event.preventDefault();
  };
  return (
    <div class="editor new-entry" data-own-keys onKeyDown={onKeyDown}>
      <input
        type="text"
        size={4}
        ref={input}
        aria-label={texts.clauseNumber}
        placeholder={texts.numberShort}
        value={number}
        onInput={(event) => setNumber(event.currentTarget.value)}
      />
      <textarea
        ref={area}
        aria-label={texts.newClause}
        rows={3}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div class="actions">
        <button type="button" class="primary" onClick={() => void save()}>
          {texts.save} <kbd>{texts.ctrlEnter}</kbd>
        </button>
        <button type="button" onClick={close}>
          {texts.cancel} <kbd>Esc</kbd>
        </button>
      </div>
    </div>
  );
}
