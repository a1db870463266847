import type { ReviewEvent } from "../revise/event.ts";
import type { FieldValue } from "../revise/fields.ts";
import { wordChanges } from "../revise/word-changes.ts";

/** Words of the same text shown about a change. */
const CONTEXT = 3;

/**
 * An event for people: who, when, what, and for texts only the words changed.
 * @param number its line in the log, from 1
 * @param stands whether no later event took it back
 */
export function historyLines(event: ReviewEvent, number: number, stands: boolean): string[] {
  const { act, who, when, field } = event;
  const place = field === "/diagnostics" ? "" : ` ${field}`;
  const head = `${String(number).padStart(3)}  ${when}  ${who}  ${act}${place}${stands || act === "undo" ? "" : "  (taken back)"}`;
  return [head, ...detailOf(event).map((line) => `     ${line}`)];
}

function detailOf(event: ReviewEvent): string[] {
  switch (event.act) {
    case "set":
    case "check":
      return changed(event.old, event.new);
    case "confirm":
      return event.field === "/memo" ? [] : [shown(event.new)];
    case "accept":
    case "reject":
      return [`${event.correction.rule}: ${shown(event.correction.from)} → ${shown(event.correction.to)}`];
    case "place":
      return [event.finding.message, ...changed(event.old, event.new)];
    case "dismiss":
      return [event.finding.message];
    case "undo":
      return [`takes back ${event.undoes.join(", ")}`];
  }
}

function changed(old: FieldValue, now: FieldValue): string[] {
  return wordChanges(shown(old), shown(now), CONTEXT).flatMap(({ from, to, before, after }) => [
    `- ${joined(before, from, after)}`,
    `+ ${joined(before, to, after)}`,
  ]);
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

/** A text in quotation marks, a list or structure as indented JSON. */
function shown(value: FieldValue): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value, null, 1) : JSON.stringify(value);
}
