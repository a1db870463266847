import { useEffect, useRef, useState } from "preact/hooks";
import type { Region } from "../../model/box.ts";
import type { MemoRecord } from "../../model/record.ts";
import type { RecordView } from "../protocol.ts";
import { focusField } from "./actions.ts";
import { isDoubtful } from "./field-model.ts";
import { turnPage, zoomBy } from "./keys.ts";
import type { PageImage } from "./source.ts";
import * as state from "./state.ts";
import { fullLabelOf, texts } from "./texts.ts";

/** The page as it was scanned, with a box for each field. */
export function PagePane({ view }: { readonly view: RecordView }) {
  const [image, setImage] = useState<PageImage | null>(null);
  const page = state.page.value;
  useEffect(() => {
    let isCurrent = true;
    setImage(null);
    if (view.picture === "shown") {
      void state
        .source()
        .picture(view.key, page)
        .then((picture) => isCurrent && setImage(picture), state.fail);
    }
    return () => {
      isCurrent = false;
    };
  }, [view.key, view.picture, page]);
  if (view.picture === "plain-text") return <p class="no-picture">{texts.plainText}</p>;
  if (view.picture === "gone") {
    return <p class="no-picture">{state.isReadOnly() ? texts.notInReport : texts.gone}</p>;
  }
  return (
    <section class="page-pane" aria-label={texts.original}>
      <Toolbar record={view.record} />
      <PageFrame image={image} record={view.record} />
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

/** Where a quarter turn puts the page, so that its top left corner stays the picture's. */
const TURNED = ["", "translate(H 0) rotate(90)", "translate(W H) rotate(180)", "translate(0 W) rotate(270)"] as const;

function PageFrame({ image, record }: { readonly image: PageImage | null; readonly record: MemoRecord }) {
  const frame = useRef<HTMLDivElement>(null);
  const turns = state.turns.value;
  useEffect(() => showSelected(frame.current, record), [image, state.selected.value, state.correction.value]);
  const { width, height } = image ?? { width: 595, height: 842 };
  const isAcross = turns % 2 === 1;
  const transform = (TURNED[turns] ?? "").replace("W", String(width)).replace("H", String(height));
  return (
    <div
      class="page-frame"
      ref={frame}
      tabIndex={0}
      role="group"
      aria-label={texts.pageOf(state.page.value, record.source.pages.of)}
    >
      <svg
        class="sheet"
        viewBox={isAcross ? `0 0 ${height} ${width}` : `0 0 ${width} ${height}`}
        style={{ width: `${state.zoom.value * 100}%` }}
        role="group"
        aria-label={texts.original}
      >
        <g transform={transform}>
          <rect class="paper" width={width} height={height} />
          {image !== null && <image href={image.url} width={width} height={height} />}
          <Boxes record={record} />
        </g>
      </svg>
      {image === null && <p class="quiet">{texts.loading}</p>}
    </div>
  );
}

function Boxes({ record }: { readonly record: MemoRecord }) {
  const onPage = ({ page }: Region): boolean => page === state.page.value;
  const boxes = Object.entries(record.evidence).flatMap(([pointer, { regions }]) =>
    regions.filter(onPage).map(({ box }) => ({ pointer, box })),
  );
  const correction = record.corrections[state.correction.value ?? -1]?.regions.filter(onPage) ?? [];
  return (
    <>
      {boxes.map(({ pointer, box: [x, y, width, height] }) => (
        <rect
          key={`${pointer} ${x} ${y}`}
          class={`box ${isDoubtful(record, pointer) ? "doubtful" : ""} ${pointer === state.selected.value ? "selected" : ""}`}
          x={x - 2}
          y={y - 2}
          width={width + 4}
          height={height + 4}
          rx="2"
          onClick={() => focusField(pointer)}
        >
          <title>{fullLabelOf(pointer)}</title>
        </rect>
      ))}
      {correction.map(({ box: [x, y, width, height] }) => (
        <rect
          key={`${x} ${y}`}
          class="box corrected"
          x={x - 1}
          y={y - 1}
          width={width + 2}
          height={height + 2}
          rx="1"
        />
      ))}
    </>
  );
}

/** Brings the selected field's region into sight, on its page. */
function showSelected(frame: HTMLDivElement | null, record: MemoRecord): void {
  const correction = record.corrections[state.correction.value ?? -1];
  const regions = correction?.regions ?? record.evidence[state.selected.value ?? ""]?.regions ?? [];
  const [first] = regions;
  if (frame === null || first === undefined) return;
  if (!regions.some(({ page }) => page === state.page.value)) state.page.value = first.page;
  const box = frame.querySelector(correction === undefined ? ".box.selected" : ".box.corrected");
  if (box === null) return;
  const [inner, outer] = [box.getBoundingClientRect(), frame.getBoundingClientRect()];
  if (inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right)
    return;
  frame.scrollBy({ top: inner.top - outer.top - outer.height / 3, left: inner.left - outer.left - 20 });
}
