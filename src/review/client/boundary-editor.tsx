import { useState } from "preact/hooks";
import type { MemoRecord } from "../../model/record.ts";
import { setField } from "./actions.ts";
import { type Boundary, itemsOf, joined, type Layout, layoutOf, moved, relabelled, splitAt } from "./boundaries.ts";
import * as state from "./state.ts";
import { texts } from "./texts.ts";

type Change = (layout: Layout) => void;

/** Words that a boundary is moved by with Shift. */
const STRIDE = 5;

/** All clauses and responses as one text, with a mark where each part begins: marks move, dissolve and are added. */
export function BoundaryEditor({ record }: { readonly record: MemoRecord }) {
  const [layout, setLayout] = useState(() => layoutOf(record.memo.items));
  const [chosen, setChosen] = useState<number | null>(null);
  const close = (): void => {
    state.editing.value = null;
  };
  const save = (): void => void setField(record, "/memo/items", itemsOf(layout));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.ctrlKey) save();
    else return;
    event.preventDefault();
  };
  return (
    <div class="boundaries" data-own-keys onKeyDown={onKeyDown}>
      <p class="quiet">{texts.boundariesHelp}</p>
      <Flow layout={layout} chosen={chosen} onChange={setLayout} onChoose={setChosen} />
      <SplitBar layout={layout} chosen={chosen} onChange={setLayout} />
      <div class="actions">
        <button type="button" class="primary" onClick={save}>
          {texts.save} <kbd>⌃⏎</kbd>
        </button>
        <button type="button" onClick={close}>
          {texts.cancel} <kbd>Esc</kbd>
        </button>
      </div>
    </div>
  );
}

interface FlowProps {
  readonly layout: Layout;
  readonly chosen: number | null;
  readonly onChange: Change;
  readonly onChoose: (at: number) => void;
}

function Flow({ layout, chosen, onChange, onChoose }: FlowProps) {
  const { words, boundaries } = layout;
  return (
    <div class="flow">
      {boundaries.map((boundary, index) => (
        <div class={`part begins-${boundary.kind} ${boundary.startsItem ? "starts-item" : ""}`} key={index}>
          <Mark layout={layout} index={index} boundary={boundary} onChange={onChange} />
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

interface MarkProps {
  readonly layout: Layout;
  readonly index: number;
  readonly boundary: Boundary;
  readonly onChange: Change;
}

function Mark({ layout, index, boundary, onChange }: MarkProps) {
  const name = texts[boundary.kind];
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const isGone = event.key === "Delete" || event.key === "Backspace";
    if (step !== undefined) onChange(moved(layout, index, boundary.at + step * (event.shiftKey ? STRIDE : 1)));
    else if (isGone) onChange(joined(layout, index));
    else return;
    event.preventDefault();
  };
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
          if (at !== null) onChange(moved(layout, index, at));
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
          onInput={(event) => onChange(relabelled(layout, index, { number: event.currentTarget.value.trim() || null }))}
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

function SplitBar({ layout, chosen, onChange }: Pick<FlowProps, "layout" | "chosen" | "onChange">) {
  const word = chosen === null ? undefined : layout.words[chosen];
  if (chosen === null || word === undefined) return null;
  const split = (kind: "clause" | "response", startsItem: boolean) => () =>
    onChange(splitAt(layout, chosen, kind, startsItem));
  return (
    <div class="actions split-bar">
      <span>{texts.chosenWord(word.text)}</span>
      <button type="button" onClick={split("clause", false)}>
        {texts.splitClause}
      </button>
      <button type="button" onClick={split("clause", true)}>
        {texts.splitItem}
      </button>
      <button type="button" onClick={split("response", false)}>
        {texts.splitResponse}
      </button>
    </div>
  );
}
