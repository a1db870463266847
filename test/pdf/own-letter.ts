/** A short letter of our own, as a content stream for `pageObjects`: lines of Helvetica in the order of reading. */

export const LINE_HEIGHT = 16;
const TOP = 780;
const LEFT = 70;
const SIZE = 11;

export const LETTER = [
  "Hausmitteilung",
  "An alle Mitglieder des Stadtrates",
  "Sehr geehrte Damen und Herren,",
  "der Brunnen am Alten Markt wird ab Mai wieder betrieben.",
  "Die Kosten betragen 48.700 Euro und werden aus dem laufenden Haushalt bezahlt.",
  "Die Anlage ist nicht barrierefrei; der Umbau soll bis zum Herbst geplant werden.",
  "Mit freundlichen Grüßen",
  "Wendelin Amsel",
] as const;

/** Height of a line's baseline, counted from 0. */
export const baselineOf = (line: number): number => TOP - line * LINE_HEIGHT;

/** Shows words at a place; `state` are operators before them. */
export function shown(words: string, x: number, y: number, state = "", font = "/F0"): string {
  const escaped = words.replaceAll(/[\\()]/gu, "\\$&");
  return `q BT ${font} ${SIZE} Tf ${state} 1 0 0 1 ${x} ${y} Tm (${escaped}) Tj ET Q`;
}

/** The letter, with other text in some of its lines. */
export function letterContent(
  other: Readonly<Record<number, string>> = {},
  fontOf = (_: number): string => "/F0",
): string {
  return LETTER.map((words, line) => shown(other[line] ?? words, LEFT, baselineOf(line), "", fontOf(line))).join("\n");
}

/** Widths of Helvetica's figures, full stop and space, in font sizes. */
const FIGURE = 0.556;
const NARROW = 0.278;

/** Where the sum in line 4 begins, and how wide it is; "Die Kosten betragen " is 103.3 points wide. */
export const SUM = { left: LEFT + 103.3, width: SIZE * (5 * FIGURE + NARROW), line: 4, text: "48.700" } as const;
