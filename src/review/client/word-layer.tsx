import { useEffect, useState } from "preact/hooks";
import type { PageWord, RecordView } from "../protocol.ts";
import * as state from "./state.ts";
import { takenFrom, taker } from "./taking.ts";

/** The words of the page while something is typed: a click takes one, a drag all from the first to the last. */
export function WordLayer({ view }: { readonly view: RecordView }) {
  const words = useWords(view);
  const [range, setRange] = useState<readonly [number, number] | null>(null);
  if (words === null || taker.value === null) return null;
  const [first, last] = range === null ? [0, -1] : [Math.min(...range), Math.max(...range)];
  const begin = (index: number) => (event: PointerEvent) => {
    if (event.button !== 0) return;
    // The page does not go along with the mouse, and what is typed keeps the cursor.
    event.stopPropagation();
    event.preventDefault();
    setRange([index, index]);
    let until = index;
    const move = ({ clientX, clientY }: PointerEvent): void => {
      until = wordAt(clientX, clientY) ?? until;
      setRange([index, until]);
    };
    const end = (): void => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", end);
      setRange(null);
      const taken = words.slice(Math.min(index, until), Math.max(index, until) + 1);
      taker.value?.(takenFrom(taken, state.page.value));
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", end);
  };
  return (
    <g class="words">
      {words.map(({ text, box: [x, y, width, height] }, index) => (
        <rect
          key={index}
          class={`page-word ${index >= first && index <= last ? "taken" : ""}`}
          data-page-word={index}
          x={x}
          y={y}
          width={width}
          height={height}
          onPointerDown={begin(index)}
          onMouseDown={(event) => event.preventDefault()}
        >
          <title>{text}</title>
        </rect>
      ))}
    </g>
  );
}

/** Read when something is typed on the page for the first time: a scan takes seconds. */
function useWords({ key, picture }: RecordView): readonly PageWord[] | null {
  const [words, setWords] = useState<readonly PageWord[] | null>(null);
  const page = state.page.value;
  const isAsked = taker.value !== null && picture === "shown";
  useEffect(() => {
    let isCurrent = true;
    setWords(null);
    const show = (found: readonly PageWord[] | null): void => {
      if (isCurrent) setWords(found);
    };
    // Without words everything can still be typed.
    if (isAsked)
      void state
        .source()
        .desk?.pageWords(key, page)
        .then(show, () => undefined);
    return () => {
      isCurrent = false;
    };
  }, [key, page, isAsked]);
  return words;
}

/** The word under the pointer; null where there is none. */
function wordAt(x: number, y: number): number | null {
  const word = document.elementsFromPoint(x, y).find((element) => element.classList.contains("page-word"));
  return word instanceof SVGElement ? Number(word.dataset.pageWord) : null;
}
