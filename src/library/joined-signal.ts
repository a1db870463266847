import { setMaxListeners } from "node:events";

/**
 * A signal that aborts when the first of some does, with its reason. Unlike with `AbortSignal.any`, one that lives long
 * holds nothing of a call that has ended.
 */
export function joined(signals: readonly (AbortSignal | undefined)[]): {
  readonly signal: AbortSignal;
  release(): void;
} {
  const controller = quietController();
  const sources = signals.filter((signal) => signal !== undefined);
  const onAbort = ({ target }: Event): void => controller.abort((target as AbortSignal).reason);
  for (const source of sources) {
    if (source.aborted) controller.abort(source.reason);
    else source.addEventListener("abort", onAbort);
  }
  return {
    signal: controller.signal,
    release: () => {
      for (const source of sources) source.removeEventListener("abort", onAbort);
    },
  };
}

/** A controller whose signal many calls may listen to: the least Node.js that is supported warns from the 11th on. */
export function quietController(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}
