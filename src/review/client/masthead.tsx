import type { ComponentChildren } from "preact";
import { listAddress } from "./address.ts";
import * as state from "./state.ts";
import { texts } from "./texts.ts";
import { toggleTheme } from "./theme.ts";

/** The bar on top of every page; what is between its ends is the page's own. */
export function Masthead({ children }: { readonly children?: ComponentChildren }) {
  return (
    <header class={`masthead ${children === undefined ? "" : "narrow"}`}>
      <a class="brand" href={listAddress(state.query.value)}>
        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path d="M6 3h9l4 4v14H6z" />
          <path d="M9 12h7M9 15h7M9 18h4" />
        </svg>
        <span class="title">{texts.title}</span>
        <span class="archive">{state.session.value?.archive}</span>
        {state.isReadOnly() && <span class="badge">{texts.readOnly}</span>}
      </a>
      <div class="middle">{children}</div>
      {!state.isReadOnly() && (
        <>
          <a class="words-link" href="#/failures">
            {texts.failures}
          </a>
          <a class="words-link" href="#/words">
            {texts.words}
          </a>
        </>
      )}
      <button type="button" title={texts.help} aria-label={texts.help} onClick={openHelp}>
        ?
      </button>
      <button type="button" title={texts.theme} aria-label={texts.theme} onClick={toggleTheme}>
        ◐
      </button>
    </header>
  );
}

function openHelp(): void {
  state.isHelpOpen.value = true;
}
