import type { TracedText } from "../text/traced-text.ts";

/** A view of a text that several rules ask for one after the other: computed once, kept as long as the text is. */
export function perText<View extends object>(compute: (text: string) => View): (traced: TracedText) => View {
  const views = new WeakMap<TracedText, View>();
  return (traced) => {
    const known = views.get(traced);
    if (known !== undefined) return known;
    const view = compute(traced.text);
    views.set(traced, view);
    return view;
  };
}
