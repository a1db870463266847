import { useEffect, useRef, useState } from "preact/hooks";
import type { MemoRecord } from "../../model/record.ts";
import type { RecordView } from "../protocol.ts";
import { turnPage, zoomBy } from "./keys.ts";
import { PageFrame } from "./page-frame.tsx";
import type { PageImage } from "./source.ts";
import * as state from "./state.ts";
import { texts } from "./texts.ts";

/** The size from which more points than those of a screen are seen. */
const SHARP_FROM = 1.5;

/** The page as it was scanned, with a box for each field. */
export function PagePane({ view }: { readonly view: RecordView }) {
  const [image, setImage] = useState<PageImage | null>(null);
  const shown = useRef("");
  const page = state.page.value;
  const isLarge = state.zoom.value > SHARP_FROM;
  useEffect(() => {
    let isCurrent = true;
    if (shown.current !== `${view.key} ${page}`) setImage(null);
    shown.current = `${view.key} ${page}`;
    if (view.picture === "shown") {
      const show = (picture: PageImage | null): void => {
        if (isCurrent && picture !== null) setImage(picture);
      };
      const { picture, sharpPicture } = state.source();
      const first = picture(view.key, page).then(show, state.fail);
      // Made larger, a page shows all the points that it was scanned with.
      if (isLarge) void first.then(() => sharpPicture(view.key, page)).then(show, () => undefined);
    }
    return () => {
      isCurrent = false;
    };
  }, [view.key, view.picture, page, isLarge]);
  if (view.picture === "plain-text") return <PlainLetter view={view} />;
  if (view.picture === "gone") {
    return <p class="no-picture">{state.isReadOnly() ? texts.notInReport : texts.gone}</p>;
  }
  return (
    <section class="page-pane" aria-label={texts.original}>
      <Toolbar record={view.record} />
      <PageFrame image={image} view={view} />
    </section>
  );
}

/** A letter that is text alone, as it stands in its file. */
function PlainLetter({ view }: { readonly view: RecordView }) {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    setText(null);
    void state.source().text(view.key).then(setText, state.fail);
  }, [view.key]);
  if (text === null) return <p class="no-picture">{texts.plainText}</p>;
  return (
    <section class="page-pane" aria-label={texts.original}>
      <div class="toolbar">
        <span class="file">{view.record.source.file}</span>
      </div>
      <pre class="plain-letter" tabIndex={0}>
        {text}
      </pre>
    </section>
  );
}

function Toolbar({ record }: { readonly record: MemoRecord }) {
  const { first, last } = record.source.pages;
  const page = state.page.value;
  return (
    <div class="toolbar" role="toolbar" aria-label={texts.original}>
      <button
        type="button"
        title={texts.previousPage}
        aria-label={texts.previousPage}
        disabled={page <= first}
        onClick={() => turnPage(-1)}
      >
        ‹
      </button>
      <span aria-live="polite">{texts.pageOf(page, record.source.pages.of)}</span>
      <button
        type="button"
        title={texts.nextPage}
        aria-label={texts.nextPage}
        disabled={page >= last}
        onClick={() => turnPage(1)}
      >
        ›
      </button>
      <span class="spring" />
      <button type="button" title={texts.zoomOut} aria-label={texts.zoomOut} onClick={() => zoomBy(0.8)}>
        −
      </button>
      <button type="button" title={texts.fit} onClick={() => (state.zoom.value = 1)}>
        {Math.round(state.zoom.value * 100)} %
      </button>
      <button type="button" title={texts.zoomIn} aria-label={texts.zoomIn} onClick={() => zoomBy(1.25)}>
        +
      </button>
      <button
        type="button"
        title={texts.turn}
        aria-label={texts.turn}
        onClick={() => (state.turns.value = (state.turns.value + 1) % 4)}
      >
        ⟳
      </button>
      <span class="file">{record.source.file}</span>
    </div>
  );
}
