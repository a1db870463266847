import type { Diagnostic } from "../model/diagnostic.ts";
import { leavesOf } from "../text/leaves.ts";
import type { MemoTree } from "../text/memo-tree.ts";
import { regionsOf } from "../text/regions.ts";
import { areNumbersBroken, hasMarksInside } from "./evidence.ts";
import { answerReference } from "./facts/answer-reference.ts";
import { partsOf } from "./fields/texts.ts";
import type { Reading } from "./reading.ts";

/** Fields that every letter has: where one is null, it was not found. */
const EXPECTED = ["authority", "office", "recipient", "subject", "salutation", "closing"] as const;

/** Fields that every report on a resolution has as well: all 162 that the weights are fitted on. */
const EXPECTED_OF_REPORTS = ["introduction", "reportStatus"] as const;

/**
 * What a person should look at.
 * @param isSure whether the letter as a whole is right with enough probability to be imported unread
 */
export function findingsOf(memo: MemoTree, reading: Reading, isSure: boolean): Diagnostic[] {
  return [
    ...missing(memo),
    ...noticed(memo, reading),
    ...doubted(memo),
    ...(isSure ? [] : uncertain(memo)),
    ...unanswered(memo),
    ...misunderstood(memo),
    ...unmetReferences(memo, reading),
    ...lettersMissing(memo),
    ...unplaced(reading),
    ...unused(memo, reading),
    ...besidePapers(reading),
    ...annexFound(reading),
  ];
}

/** Less sure than this that words within the body are none of its text, a person should look. */
const SURELY_FURNITURE = 0.9;
/** A finding quotes no more of a line. */
const LONGEST_QUOTE = 80;

/** Words are never dropped in silence: each line that no field takes is told, and within the body to be looked at. */
function unplaced({ furniture, parts }: Reading): Diagnostic[] {
  const body = parts.filter(({ label }) => label === "clause" || label === "response" || label === "leadIn");
  const from = body[0]?.pieces[0]?.piece.index ?? 0;
  const to = body.at(-1)?.pieces.at(-1)?.piece.index ?? 0;
  return furniture.flatMap(({ fact, sureness }): Diagnostic[] => {
    const { text, index, line } = fact.piece;
    const isTitle = fact.formulas.some(([name, likeness]) => name === "title" && likeness > 0.8);
    if (fact.isPageMark || fact.looksEmpty || isTitle || !/\p{L}{3}/u.test(text.text)) return [];
    const isWithin = index > from && index < to;
    const quote = text.length > LONGEST_QUOTE ? `${text.text.slice(0, LONGEST_QUOTE)}…` : text.text;
    const regions = regionsOf(text);
    return [
      {
        severity: isWithin && sureness < SURELY_FURNITURE ? "warning" : "info",
        stage: "structure",
        code: "unplaced-text",
        message: `No field takes this line: "${quote}".`,
        page: line.page,
        ...(regions.length === 0 ? {} : { regions }),
      },
    ];
  });
}

function missing(memo: MemoTree): Diagnostic[] {
  const expected = memo.kind?.value === "Beschlusskontrolle" ? [...EXPECTED, ...EXPECTED_OF_REPORTS] : EXPECTED;
  const fields: string[] = expected.filter((field) => memo[field] === null);
  if (memo.items.length === 0) fields.push("items");
  // Letters on the inside paper bear a paper and a file reference; so do answers to inhabitants.
  if (memo.references.length === 0) fields.push("references");
  if (memo.fileReference === null) fields.push("fileReference");
  if (!memo.signatures.some(({ name, capacity }) => name !== null && capacity?.value === "signed"))
    fields.push("signatures");
  return fields.map((field) => warning("field-missing", `The letter's ${field} was not found.`, `/memo/${field}`));
}

/** Text that is imported as it stands; names and the city's own name are judged by what is known of them. */
const IMPORTED = new Set(["items", "subject", "introduction", "salutation", "recipient", "office"]);

/** Words that repair doubts, where they are imported: on 240 letters 88 of 91 such words were misread. */
function doubted(memo: MemoTree): Diagnostic[] {
  return leavesOf(memo).flatMap(({ pointer, leaf }) =>
    IMPORTED.has(pointer.split("/")[2] ?? "")
      ? (leaf.doubts ?? []).map(({ offset, length }) => {
          const word = leaf.text.text.slice(offset, offset + length);
          return warning("word-uncertain", `"${word}" is in no word list and may be misread.`, pointer);
        })
      : [],
  );
}

/** "Kenntnisnahme" stands over a second person: where only one was found, it may be either. */
function noticed(memo: MemoTree, { parts }: Reading): Diagnostic[] {
  const isNoted = parts.some(({ label }) => label === "noted");
  if (!isNoted || memo.signatures.length > 1) return [];
  return [warning("name-uncertain", "One of those who signed and took notice was not found.", "/memo/signatures")];
}

/** Of a letter that is not sure the leaves to look at: all below this, and the least sure one in any case. */
const DOUBTFUL = 0.9;

function uncertain(memo: MemoTree): Diagnostic[] {
  const leaves = leavesOf(memo).toSorted((a, b) => a.leaf.confidence - b.leaf.confidence);
  return leaves
    .filter(({ leaf }, at) => at === 0 || leaf.confidence < DOUBTFUL)
    .map(({ pointer, leaf }) =>
      warning("field-uncertain", `This is right with a probability of ${leaf.confidence.toFixed(2)} only.`, pointer),
    );
}

function unanswered(memo: MemoTree): Diagnostic[] {
  return memo.items.flatMap(({ response }, at) =>
    response === null
      ? [warning("clause-without-response", "No answer was found for a clause.", `/memo/items/${at}`)]
      : [],
  );
}

/** Parts whose pieces are fields' texts. */
const TEXTS: ReadonlySet<string> = new Set([
  "office",
  "recipient",
  "subject",
  "salutation",
  "introduction",
  "leadIn",
  "clause",
  "response",
  "name",
  "role",
]);

/** Parts that are no field, or whose words are told elsewhere. */
const NO_FIELD: ReadonlySet<string> = new Set(["answerReference", "heading", "nextReview", "annex"]);

/** A piece that was taken for a part of a field, and of which the field has nothing; a part's own formula ("Datum:") is told by its name. */
function unused(memo: MemoTree, { parts }: Reading): Diagnostic[] {
  const used = leavesOf(memo).flatMap(({ leaf }) => leaf.text.segments.filter(({ start, end }) => start < end));
  return parts.flatMap(({ label, pieces }) => {
    if (NO_FIELD.has(label)) return [];
    return pieces.flatMap(({ piece, formulas }): Diagnostic[] => {
      if (formulas.some(([name]) => name === label)) return [];
      const raw = piece.text.rawRange();
      if (raw === null || !/\p{L}{3}/u.test(piece.text.text)) return [];
      if (used.some(({ start, end }) => start < raw.end && raw.start < end)) return [];
      const message = `No field takes this line: "${piece.text.text.slice(0, LONGEST_QUOTE)}".`;
      return [
        {
          severity: TEXTS.has(label) ? "warning" : "info",
          stage: "structure",
          code: "unplaced-text",
          message,
          page: piece.line.page,
        },
      ];
    });
  });
}

/** Words that stand beside papers and meetings in a heading. */
const OF_HEADINGS =
  /^(?:Beschluss\p{L}*|\p{L}*[Kk]ontrolle|\p{L}*[Aa]nfrage\p{L}*|Sitzung\p{L}*|Stellungnahme|Vorschlag|Antrags?|Zwischen\p{L}*|\p{L}*lichen?|Vorlage|sowie|Nummer|Betreff|Drucksache|Ergänzung|Antwort)$/u;

/** A heading's line is read for its papers alone: other words in it are told. */
function besidePapers({ parts }: Reading): Diagnostic[] {
  const pieces = parts.filter(({ label }) => label === "heading").flatMap((part) => part.pieces);
  return pieces.flatMap(({ piece }): Diagnostic[] => {
    const words = (piece.text.text.match(/\p{L}{4,}/gu) ?? []).filter((word) => !OF_HEADINGS.test(word));
    if (words.length === 0) return [];
    const message = `No field takes this line: "${piece.text.text.slice(0, LONGEST_QUOTE)}".`;
    return [{ severity: "info", stage: "structure", code: "unplaced-text", message, page: piece.line.page }];
  });
}

/** Forms that are not understood say so themselves: contract, the last line on items. */
function misunderstood(memo: MemoTree): Diagnostic[] {
  return memo.items.flatMap(({ response }, at) => [
    ...(areNumbersBroken(memo, at)
      ? [warning("clause-number-missing", "A number is left out between those of the clauses.", `/memo/items/${at}`)]
      : []),
    ...(response !== null && hasMarksInside(response.value)
      ? [warning("response-torn", "This response holds what begins a clause.", `/memo/items/${at}/response`)]
      : []),
  ]);
}

/** "zu 2.:" names a point, and no clause bears any number that such references name: the numbers were lost. */
function unmetReferences(memo: MemoTree, reading: Reading): Diagnostic[] {
  const numbers = new Set(memo.items.flatMap(({ clauses }) => clauses.map(({ number }) => number?.value ?? "")));
  const named = partsOf(reading, "answerReference")
    .flatMap(({ pieces }) => pieces)
    .map(({ piece: { text } }) => ({ text: text.text, points: answerReference(text.text)?.points ?? [] }))
    .filter(({ points }) => points.length > 0);
  const isMet = named.some(({ points }) =>
    points.some(
      ({ number, roman, isCounted }) => isCounted || numbers.has(number) || (roman !== null && numbers.has(roman)),
    ),
  );
  const [first] = named;
  if (first === undefined || isMet) return [];
  const quote = first.text.slice(0, LONGEST_QUOTE);
  return [warning("clause-number-missing", `No clause has the number that "${quote}" names.`, "/memo/items")];
}

/** Letters of points come in rows: "2a" without "2b", or "b" without "a", is a row of which a part is missing. */
function lettersMissing(memo: MemoTree): Diagnostic[] {
  const rows = new Map<string, string[]>();
  for (const { clauses } of memo.items)
    for (const { number } of clauses) {
      const letter = number?.value.slice(-1) ?? "";
      if (letter < "a" || letter > "z") continue;
      const parent = number?.value.slice(0, -1) ?? "";
      rows.set(parent, [...(rows.get(parent) ?? []), letter]);
    }
  return [...rows].flatMap(([parent, letters]) => {
    const isWhole = letters.length > 1 && letters.every((letter, at) => letter === String.fromCharCode(97 + at));
    const message = `Of the points ${parent}a, ${parent}b … a part was not found.`;
    return isWhole ? [] : [warning("clause-number-missing", message, "/memo/items")];
  });
}

function annexFound({ parts }: Reading): Diagnostic[] {
  const pieces = parts.filter(({ label }) => label === "annex").flatMap((part) => part.pieces);
  const [first] = pieces;
  if (first === undefined) return [];
  const message = `${pieces.length} lines after the letter's end were taken for an annex and left out.`;
  return [{ severity: "info", stage: "structure", code: "annex-text", message, page: first.piece.line.page }];
}

function warning(code: Diagnostic["code"], message: string, at: string): Diagnostic {
  return { severity: "warning", stage: "structure", code, message, at };
}
