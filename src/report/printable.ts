import { INVISIBLE } from "../model/invisible.ts";

/** Text from outside (a file's name, a library's message) made safe to show on one line of a terminal. */
export function printable(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    if (character === "\n") return "\\n";
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
  });
}

/** The same for a message of several lines, whose lines stay. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}
