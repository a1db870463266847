import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { MemoRecord } from "../../model/record.ts";
import { setField } from "./actions.ts";
import { type Boundary, itemsOf, joined, type Layout, layoutOf, moved, relabelled, splitAt } from "./boundaries.ts";
import * as state from "./state.ts";
import { texts } from "./texts.ts";

/** Changes what stands now, which another key may have changed since anything was drawn. */
type Change = (change: (now: Layout) => Layout) => void;

/** Words that a boundary is moved by with Shift. */
const STRIDE = 5;

/** All clauses and responses as one text, with a mark where each part begins: marks move, dissolve and are added. */
export function BoundaryEditor({ record }: { readonly record: MemoRecord }) {
  const [layout, setLayout] = useState(() => layoutOf(record.memo.items));
  const now = useRef(layout);
  const change: Change = (make) => {
    now.current = make(now.current);
    setLayout(now.current);
  };
  const [chosen, setChosen] = useState<number | null>(null);
  const [lost, setLost] = useState<readonly string[]>([]);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => openAt(place.current, record), []);
  const close = (): void => {
    state.editing.value = null;
  };
  const save = (): void => void setField(record, "/memo/items", itemsOf(now.current));
  const dissolve = (index: number): void => {
    const next = joined(now.current, index);
    change(() => next.layout);
    if (next.lost !== null) setLost([...lost, next.lost]);
    requestAnimationFrame(() => focusMark(place.current, index - 1));
  };
  const split = (kind: "clause" | "response", startsItem: boolean): void => {
    if (chosen === null) return;
    const index = now.current.boundaries.filter(({ at }) => at < chosen).length;
    change((before) => splitAt(before, chosen, kind, startsItem));
    setChosen(null);
    requestAnimationFrame(() => focusMark(place.current, index));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isInput = event.target instanceof HTMLInputElement;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.ctrlKey) save();
    else if (step !== undefined) focusNeighbour(place.current, step);
    else if (!isInput && chosen !== null && /^[123]$/u.test(event.key)) {
      split(event.key === "3" ? "response" : "clause", event.key === "2");
    } else return;
    event.preventDefault();
  };
  return (
    <div class="boundaries" data-own-keys ref={place} onKeyDown={onKeyDown}>
      <p class="quiet">{texts.boundariesHelp}</p>
      {lost.length > 0 && (
        <p class="hint wrong" role="status">
          {texts.numbersLost(lost.join(", "))}
        </p>
      )}
      <Flow layout={layout} chosen={chosen} onChange={change} onChoose={setChosen} onDissolve={dissolve} />
      <SplitBar layout={layout} chosen={chosen} onSplit={split} />
      <div class="actions">
        <button type="button" class="primary" onClick={save}>
          {texts.save} <kbd>{texts.ctrlEnter}</kbd>
        </button>
        <button type="button" onClick={close}>
          {texts.cancel} <kbd>Esc</kbd>
        </button>
      </div>
    </div>
  );
}

/** Brings the editor into sight, at the mark of the part that was looked at. */
function openAt(place: HTMLElement | null, record: MemoRecord): void {
  place?.scrollIntoView({ block: "nearest", behavior: "instant" });
  const looked = state.selected.value ?? "";
  const before = layoutOf(record.memo.items.slice(0, Number(/^\/memo\/items\/(\d+)/u.exec(looked)?.[1] ?? 0)));
  const isAnswer = looked.endsWith("/response");
  const parts = [...(place?.querySelectorAll(".part") ?? [])].slice(before.boundaries.length);
  const within = Math.max(
    0,
    parts.findIndex((part) => part.classList.contains("begins-response")),
  );
  focusMark(place, before.boundaries.length + (isAnswer ? within : 0));
}

function marksIn(place: HTMLElement | null): HTMLElement[] {
  return [...(place?.querySelectorAll<HTMLElement>(".mark") ?? [])];
}

function focusMark(place: HTMLElement | null, index: number): void {
  const mark = marksIn(place)[index];
  mark?.focus({ preventScroll: true });
  mark?.scrollIntoView({ block: "center", behavior: "instant" });
}

function focusNeighbour(place: HTMLElement | null, step: number): void {
  const marks = marksIn(place);
  const part = document.activeElement?.closest(".part");
  const at = marks.findIndex((mark) => mark.closest(".part") === part);
  focusMark(place, Math.max(0, Math.min(marks.length - 1, at + step)));
}

interface FlowProps {
  readonly layout: Layout;
  readonly chosen: number | null;
  readonly onChange: Change;
  readonly onChoose: (at: number | null) => void;
  readonly onDissolve: (index: number) => void;
}

function Flow({ layout, chosen, onChange, onChoose, onDissolve }: FlowProps) {
  const { words, boundaries } = layout;
  return (
    <div class="flow">
      {boundaries.map((boundary, index) => (
        <div class={`part begins-${boundary.kind} ${boundary.startsItem ? "starts-item" : ""}`} key={index}>
          <Mark
            layout={layout}
            index={index}
            boundary={boundary}
            chosen={chosen}
            onChange={onChange}
            onChoose={onChoose}
            onDissolve={onDissolve}
          />
          <p>
            {words.slice(boundary.at, boundaries[index + 1]?.at ?? words.length).map(({ gap, text }, offset) => {
              const at = boundary.at + offset;
              return (
                <span key={at} data-word={at} class={at === chosen ? "chosen" : undefined} onClick={() => onChoose(at)}>
                  {offset > 0 && gap}
                  {text}
                </span>
              );
            })}
          </p>
        </div>
      ))}
    </div>
  );
}

interface MarkProps extends FlowProps {
  readonly index: number;
  readonly boundary: Boundary;
}

function Mark({ layout, index, boundary, chosen, onChange, onChoose, onDissolve }: MarkProps) {
  const name = texts[boundary.kind];
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const stride = event.shiftKey ? STRIDE : 1;
    const isGone = event.key === "Delete" || event.key === "Backspace";
    const end = (layout.boundaries[index + 1]?.at ?? layout.words.length) - 1;
    const isChoosing = chosen !== null && chosen > boundary.at && chosen <= end;
    if (step !== undefined && isChoosing) {
      onChoose(Math.max(boundary.at + 1, Math.min(end, chosen + step * stride)));
    } else if (step !== undefined) {
      onChange((now) => moved(now, index, (now.boundaries[index]?.at ?? boundary.at) + step * stride));
    } else if (isGone) onDissolve(index);
    else if (event.key === " " && end > boundary.at) onChoose(isChoosing ? null : boundary.at + 1);
    else return;
    event.preventDefault();
  };
  const relabel = (number: string | null): void => onChange((now) => relabelled(now, index, { number }));
  return (
    <div class="mark-line">
      <button
        type="button"
        class="mark"
        aria-label={texts.boundaryOf(`${name} ${boundary.number ?? ""}`.trim())}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          const at = event.buttons === 0 ? null : wordAt(event.clientX, event.clientY);
          if (at !== null) onChange((now) => moved(now, index, at));
        }}
      >
        ⇕ {name}
      </button>
      {boundary.kind === "clause" && (
        <input
          type="text"
          size={3}
          aria-label={texts.clauseNumber}
          value={boundary.number ?? ""}
          onInput={(event) => relabel(event.currentTarget.value.trim() || null)}
        />
      )}
    </div>
  );
}

/** The word under the pointer; null where there is none. */
function wordAt(x: number, y: number): number | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const word = element instanceof HTMLElement ? element.dataset.word : undefined;
    if (word !== undefined) return Number(word);
  }
  return null;
}

interface SplitProps extends Pick<FlowProps, "layout" | "chosen"> {
  readonly onSplit: (kind: "clause" | "response", startsItem: boolean) => void;
}

function SplitBar({ layout, chosen, onSplit }: SplitProps) {
  const word = chosen === null ? undefined : layout.words[chosen];
  if (chosen === null || word === undefined) return null;
  const split = (kind: "clause" | "response", startsItem: boolean) => () => onSplit(kind, startsItem);
  return (
    <div class="actions split-bar">
      <span>{texts.chosenWord(word.text)}</span>
      <button type="button" onClick={split("clause", false)}>
        {texts.splitClause} <kbd>1</kbd>
      </button>
      <button type="button" onClick={split("clause", true)}>
        {texts.splitItem} <kbd>2</kbd>
      </button>
      <button type="button" onClick={split("response", false)}>
        {texts.splitResponse} <kbd>3</kbd>
      </button>
    </div>
  );
}
