import type { ComponentChildren } from "preact";
import * as state from "./state.ts";
import { texts } from "./texts.ts";
import { toggleTheme } from "./theme.ts";

/** The bar on top of every page; what is between its ends is the page's own. */
export function Masthead({ children }: { readonly children?: ComponentChildren }) {
  return (
    <header class="masthead">
      <a class="brand" href="#/">
        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path d="M6 3h9l4 4v14H6z" />
          <path d="M9 12h7M9 15h7M9 18h4" />
        </svg>
        {texts.title}
        <span class="archive">{state.session.value?.archive}</span>
        {state.isReadOnly() && <span class="badge">{texts.readOnly}</span>}
      </a>
      <div class="middle">{children}</div>
      {!state.isReadOnly() && <a href="#/words">{texts.words}</a>}
      <button type="button" onClick={() => (state.isHelpOpen.value = true)}>
        {texts.help} <kbd>?</kbd>
      </button>
      <button type="button" onClick={toggleTheme}>
        {texts.theme}
      </button>
    </header>
  );
}
