import type { ReviewEvent } from "./event.ts";

/** An event that is in force. */
export type StandingEvent = Exclude<ReviewEvent, { act: "undo" }>;

/** The events that stand: those neither taken back nor taking back. */
export function standingEvents(events: readonly ReviewEvent[]): StandingEvent[] {
  const undone = new Set<number>();
  for (let number = events.length; number >= 1; number--) {
    const event = events[number - 1];
    if (event?.act === "undo" && !undone.has(number)) for (const target of event.undoes) undone.add(target);
  }
  return events.filter((event, index): event is StandingEvent => event.act !== "undo" && !undone.has(index + 1));
}

/** Numbers of the events that the next "undo" takes back: the last that stand and were decided at once. */
export function lastDecision(events: readonly ReviewEvent[]): number[] {
  const standing = new Set<ReviewEvent>(standingEvents(events));
  const last = events.findLast((event) => standing.has(event));
  return events.flatMap((event, index) =>
    standing.has(event) && event.when === last?.when && event.who === last.who ? [index + 1] : [],
  );
}
