import type { Memo } from "../../model/record.ts";
import { decide } from "./actions.ts";
import { FieldCard } from "./field.tsx";
import * as state from "./state.ts";
import { labelOf, texts } from "./texts.ts";

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

type ListName = "references" | "signatures" | "attachments";

/** What a new entry of a list is, for a person to fill in. */
const NEW_ENTRY: Readonly<Record<ListName, Memo[ListName][number]>> = {
  references: { paper: "…", meeting: null },
  signatures: { name: "…", role: null, capacity: null },
  attachments: "…",
};

/** A list whose entries can be added and removed. @param keys of an entry; none where it is a text itself */
export function ListSection({ name, keys }: { readonly name: ListName; readonly keys: readonly string[] }) {
  const record = state.view.value?.record;
  if (record === undefined) return null;
  const field = `/memo/${name}`;
  const entries: readonly Memo[ListName][number][] = record.memo[name];
  const change = (next: readonly Memo[ListName][number][]): void =>
    void decide({ act: "set", field, old: [...entries], new: [...next] });
  return (
    <section class="group" aria-label={labelOf(field)}>
      <h2>
        {labelOf(field)}
        {!state.isReadOnly() && (
          <button
            type="button"
            class="small"
            aria-label={`${labelOf(field)}: ${texts.add}`}
            onClick={() => change([...entries, NEW_ENTRY[name]])}
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
              onClick={() => change(entries.filter((_entry, at) => at !== index))}
            >
              ×
            </button>
          )}
        </div>
      ))}
    </section>
  );
}
