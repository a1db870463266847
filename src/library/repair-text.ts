import type { Change } from "../text/traced-text.ts";
import { refuseBundle } from "./bundle.ts";
import { checkedRepairOptions, type RepairTextOptions } from "./options.ts";

/** A text made whole, and what was done to it. */
export interface RepairedText {
  readonly text: string;
  /**
   * In reading order, never overlapping. Replacing each `[start, end)` of the text given by the change's `to`
   * gives `text`.
   */
  readonly changes: readonly Change[];
}

/**
 * Repairs plain German text from a scan: words broken at line ends, misread letters, quotation marks.
 * The first call loads the lexicon (some 50 ms, 30 MB), which is kept for later ones.
 *
 * @throws TypeError where an option is wrong
 *
 * @param text - lines parted by `\n`, pages by a form feed
 *
 * @example
 * ```ts
 * const { text } = await repairText("Der Beschluss wird der Landes-\nhauptstadt mitgeteilt.");
 * // "Der Beschluss wird der Landeshauptstadt mitgeteilt."
 * ```
 */
export async function repairText(text: string, options: RepairTextOptions = {}): Promise<RepairedText> {
  const { words = [], correct = true, minConfidence = 0 } = checkedRepairOptions(options);
  refuseBundle();
  const [{ loadLexicon }, { repair }, { pagesOfPlainText, readTextOf }] = await Promise.all([
    import("../lexicon/lexicon.ts"),
    import("../repair/repair.ts"),
    import("../text/read-text.ts"),
  ]);
  const lexicon = await loadLexicon({ userWords: words });
  const repaired = repair(readTextOf(pagesOfPlainText(text)), lexicon, { correct, minConfidence }).text;
  return { text: repaired.text, changes: repaired.changes() };
}
