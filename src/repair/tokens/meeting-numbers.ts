import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";
import { asDigits, DIGIT_LIKE } from "./digits.ts";

/**
 * The numbers of council and committee meetings: the body in capitals, with "SBR" the borough's three
 * letters, the meeting's three digits and the year: SR/049/2023, FL/SE/014/2015, SBR Leu/042/19.
 */
const MEETING_NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d/])((?:[A-Z]{2,4}/){1,2}|(?:SBR|OSR|OBR) ?[A-Z][a-zä-ü]{1,2}/)([${DIGIT_LIKE}]{3})/((?:[${DIGIT_LIKE}]{2}){1,2})(?![\p{L}\d])`,
  "gu",
);

/** Letters read for the digits of a meeting's number become digits. */
export function findMeetingNumbers({ text }: TracedText): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(MEETING_NUMBER)) {
    const [token, body = "", number = "", year = ""] = match;
    const after = `${body}${asDigits(number)}/${asDigits(year)}`;
    if (after === token || !/\d/.test(number + year)) continue;
    edits.push({ rule: "token", start: match.index, end: match.index + token.length, after, confidence: 0.95 });
  }
  return edits;
}
