import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { MemoRecord } from "../../model/record.ts";
import type { RecordView } from "../protocol.ts";
import { checkWord, confirmField, setField } from "./actions.ts";
import { entered, Hint, hintOf } from "./entry.tsx";
import { fieldValue, openFindings } from "./field-model.ts";
import type { PageImage } from "./source.ts";
import * as state from "./state.ts";
import { type Stop, stopsOf } from "./stops.ts";
import { labelIn, messageOf, shownValue, texts } from "./texts.ts";
import { currentStop, focusField, isInStrip, nextStop, wayOn } from "./walk.ts";
import { learn, teachable } from "./word-list.ts";
import { placeOfField, placeOfWord, type Spot } from "./word-place.ts";

type StripStop = Exclude<Stop, { kind: "finding" }>;

/** The doubtful word, large, as it stands on the page; Enter confirms it or what was typed instead, and goes on. */
export function Strip({ view }: { readonly view: RecordView }) {
  const stop = currentStop();
  if (stop === null || stop.kind === "finding" || !isInStrip(stop) || state.editing.value !== null) return null;
  return <StripOf key={stop.id} view={view} stop={stop} />;
}

function StripOf({ view, stop }: { readonly view: RecordView; readonly stop: StripStop }) {
  const { record } = view;
  const spot =
    stop.kind === "word"
      ? placeOfWord(record, stop.pointer, stop.doubt.offset, stop.doubt.length)
      : placeOfField(record, stop.pointer);
  const label = labelIn(record.memo, stop.pointer);
  return (
    <section class="strip" aria-label={texts.strip}>
      <p class="strip-head">
        <b>{label}</b> <span>{reasonOf(record, stop)}</span> <span class="spring" />
        <Counter record={record} />
      </p>
      {view.picture === "shown" && spot !== null && <Enlarged view={view} spot={spot} />}
      <StripEntry record={record} stop={stop} label={label} />
    </section>
  );
}

function reasonOf(record: MemoRecord, stop: StripStop): string {
  if (stop.kind === "word") return texts.reasons[stop.doubt.reason] ?? texts.codes[stop.doubt.reason] ?? texts.doubtful;
  return openFindings(record, stop.pointer).map(messageOf).join(" ");
}

/** What is left in this letter, and how fast it goes. */
function Counter({ record }: { readonly record: MemoRecord }) {
  const open = state.list.value?.rows.filter((row) => row.state === "open").length ?? 0;
  const { done, since } = state.pace.value;
  const minutes = (Date.now() - since) / 60_000;
  const rate = since === 0 || done < 3 ? null : Math.round(done / Math.max(minutes, 0.1));
  return <span class="quiet counter">{texts.left(stopsOf(record).length, open, rate)}</span>;
}

function StripEntry({
  record,
  stop,
  label,
}: {
  readonly record: MemoRecord;
  readonly stop: StripStop;
  readonly label: string;
}) {
  const input = useRef<HTMLInputElement>(null);
  const value = stop.kind === "word" ? stop.text : String(fieldValue(record, stop.pointer) ?? "");
  const [text, setText] = useState(shownValue(stop.pointer, value));
  const [isSure, setSure] = useState(false);
  const first = useRef(text).current;
  useLayoutEffect(() => input.current?.focus({ preventScroll: true }), []);
  const hint = stop.kind === "word" || text === first ? null : hintOf(stop.pointer, text);
  const taught = stop.kind === "word" ? teachable(record, stop, text) : text;
  const go = async (): Promise<void> => {
    const isKept = text === first;
    if (stop.kind === "word") await checkWord(record, stop, isKept ? null : text.trim());
    else if (isKept) await confirmField(record, stop.pointer);
    else if (hint?.isWrong === true || (hint?.isOdd === true && !isSure)) setSure(true);
    else {
      const goOn = wayOn();
      if (await setField(record, stop.pointer, entered(stop.pointer, text))) goOn();
    }
  };
  return (
    <form
      class="strip-entry"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
      onKeyDown={(event) => onStripKey(event, stop.pointer, taught)}
    >
      {stop.kind === "word" && <Around record={record} stop={stop} side="before" />}
      <input
        ref={input}
        type="text"
        aria-label={`${texts.strip}: ${label}`}
        size={Math.max(8, text.length + 2)}
        value={text}
        spellcheck={false}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {stop.kind === "word" && <Around record={record} stop={stop} side="after" />}
      <span class="spring" />
      <button type="submit" class="primary">
        {text === first ? texts.isRight : texts.mend} <kbd>{texts.enter}</kbd>
      </button>
      <button type="button" onClick={() => nextStop(1)}>
        {texts.skip} <kbd>↓</kbd>
      </button>
      <button type="button" onClick={() => void learn(taught)}>
        {texts.teach} <kbd>Alt+W</kbd>
      </button>
      {hint !== null && <Hint hint={hint} isAsked={isSure} />}
    </form>
  );
}

function onStripKey(event: KeyboardEvent, pointer: string, taught: string): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
  if (step !== undefined) nextStop(step);
  else if (event.altKey && event.key.toLowerCase() === "w") void learn(taught);
  else if (event.key === "Escape") {
    state.stop.value = null;
    focusField(pointer);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Characters shown about a word. */
const CONTEXT = 60;

function Around({ record, stop, side }: AroundProps) {
  const value = String(fieldValue(record, stop.pointer) ?? "");
  const { offset, length } = stop.doubt;
  const text =
    side === "before"
      ? value.slice(Math.max(0, offset - CONTEXT), offset)
      : value.slice(offset + length, offset + length + CONTEXT);
  return <span class={`around ${side}`}>{text}</span>;
}

interface AroundProps {
  readonly record: MemoRecord;
  readonly stop: Extract<Stop, { kind: "word" }>;
  readonly side: "before" | "after";
}

/** Points about a word that are shown with it. */
const MARGIN = 8;

/** Points of print to the width of the strip: three words about the one looked at, and what its place may be off by. */
const SHOWN = 260;

/** Points of a field's height that are shown of it at most. */
const TALLEST = 60;

/** The word's part of the page. */
function Enlarged({ view, spot }: { readonly view: RecordView; readonly spot: Spot }) {
  const [image, setImage] = useState<PageImage | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const show = (picture: PageImage | null): void => {
      if (isCurrent) setImage(picture);
    };
    const { picture, sharpPicture } = state.source();
    const sharpen = (): Promise<PageImage | null> => sharpPicture(view.key, spot.page);
    void picture(view.key, spot.page)
      .then(show)
      .then(sharpen)
      .then((sharp) => sharp !== null && show(sharp))
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [view.key, spot.page]);
  if (image === null) return <div class="enlarged" />;
  const [x, y, width, height] = spot.box;
  // A word worked out from the length of its text may stand in the line above or below.
  const margin = spot.isExact ? MARGIN : height;
  const left = Math.max(x - MARGIN, Math.min(x + width + MARGIN - SHOWN, spot.center - SHOWN / 2));
  const view4 = [
    width < SHOWN ? spot.center - SHOWN / 2 : left,
    y - margin,
    SHOWN,
    Math.min(height, TALLEST) + 2 * margin,
  ];
  return (
    <svg
      class="enlarged"
      viewBox={view4.join(" ")}
      preserveAspectRatio="xMidYMid meet"
      role="img"
      aria-label={texts.original}
    >
      <image href={image.url} width={image.width} height={image.height} />
      <rect class="spot" x={x - 2} y={y - 2} width={width + 4} height={height + 4} rx="2" />
    </svg>
  );
}
