/** One point named in a heading; `start` and `end` are its place in the line's text, half-open. */
export interface NamedPoint {
  /** "1", "2a". */
  readonly number: string;
  readonly start: number;
  readonly end: number;
}

/** A heading that says which points the answer below it answers; "Antwort:" and "Sachstand:" name none. */
export interface AnswerHeading {
  readonly points: readonly NamedPoint[];
  /** Where the answer begins, if it begins on the same line. */
  readonly textStart: number;
}

/**
 * "zu 1.:", "Zu 2", "zu Punkt 3:", "zu 1. und 2.:", "Zu 1 bis 3:", "Zu 2a)", "Antwort zu Frage 1:".
 * A heading stands on a line of its own or ends with a colon, of which OCR may make an apostrophe or a quotation mark: "Zu 1. und 2.'".
 * "Zu 1. September …" is none.
 */
const HEADING =
  /^(?:Antwort )?[Zz][uU][rm]?(?: den| Ihrer| Ihren)?(?: (?:Beschluss)?[Pp]unkt(?:en)?| Ziffer[n]?| Frage[n]?| Nr\.?)? ?((?:[\dIlZS][\dIl]?[a-z]?|[a-z])(?:[.)]| ?[a-z]\))*(?: ?(?:,|und|u\.|bis|\+|-|–|\/) ?[\dIlZS][\dIl]?[a-z]?(?:[.)])*)*) ?(:|;|['’‘´·"“”]?$|\.?:)/u;

/** What OCR makes of a digit in "zu 1": "zu I", "zu l", "zu Z"; "Ia" and "la" are 1a. */
const DIGIT: Readonly<Record<string, string>> = { I: "1", l: "1", Z: "2", S: "5" };

/** "Antwort: Die Kosten …", "Sachstand:", "Stand der Umsetzung:": the answer to what stands above. */
const PLAIN =
  /^(?:Antwort(?:en)? ?: *|(?:Sachstand|Umsetzungsstand|Bearbeitungsstand|Erledigungsstand|Stand der (?:Umsetzung|Bearbeitung|Erledigung)|Stellungnahme der Verwaltung) ?:$)/u;

/** "1", "1.", "Ia", "1. a)", "b)"; or the sign of a range. */
const POINT = /(?<!\p{L})(?:([\dIlZS]{1,2})[.)]* ?([a-z](?!\p{L}))?|([a-z])(?!\p{L})|bis|[-–])/gu;
const RANGE = "…";

export function answerHeading(text: string): AnswerHeading | null {
  const plain = PLAIN.exec(text);
  if (plain !== null) return { points: [], textStart: plain[0].length };
  const match = HEADING.exec(text);
  if (match === null) return null;
  const [whole, list = ""] = match;
  const offset = whole.indexOf(list);
  const found: NamedPoint[] = [];
  for (const part of list.matchAll(POINT)) {
    const [token, digits = "", letter = part[3] ?? ""] = part;
    const number = [...digits].map((digit) => DIGIT[digit] ?? digit).join("") + letter;
    const start = offset + part.index;
    found.push({ number: number === "" ? RANGE : number, start, end: start + token.length });
  }
  const textStart = whole.length + (/^\s*/u.exec(text.slice(whole.length))?.[0].length ?? 0);
  return { points: ranged(found), textStart };
}

/** "1 bis 3" names 2 as well; it stands for it with the words between. */
function ranged(points: readonly NamedPoint[]): NamedPoint[] {
  return points.flatMap((point, index) => {
    if (point.number !== RANGE) return [point];
    const from = Number(points[index - 1]?.number);
    const to = Number(points[index + 1]?.number);
    const isRange = Number.isInteger(from) && Number.isInteger(to) && to - from > 1 && to - from < 30;
    if (!isRange) return [];
    return Array.from({ length: to - from - 1 }, (_, step) => ({ ...point, number: String(from + 1 + step) }));
  });
}
