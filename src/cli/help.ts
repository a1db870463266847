import { EXIT_CODES } from "./exit-codes.ts";

/** Examples below the options; each is a command that works as it stands. */
export const PROGRAM_EXAMPLES = `
Examples:
  hausmitteilung parse scan.pdf              the record of a memo
  hausmitteilung repair ocr.txt              its text with broken words made whole
  hausmitteilung help parse                  all about one command
`;

/** The table of exit codes, as help shows it. */
export function exitCodesHelp(): string {
  const rows = Object.values(EXIT_CODES).map(({ code, meaning }) => `  ${String(code).padEnd(5)}${meaning}\n`);
  return `\nExit codes:\n${rows.join("")}`;
}
