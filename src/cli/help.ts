import { EXIT_CODES } from "./exit-codes.ts";

/** Examples below the options; each is a command that works as it stands. */
export const PROGRAM_EXAMPLES = `
Examples:
  hausmitteilung parse scan.pdf              the record of a memo
  hausmitteilung repair ocr.txt              its text with broken words made whole
  hausmitteilung help parse                  all about one command
`;

export const PARSE_EXAMPLES = `
Examples:
  hausmitteilung parse scan.pdf                        one file: one JSON object
  hausmitteilung parse *.pdf > records.ndjson          several: a line each, failures too
  hausmitteilung parse -o records/ in/*.pdf            a file each: records/<name>.json
  curl -s https://example.org/memo.pdf | hausmitteilung parse -
  hausmitteilung parse --fail-on review scan.pdf       exit code 4 if a person should look
  hausmitteilung parse --words names.txt scan.pdf      names of your own are not "corrected"

Every file that gives no record is named with the reason: {"failure":{"code","message","source"}}.
`;

export const REPAIR_EXAMPLES = `
Examples:
  hausmitteilung repair ocr.txt > clean.txt
  pdftotext memo.pdf - | hausmitteilung repair -
  hausmitteilung repair --json ocr.txt | jq .corrections
`;

export const SCHEMA_EXAMPLES = `
Example:
  hausmitteilung schema > record.schema.json
`;

/** The table of exit codes, as help shows it. */
export function exitCodesHelp(): string {
  const rows = Object.values(EXIT_CODES).map(({ code, meaning }) => `  ${String(code).padEnd(5)}${meaning}\n`);
  return `\nExit codes:\n${rows.join("")}`;
}
