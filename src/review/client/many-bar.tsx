import { useState } from "preact/hooks";
import { confirmMarked, marked, queryMarked } from "./many.ts";
import * as state from "./state.ts";
import { texts } from "./texts.ts";
import { useFocus } from "./use-focus.ts";

/** What can be done with the marked records of the list. */
export function ManyBar() {
  const [isAsking, setAsking] = useState(false);
  const list = state.list.value;
  if (state.isReadOnly() || list === null || list.rows.length === 0) return null;
  const count = marked.value.size;
  const all = list.rows.map(({ key }) => key);
  return (
    <section class="many-bar" aria-label={texts.many}>
      <button type="button" onClick={() => (marked.value = new Set(all))}>
        {texts.markAll}
      </button>
      {count > 0 && (
        <>
          <span role="status">{texts.marked(count)}</span>
          <button type="button" class="primary" onClick={() => void confirmMarked()}>
            {texts.confirm}
          </button>
          <button type="button" onClick={() => setAsking(!isAsking)} aria-expanded={isAsking}>
            {texts.query}
          </button>
          <button type="button" onClick={() => (marked.value = new Set())}>
            {texts.unmark}
          </button>
          {isAsking && <ManyQuery onEnd={() => setAsking(false)} />}
        </>
      )}
    </section>
  );
}

function ManyQuery({ onEnd }: { readonly onEnd: () => void }) {
  const [note, setNote] = useState("");
  const input = useFocus<HTMLInputElement>();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim() === "") return;
        void queryMarked(note.trim());
        onEnd();
      }}
    >
      <input
        type="text"
        size={40}
        maxLength={2000}
        ref={input}
        aria-label={texts.queryNote}
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
      />{" "}
      <button type="submit">{texts.save}</button>
    </form>
  );
}
