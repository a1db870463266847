import { FUNCTION_WORDS } from "../../lexicon/function-words.ts";
import type { Edit } from "../../model/edit.ts";
import type { TracedText } from "../../text/traced-text.ts";

const WEB_ADDRESS = /^[("„<[]{0,3}(?:https?:\/\/|www\.)[^\s]*$/i;
const MAIL_ADDRESS = /^[^\s@]{1,64}@[^\s@]*$/;
/** A sign that no address ends with. */
const UNFINISHED = /[-_=?&%#@+~]$/;
/** An address may end so, and a sentence after it begin. */
const HALF_FINISHED = /[/:]$/;
const DOMAIN = /^(?:de|com|org|eu|net|info|php|html?|pdf|aspx?)(?![\p{L}\d])/u;
/** Only an address looks so: an underscore, a query, a file's ending, or a path of several parts. */
const REST_OF_ADDRESS = /_|=|\.(?:php|html?|pdf|aspx?|docx?|zip)(?![\p{L}\d])|\/[^\s/]*\/|^[/?&#%=]./u;
const PLAIN = /^[\w%./?&=#+~:;@()-]+$/;
/** In characters; longer tokens are none that people print. */
const LONGEST = 300;

/** Web and mail addresses have no space, so where one ends a line unfinished the next line's first token goes on with it. */
export function findAddressBreaks({ text }: TracedText): Edit[] {
  const edits: Edit[] = [];
  let address = "";
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const content = line.trim();
    const from = start + line.length - line.trimStart().length;
    const first = /^\S*/.exec(content)?.[0] ?? "";
    const goesOn = address !== "" && first !== "" && continues(address, first);
    if (goesOn) {
      const newline = from - (line.length - line.trimStart().length) - 1;
      const before = newline - trailingSpaces(text, newline);
      edits.push({ rule: "line-break", start: before, end: from, after: "", confidence: 0.95 });
    }
    const last = content.slice(content.lastIndexOf(" ") + 1);
    if (goesOn && first === content) address += first;
    else address = last.length <= LONGEST && isAddress(last) ? last : "";
    if (address.length > LONGEST) address = "";
    start = end + 1;
  }
  return edits;
}

const isAddress = (token: string): boolean => WEB_ADDRESS.test(token) || MAIL_ADDRESS.test(token);

function continues(address: string, next: string): boolean {
  const token = next.replace(/[)"“”>\].,;:!?]{1,4}$/, "");
  if (!PLAIN.test(token) || isAddress(token) || /^\d{1,2}[.)]$/.test(next)) return false;
  if (UNFINISHED.test(address)) return true;
  if (/\.$/.test(address)) return DOMAIN.test(token);
  if (REST_OF_ADDRESS.test(token)) return true;
  return HALF_FINISHED.test(address) && /[\d.-]/.test(token) && !FUNCTION_WORDS.has(token);
}

function trailingSpaces(text: string, at: number): number {
  let count = 0;
  while (count < 12 && /[ \t]/.test(text.charAt(at - 1 - count))) count++;
  return count;
}
