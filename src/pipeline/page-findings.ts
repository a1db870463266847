import type { Diagnostic, FindingCode } from "../model/diagnostic.ts";
import type { LeftOut } from "../pdf/page-content.ts";

/** Longer words of a page are cut in a message. */
const MOST_CHARACTERS = 120;

/** What was found in a page that its lines do not hold. */
export function leftOutFindings({ struck, blackedOut, unseen, marks }: LeftOut, page: number): Diagnostic[] {
  const finding = (severity: Diagnostic["severity"], code: FindingCode, message: string): Diagnostic => {
    return { severity, stage: "read", code, message, page };
  };
  return [
    ...(struck === ""
      ? []
      : [finding("warning", "text-struck-out", `Struck through, and left out: ${quoted(struck)}.`)]),
    ...(blackedOut ? [finding("warning", "text-blacked-out", "Words are blacked out.")] : []),
    ...(unseen === 0
      ? []
      : [finding("info", "text-not-shown", `${unseen} letters that the page does not show were left out.`)]),
    ...(marks === ""
      ? []
      : [finding("info", "annotation-left-out", `Laid over the page, and left out: ${quoted(marks)}.`)]),
  ];
}

function quoted(words: string): string {
  return `"${words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS)}…` : words}"`;
}
