import type { Memo, MemoRecord } from "../../model/record.ts";
import { startEditing } from "./actions.ts";
import { BoundaryEditor } from "./boundary-editor.tsx";
import { FieldCard } from "./field.tsx";
import * as state from "./state.ts";
import { texts } from "./texts.ts";

/** Clauses and the response that answers them, side by side. */
export function Items({ record }: { readonly record: MemoRecord }) {
  const isMoving = state.editing.value === "/memo/items";
  return (
    <section class="group items" aria-label={texts.items}>
      <h2>
        {texts.items}
        {!state.isReadOnly() && !isMoving && (
          <button type="button" class="small" onClick={() => startEditing("/memo/items")}>
            {texts.boundaries} <kbd>b</kbd>
          </button>
        )}
      </h2>
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
