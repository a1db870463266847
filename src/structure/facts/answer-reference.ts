import { FUNCTION_WORDS } from "../../lexicon/function-words.ts";

/** One point named in a heading; `start` and `end` are its place in the line's text, half-open. */
export interface NamedPoint {
  /** "1", "2a". */
  readonly number: string;
  /** As printed, where it is a roman number: "II". */
  readonly roman: string | null;
  /** Whether it is counted, whatever number the point bears itself: "zum zweiten Anstrich". */
  readonly isCounted: boolean;
  readonly start: number;
  readonly end: number;
}

/** A heading that says which points the answer below it answers; "Antwort:" and "Sachstand:" name none. */
export interface AnswerReference {
  readonly points: readonly NamedPoint[];
  /** Where the answer begins, if it begins on the same line. */
  readonly textStart: number;
}

const ADDRESSED = "(?:Antwort )?[Zz][uU][rm]?(?: den| Ihrer| Ihren)?";
const MATTER = "(?: (?:Beschluss)?[Pp]unkt(?:en)?| (?:Beschluss)?[Zz]iffer[n]?| Frage[n]?| Nr\\.?)?";
/** Each text is read in one way only, or else a long list would be tried in all combinations. */
const COUNT = "(?:[IVX]{2,4}|[VX]|(?!II)[\\dIlZS](?:[\\dIl][a-z]?|[a-km-z])?)";
const NUMBERS = `((?:${COUNT}|(?!l)[a-z])(?:[.)]| ?[a-z]\\))*(?: ?(?:,|und|u\\.|bis|\\+|-|–|\\/) ?${COUNT}(?:[.)])*)*)`;

/**
 * "zu 1.:", "Zu 2", "zu Punkt 3:", "zu 1. und 2.:", "Zu 1 bis 3:", "Zu 2a)", "Antwort zu Frage 1:".
 * A heading stands on a line of its own or ends with a colon, of which OCR may make an apostrophe or a quotation mark: "Zu 1. und 2.'".
 * "Zu 1. September …" is none.
 */
const HEADING = new RegExp(`^${ADDRESSED}${MATTER} ?${NUMBERS} ?(:|;|['’‘´·"“”]?$|\\.?:)`, "u");

/**
 * In the running line without a colon: "zu 2) Die Poller werden versetzt." A number with a full stop counts there
 * before a word that begins sentences only: "Zu 1. Die Prüfung …", not "Zu 1. September".
 */
const RUNNING = new RegExp(`^${ADDRESSED}${MATTER} ${NUMBERS} (?=(\\p{Lu}\\p{Ll}*) )`, "u");

/** Points told by their place among the others: "Zum zweiten Anstrich:", "zu Spiegelstrich 3:". */
const COUNTED =
  /^[Zz]u[rm]? (?:(\p{Ll}+|\d{1,2}\.) (?:Anstrich|Spiegelstrich|Aufzählungspunkt|Punkt|Frage)|(?:Anstrich|Spiegelstrich) (\d{1,2})) ?(?::|$)/u;
const ORDINALS = "ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten".split(" ");

/** What OCR makes of a digit in "zu 1": "zu I", "zu l", "zu Z"; "Ia" and "la" are 1a. */
const DIGIT: Readonly<Record<string, string>> = { I: "1", l: "1", Z: "2", S: "5" };

/** "Antwort: Die Kosten …", "Sachstand:", "Stand der Umsetzung:": the answer to what stands above. */
const PLAIN =
  /^(?:Antwort(?:en)? ?: *|(?:Sachstand|Umsetzungsstand|Bearbeitungsstand|Erledigungsstand|Stand der (?:Umsetzung|Bearbeitung|Erledigung)|Stellungnahme der Verwaltung) ?:$)/u;

/** "1", "1.", "Ia", "1. a)", "b)"; or the sign of a range. */
const POINT = /(?<!\p{L})(?:([IVX]{2,4}|[VX]|[\dIlZS]{1,2})[.)]* ?([a-z](?!\p{L}))?|([a-z])(?!\p{L})|bis|[-–])/gu;
const RANGE = "…";

export function answerReference(text: string): AnswerReference | null {
  const plain = PLAIN.exec(text);
  if (plain !== null) return { points: [], textStart: plain[0].length };
  const match = HEADING.exec(text) ?? runningHeading(text);
  if (match === null) return countedHeading(text);
  const [whole, list = ""] = match;
  const offset = whole.indexOf(list);
  const found: NamedPoint[] = [];
  for (const part of list.matchAll(POINT)) {
    const [token, digits = "", letter = part[3] ?? ""] = part;
    const number = [...digits].map((digit) => DIGIT[digit] ?? digit).join("") + letter;
    const roman = /^[IVX]+$/u.test(digits) && letter === "" ? digits : null;
    const start = offset + part.index;
    found.push({ number: number === "" ? RANGE : number, roman, isCounted: false, start, end: start + token.length });
  }
  return { points: ranged(found), textStart: textAfter(text, whole.length) };
}

function runningHeading(text: string): RegExpExecArray | null {
  const match = RUNNING.exec(text);
  const [, numbers = "", next = ""] = match ?? [];
  const isClear = numbers.endsWith(")") || (numbers.endsWith(".") && FUNCTION_WORDS.has(next.toLowerCase()));
  return isClear ? match : null;
}

function countedHeading(text: string): AnswerReference | null {
  const match = COUNTED.exec(text);
  if (match === null) return null;
  const [whole, ordinal = "", digits = ""] = match;
  const number = ORDINALS.indexOf(ordinal) + 1 || Number.parseInt(ordinal + digits, 10);
  if (!(number > 0)) return null;
  const point = { number: String(number), roman: null, isCounted: true, start: 0, end: whole.length };
  return { points: [point], textStart: textAfter(text, whole.length) };
}

function textAfter(text: string, end: number): number {
  return end + (/^\s*/u.exec(text.slice(end))?.[0].length ?? 0);
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
