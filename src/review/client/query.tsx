import { useState } from "preact/hooks";
import { decide } from "./actions.ts";
import * as state from "./state.ts";
import { texts } from "./texts.ts";
import { useFocus } from "./use-focus.ts";

/** What `state.editing` holds while a question is written. */
export const QUERY = "/diagnostics/-";

/** What has to be asked before the letter can be settled; it stays open until that is done. */
export function QueryForm() {
  const [note, setNote] = useState("");
  const input = useFocus<HTMLInputElement>();
  const close = (): void => {
    state.editing.value = null;
  };
  const save = async (): Promise<void> => {
    if (note.trim() === "") return;
    if (!(await decide({ act: "query", field: "/diagnostics", old: null, new: null, note: note.trim() }))) return;
    state.tell(texts.queried);
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
        if (event.key === "Escape") close();
      }}
    >
      <label>
        {texts.queryNote}{" "}
        <input
          type="text"
          size={50}
          maxLength={2000}
          ref={input}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </label>
      <div class="actions">
        <button type="submit" class="primary">
          {texts.save} <kbd>{texts.enter}</kbd>
        </button>
        <button type="button" onClick={close}>
          {texts.cancel} <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  );
}
