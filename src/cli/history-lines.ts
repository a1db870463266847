import { FINDINGS_IN_GERMAN } from "../model/german.ts";
import type { ReviewEvent } from "../revise/event.ts";
import { type FieldValue, isSame } from "../revise/fields.ts";
import { wordChanges } from "../revise/word-changes.ts";
import type { Language } from "./language.ts";

/** Words of the same text shown about a change. */
const CONTEXT = 3;

const TEXTS = {
  de: {
    takenBack: "(zurückgenommen)",
    takesBack: (numbers: string) => `nimmt ${numbers} zurück`,
    acts: {
      set: "geändert",
      confirm: "bestätigt",
      check: "Wort geprüft",
      accept: "Korrektur angenommen",
      reject: "Korrektur abgelehnt",
      place: "Text zugeordnet",
      dismiss: "Hinweis erledigt",
      query: "Rückfrage",
      undo: "zurückgenommen",
    },
  },
  en: {
    takenBack: "(taken back)",
    takesBack: (numbers: string) => `takes back ${numbers}`,
    acts: {
      set: "set",
      confirm: "confirm",
      check: "check",
      accept: "accept",
      reject: "reject",
      place: "place",
      dismiss: "dismiss",
      query: "query",
      undo: "undo",
    },
  },
} as const;

/**
 * An event for people: who, when, what, and for texts only the words changed.
 * @param number its line in the log, from 1
 * @param stands whether no later event took it back
 */
export function historyLines(event: ReviewEvent, number: number, stands: boolean, language: Language): string[] {
  const { act, who, when, field } = event;
  const { acts, takenBack } = TEXTS[language];
  const place = field === "/diagnostics" ? "" : ` ${field}`;
  const back = stands || act === "undo" ? "" : `  ${takenBack}`;
  const head = `${String(number).padStart(3)}  ${timeIn(when, language)}  ${who}  ${acts[act]}${place}${back}`;
  return [head, ...detailOf(event, language).map((line) => `     ${line}`)];
}

/** The moment as it is kept; in German as clocks on the wall show it. */
function timeIn(when: string, language: Language): string {
  if (language === "en") return when;
  return new Date(when).toLocaleString("de", { dateStyle: "medium", timeStyle: "short" });
}

function detailOf(event: ReviewEvent, language: Language): string[] {
  switch (event.act) {
    case "set":
      return changed(event.old, event.new);
    case "check":
      return isSame(event.old, event.new) ? [shown(wordIn(event))] : changed(event.old, event.new);
    case "confirm":
      return event.field === "/memo" ? [] : [shown(event.new)];
    case "accept":
    case "reject":
      return [`${event.correction.rule}: ${shown(event.correction.from)} → ${shown(event.correction.to)}`];
    case "place":
      return [messageIn(event.finding, language), ...changed(event.old, event.new)];
    case "dismiss":
      return [messageIn(event.finding, language)];
    case "query":
      return [event.note];
    case "undo":
      return [TEXTS[language].takesBack(event.undoes.join(", "))];
  }
}

function messageIn({ code, message }: { readonly code: string; readonly message: string }, language: Language): string {
  const german: Readonly<Record<string, string>> = FINDINGS_IN_GERMAN;
  return language === "de" && german[code] !== undefined ? `${german[code]} (${message})` : message;
}

function wordIn({ old, word }: Extract<ReviewEvent, { act: "check" }>): string {
  return String(old).slice(word.offset, word.offset + word.length);
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
