import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Region } from "../../model/box.ts";
import type { MemoRecord } from "../../model/record.ts";
import type { RecordView } from "../protocol.ts";
import { isDoubtful } from "./field-model.ts";
import { zoomBy } from "./keys.ts";
import type { PageImage } from "./source.ts";
import * as state from "./state.ts";
import { findingId } from "./stops.ts";
import { labelIn, messageOf, texts } from "./texts.ts";
import { currentStop, focusField, goToStop } from "./walk.ts";
import { WordLayer } from "./word-layer.tsx";
import { placeOfWord } from "./word-place.ts";

/** Where a quarter turn puts the page, so that its top left corner stays the picture's. */
const TURNED = ["", "translate(H 0) rotate(90)", "translate(W H) rotate(180)", "translate(0 W) rotate(270)"] as const;

interface FrameProps {
  readonly image: PageImage | null;
  readonly view: RecordView;
}

/** A page that can be moved with the mouse, and made larger where it is pointed at. */
export function PageFrame({ image, view }: FrameProps) {
  const { record } = view;
  const frame = useRef<HTMLDivElement>(null);
  const turns = state.turns.value;
  useEffect(
    () => showSelected(frame.current, record),
    [image, state.selected.value, state.correction.value, state.stop.value],
  );
  useLayoutEffect(() => keepPlace(frame.current), [state.zoom.value]);
  useEffect(() => listenToWheel(frame.current), []);
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
      onPointerDown={pan}
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
          <WordLayer view={view} />
        </g>
      </svg>
      {image === null && <p class="quiet">{texts.loading}</p>}
    </div>
  );
}

const onPage = ({ page }: Region): boolean => page === state.page.value;

function Boxes({ record }: { readonly record: MemoRecord }) {
  const boxes = Object.entries(record.evidence).flatMap(([pointer, { regions }]) =>
    regions.filter(onPage).map(({ box }) => ({ pointer, box })),
  );
  const correction = record.corrections[state.correction.value ?? -1]?.regions.filter(onPage) ?? [];
  const stop = currentStop();
  const word = stop?.kind === "word" ? placeOfWord(record, stop.pointer, stop.doubt.offset, stop.doubt.length) : null;
  return (
    <>
      {boxes.map(({ pointer, box }) => (
        <FieldBox key={`${pointer} ${box[0]} ${box[1]}`} record={record} pointer={pointer} box={box} />
      ))}
      <FindingBoxes record={record} />
      {correction.map(({ box }) => (
        <Outline key={`${box[0]} ${box[1]}`} kind="corrected" box={box} margin={1} />
      ))}
      {word?.isExact && onPage(word) && <Outline kind="word" box={word.box} margin={2} />}
    </>
  );
}

interface BoxProps {
  readonly record: MemoRecord;
  readonly pointer: string;
  readonly box: Region["box"];
}

function FieldBox({ record, pointer, box: [x, y, width, height] }: BoxProps) {
  const classes = [
    "box",
    isDoubtful(record, pointer) ? "doubtful" : "",
    pointer === state.selected.value ? "selected" : "",
    pointer === state.hovered.value ? "hovered" : "",
  ];
  return (
    <rect
      class={classes.join(" ")}
      x={x - 2}
      y={y - 2}
      width={width + 4}
      height={height + 4}
      rx="2"
      onPointerEnter={() => (state.hovered.value = pointer)}
      onPointerLeave={() => (state.hovered.value = null)}
      onClick={() => focusField(pointer)}
    >
      <title>{labelIn(record.memo, pointer)}</title>
    </rect>
  );
}

/** Lines that no field took, where they stand. */
function FindingBoxes({ record }: { readonly record: MemoRecord }) {
  const open = record.diagnostics.filter(({ severity, at }) => severity !== "info" && at === undefined);
  return (
    <>
      {open.flatMap((finding) =>
        (finding.regions ?? []).filter(onPage).map(({ box: [x, y, width, height] }) => (
          <rect
            key={`${findingId(finding)} ${x} ${y}`}
            class={`box unplaced ${state.stop.value === findingId(finding) ? "selected" : ""}`}
            x={x - 2}
            y={y - 2}
            width={width + 4}
            height={height + 4}
            rx="2"
            onClick={() => goToStop({ kind: "finding", id: findingId(finding), finding })}
          >
            <title>{messageOf(finding)}</title>
          </rect>
        )),
      )}
    </>
  );
}

interface OutlineProps {
  readonly kind: string;
  readonly box: Region["box"];
  readonly margin: number;
}

function Outline({ kind, box: [x, y, width, height], margin }: OutlineProps) {
  return (
    <rect
      class={`box ${kind}`}
      x={x - margin}
      y={y - margin}
      width={width + 2 * margin}
      height={height + 2 * margin}
      rx="1"
    />
  );
}

/** Brings what is looked at into sight, on its page. */
function showSelected(frame: HTMLDivElement | null, record: MemoRecord): void {
  const correction = record.corrections[state.correction.value ?? -1];
  const regions = correction?.regions ?? record.evidence[state.selected.value ?? ""]?.regions ?? [];
  const [first] = regions;
  const stop = currentStop();
  const isPlaced = stop?.kind === "finding" ? (stop.finding.regions ?? []).length > 0 : first !== undefined;
  if (frame === null || !isPlaced) return;
  const isHere = stop !== null || first === undefined || regions.some(({ page }) => page === state.page.value);
  if (!isHere) state.page.value = first.page;
  scrollTo(frame, correction === undefined ? ".box.word, .box.selected" : ".box.corrected");
}

function scrollTo(frame: HTMLElement, selector: string): void {
  const box = frame.querySelector(selector);
  if (box === null) return;
  const [inner, outer] = [box.getBoundingClientRect(), frame.getBoundingClientRect()];
  if (inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right)
    return;
  frame.scrollBy({ top: inner.top - outer.top - outer.height / 3, left: inner.left - outer.left - 20 });
}

/** After a change of size what is looked at is in sight again; where nothing is, what stood in the middle. */
function keepPlace(frame: HTMLElement | null): void {
  if (frame === null) return;
  const before = Number(frame.dataset.zoom ?? 1);
  const now = state.zoom.value;
  frame.dataset.zoom = String(now);
  if (before === now) return;
  const ratio = now / before;
  const [x, y] = [frame.scrollLeft + frame.clientWidth / 2, frame.scrollTop + frame.clientHeight / 2];
  frame.scrollTo({ left: x * ratio - frame.clientWidth / 2, top: y * ratio - frame.clientHeight / 2 });
  scrollTo(frame, ".box.word, .box.corrected, .box.selected");
}

/** Ctrl and the wheel change the page's size, not the browser's. */
function listenToWheel(frame: HTMLElement | null): () => void {
  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoomBy(event.deltaY < 0 ? 1.15 : 1 / 1.15);
  };
  frame?.addEventListener("wheel", onWheel, { passive: false });
  return () => frame?.removeEventListener("wheel", onWheel);
}

/** Pixels that the hand may shake in a click. */
const SHAKE = 4;

/** The page goes along with the mouse while its button is down; a click stays a click. */
function pan(event: PointerEvent & { readonly currentTarget: HTMLElement }): void {
  if (event.button !== 0 || event.pointerType === "touch") return;
  const frame = event.currentTarget;
  const begin = { x: event.clientX, y: event.clientY, left: frame.scrollLeft, top: frame.scrollTop };
  const move = ({ clientX, clientY }: PointerEvent): void => {
    const [dx, dy] = [clientX - begin.x, clientY - begin.y];
    if (Math.hypot(dx, dy) > SHAKE) frame.classList.add("panning");
    if (frame.classList.contains("panning")) frame.scrollTo({ left: begin.left - dx, top: begin.top - dy });
  };
  const end = (): void => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", end);
    setTimeout(() => frame.classList.remove("panning"));
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", end);
}
