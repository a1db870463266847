import type { Diagnostic } from "../model/diagnostic.ts";
import type { MemoTree } from "../text/memo-tree.ts";

/** Fields that every letter of this kind has: where one is null, it was not found. */
const EXPECTED = ["authority", "office", "recipient", "fileReference", "subject", "salutation", "closing"] as const;

/** @param blank fields whose label stands in the letter with nothing after it: these are not missing */
export function missingFields(memo: MemoTree, blank: readonly string[]): Diagnostic[] {
  const missing: string[] = EXPECTED.filter((field) => memo[field] === null && !blank.includes(field));
  if (memo.items.length === 0) missing.push("items");
  return missing.map((field) => ({
    severity: "warning",
    stage: "structure",
    code: "field-missing",
    message: `The letter's ${field} was not found.`,
    at: `/memo/${field}`,
  }));
}
