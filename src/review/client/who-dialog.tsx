import { useEffect, useRef, useState } from "preact/hooks";
import * as state from "./state.ts";
import { texts } from "./texts.ts";

/** Asks once who sits here: the history names who decided. */
export function WhoDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState(state.session.value?.suggestedName ?? "");
  useEffect(() => dialog.current?.showModal(), []);
  const keep = async (): Promise<void> => {
    const { desk } = state.source();
    if (desk === null || name.trim() === "") return;
    try {
      state.session.value = await desk.is(name.trim());
    } catch (error) {
      state.fail(error, () => void keep());
    }
  };
  return (
    <dialog ref={dialog} class="help" aria-labelledby="who-title" onCancel={(event) => event.preventDefault()}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <h2 id="who-title">{texts.whoAreYou}</h2>
        <p>{texts.whoHelp}</p>
        <p>
          <input
            type="text"
            aria-label={texts.yourName}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />{" "}
          <button type="submit" class="primary">
            {texts.save}
          </button>
        </p>
      </form>
    </dialog>
  );
}
