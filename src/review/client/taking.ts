import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Region, roundBox, unionBox } from "../../model/box.ts";
import type { Change } from "../../revise/event.ts";
import type { PageWord } from "../protocol.ts";

/** Words taken from the page: as they were read, and where they stand. */
export interface Taken {
  readonly text: string;
  readonly regions: readonly Region[];
}

/** Who gets the words that are pointed at on the page; null while nothing is typed. */
export const taker = signal<((taken: Taken) => void) | null>(null);

/** While this part of the page is there, words that are pointed at are its. */
export function useTaker(take: (taken: Taken) => void): void {
  useEffect(() => {
    taker.value = take;
    return () => {
      taker.value = null;
    };
  }, []);
}

/** Words of a page, one region a line. */
export function takenFrom(words: readonly PageWord[], page: number): Taken {
  const lines = [...new Set(words.map(({ line }) => line))];
  const regions = lines.flatMap((of): Region[] => {
    const box = unionBox(words.filter(({ line }) => line === of).map((word) => word.box));
    return box === null ? [] : [{ page, box: roundBox(box) }];
  });
  return { text: words.map(({ text }) => text).join(" "), regions };
}

/** Puts words where the cursor stands, in place of what is chosen there, a space about them where there is none. */
export function insertInto(input: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const [start, end] = [input.selectionStart ?? input.value.length, input.selectionEnd ?? input.value.length];
  const before = start > 0 && !/\s$/u.test(input.value.slice(0, start)) ? " " : "";
  const after = end < input.value.length && !/^[\s.,;:)]/u.test(input.value.slice(end)) ? " " : "";
  input.setRangeText(`${before}${text}${after}`, start, end, "end");
  input.focus();
}

type Places = NonNullable<Extract<Change, { act: "set" }>["places"]>;

/** Where a leaf was taken from, of what is still in its text; nothing where it was typed. @param at the leaf, below the field */
export function placesOf(at: string, text: string, taken: readonly Taken[]): { readonly places?: Places } {
  const regions = taken.filter((one) => text.includes(one.text)).flatMap((one) => one.regions);
  if (regions.length === 0) return {};
  return {
    places: [
      { at, regions: regions.map(({ page, box: [x, y, width, height] }) => ({ page, box: [x, y, width, height] })) },
    ],
  };
}
