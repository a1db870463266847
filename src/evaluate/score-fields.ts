import { comparable } from "./comparable-text.ts";
import type { PartialMemo, Truth } from "./truth.ts";

/** The fields that hold one value each. */
const VALUES = [
  "kind",
  "confidential",
  "authority",
  "office",
  "recipient",
  "fileReference",
  "date",
  "subject",
  "salutation",
  "introduction",
  "reportStatus",
  "nextReview",
  "closing",
] as const;

type ValueName = (typeof VALUES)[number];
type FieldName = ValueName | "references" | "signatures signed" | "signatures noted" | "attachments";

export interface FieldScore {
  readonly field: FieldName;
  readonly pointer: string;
  readonly right: boolean;
}

/**
 * Each field of the truth held against what was read; fields that the truth lacks or declares unscored are left out.
 * @param read null where there is no record: then all are wrong
 */
export function scoreFields(truth: Truth, read: PartialMemo | null): FieldScore[] {
  return [...scoreValues(truth, read), ...scoreLists(truth, read)];
}

/** Texts are compared as `comparable` has them, in a file reference without any spaces. */
function isSameValue(name: ValueName, truth: unknown, read: unknown): boolean {
  if (typeof truth !== "string") return truth === (read ?? null);
  const tight = (value: unknown): string => {
    const text = comparable(String(value ?? ""));
    return name === "fileReference" ? text.replace(/\s/g, "") : text;
  };
  return tight(truth) === tight(read);
}

function scoreValues({ memo, unscored }: Truth, read: PartialMemo | null): FieldScore[] {
  return VALUES.filter((name) => memo[name] !== undefined && !unscored.includes(`/memo/${name}`)).map((name) => ({
    field: name,
    pointer: `/memo/${name}`,
    right: read !== null && isSameValue(name, memo[name], read[name]),
  }));
}

/** References count by paper and meeting in their order, signatures by the names under each capacity, attachments by their number. */
function scoreLists(truth: Truth, read: PartialMemo | null): FieldScore[] {
  const { references, signatures, attachments } = truth.memo;
  const isScored = (name: string): boolean => !truth.unscored.some((pointer) => pointer.startsWith(`/memo/${name}`));
  const scores: FieldScore[] = [];
  const add = (field: FieldName, name: string, isRight: (memo: PartialMemo) => boolean): void => {
    scores.push({ field, pointer: `/memo/${name}`, right: read !== null && isRight(read) });
  };
  if (references !== undefined && !truth.unscored.includes("/memo/references")) {
    add("references", "references", (memo) => hasReferences(references, memo.references ?? []));
  }
  if (signatures !== undefined && isScored("signatures")) {
    for (const capacity of ["signed", "noted"] as const) {
      add(`signatures ${capacity}`, "signatures", (memo) => namesOf(truth.memo, capacity) === namesOf(memo, capacity));
    }
  }
  if (attachments !== undefined && isScored("attachments")) {
    add("attachments", "attachments", (memo) => attachments.length === (memo.attachments ?? []).length);
  }
  return scores;
}

type References = NonNullable<PartialMemo["references"]>;

function hasReferences(truth: References, read: References): boolean {
  const isSame = (want: References[number], got: References[number] | undefined): boolean =>
    want.paper === got?.paper && (want.meeting === undefined || want.meeting === (got.meeting ?? null));
  return truth.length === read.length && truth.every((want, index) => isSame(want, read[index]));
}

function namesOf(memo: PartialMemo, capacity: "signed" | "noted"): string {
  const names = (memo.signatures ?? []).flatMap((signature) =>
    signature.capacity === capacity && signature.name !== null ? [comparable(signature.name)] : [],
  );
  return names.sort().join("\n");
}
