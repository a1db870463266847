import { useEffect, useRef } from "preact/hooks";
import * as state from "./state.ts";
import { texts } from "./texts.ts";

/** All keys, in a dialog that the browser keeps the focus in. */
export function HelpDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = (): void => {
    state.isHelpOpen.value = false;
  };
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={close}>
      <h2 id="help-title">{texts.help}</h2>
      <dl>
        {texts.keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="primary" onClick={() => dialog.current?.close()}>
        OK
      </button>
    </dialog>
  );
}
