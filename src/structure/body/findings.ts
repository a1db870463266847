import type { Diagnostic, FindingCode } from "../../model/diagnostic.ts";
import type { TracedLine } from "../../text/traced-lines.ts";
import type { DraftItem } from "./items.ts";
import { numberingFaults } from "./numbering.ts";
import type { Setting } from "./paragraphs.ts";
import { strayInClause, strayInLead } from "./stray-text.ts";
import { beginsWithin, endsWithin, standsAbove, tearIn } from "./torn-text.ts";

/** What a person should look at in the items. */
export function findingsOf(drafts: readonly DraftItem[], setting: Setting): Diagnostic[] {
  const inItems = drafts.flatMap((draft, index) => {
    const at = itemAt(index);
    return [...quotationFindings(draft, at), ...responseFindings(draft, at), ...tearFindings(draft, at, setting)];
  });
  const inNumbers = numberingFaults(drafts).map(({ code, message, item, line }) =>
    finding(code, message, itemAt(item), line),
  );
  return [...inItems, ...inNumbers];
}

function itemAt(index: number): string {
  return `/memo/items/${index}`;
}

function quotationFindings({ doubts }: DraftItem, at: string): Diagnostic[] {
  const message = "No mark closes this quotation; its end was judged by the text.";
  return doubts
    .filter((doubt) => doubt.sureness < 0.9)
    .map((doubt) => finding("quotation-unclosed", message, at, doubt.line));
}

function responseFindings({ answer, points: [point] }: DraftItem, at: string): Diagnostic[] {
  const [first] = answer;
  const last = answer.at(-1);
  if (point === undefined) return [];
  if (first === undefined || last === undefined) {
    return [finding("clause-without-response", "No response was found for this clause.", at, point.pieces[0]?.line)];
  }
  const begins = "The response begins within a sentence; lines may be missing or out of order.";
  const ends = "The response ends within a sentence; lines may be missing or out of order.";
  return [
    ...(beginsWithin(first.text.text) ? [finding("response-torn", begins, at, first.line)] : []),
    ...(endsWithin(last) ? [finding("response-torn", ends, at, last.line)] : []),
  ];
}

function tearFindings({ lead, points, answer }: DraftItem, at: string, setting: Setting): Diagnostic[] {
  const message = "This line does not follow the one above it; lines may be missing or out of order.";
  const texts = [lead, ...points.map((point) => point.pieces), answer];
  const tears = texts.flatMap((pieces) => tearIn(pieces, setting) ?? []);
  const last = points.at(-1)?.pieces.at(-1)?.line;
  const [first] = answer;
  const isAnswerAbove = last !== undefined && first !== undefined && standsAbove(first.line, last);
  const torn = [...tears, ...(isAnswerAbove ? [first.line] : [])];
  const stray = [
    strayInLead(lead, points[0]?.pieces ?? []),
    ...points.map((point) => strayInClause(point.pieces)),
  ].filter((line) => line !== null);
  return [
    ...torn.map((line) => finding("text-torn", message, at, line)),
    ...stray.map((line) => finding("text-torn", STRAY, at, line)),
  ];
}

const STRAY = "This line does not seem to belong to its clause; lines may be missing or out of order.";

function finding(code: FindingCode, message: string, at: string, line: TracedLine | undefined): Diagnostic {
  const page = line === undefined ? {} : { page: line.page };
  return { severity: "warning", stage: "structure", code, message, at, ...page };
}
