import type { Memo } from "../model/record.ts";

/** A memo's text in reading order, made of its values: paragraphs parted by an empty line. */
export function memoText(memo: Memo): string {
  const references = memo.references.map(({ paper, meeting }) => (meeting === null ? paper : `${paper} (${meeting})`));
  const paragraphs = [
    lines(memo.authority, memo.office),
    memo.recipient,
    lines(labelled("GZ", memo.fileReference), labelled("Datum", memo.date)),
    lines(references.length === 0 ? null : references.join(", "), memo.subject),
    memo.salutation,
    memo.introduction,
    ...memo.items.flatMap(({ leadIn, clauses, response }) => [
      leadIn,
      ...clauses.map(({ number, text }) => (number === null ? text : `${number}. ${text}`)),
      response,
    ]),
    labelled("nächste Beschlusskontrolle", memo.nextReview),
    memo.closing,
    ...memo.signatures.map(({ name, role }) => lines(name, role)),
    lines(...memo.attachments),
  ];
  return paragraphs.filter((paragraph) => paragraph !== null).join("\n\n");
}

function labelled(label: string, value: string | null): string | null {
  return value === null ? null : `${label}: ${value}`;
}

function lines(...values: readonly (string | null)[]): string | null {
  const given = values.filter((value) => value !== null);
  return given.length === 0 ? null : given.join("\n");
}
