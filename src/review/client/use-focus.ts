import { useLayoutEffect, useRef } from "preact/hooks";

/** A reference to what gets the focus as soon as it is there: the next key may come before anything is painted. */
export function useFocus<T extends HTMLElement>(): { current: T | null } {
  const element = useRef<T>(null);
  useLayoutEffect(() => element.current?.focus({ preventScroll: true }), []);
  return element;
}
