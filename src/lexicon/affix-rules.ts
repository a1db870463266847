/**
 * One way to inflect the stems that bear a flag, as a Hunspell .aff file has it:
 * "SFX N 0 n e" with the stem "Straße/N" gives "Straßen".
 */
export interface AffixRule {
  readonly flag: string;
  /** What the stem loses at that end, and what it gains. */
  readonly strip: string;
  readonly add: string;
  /** What the stem must look like at that end. */
  readonly condition: RegExp;
  /** Flags of the form so made. */
  readonly formFlags: string;
}

/** Rules by what they add, which is found on a form, then by what they strip: one stem to look up for each. */
export type AffixTable = ReadonlyMap<string, ReadonlyMap<string, readonly AffixRule[]>>;

/** The rules of an .aff file; those that add a hyphen are left out, as only runs of letters are looked up. */
export function parseAffixRules(aff: string): { prefixes: AffixRule[]; suffixes: AffixRule[] } {
  const prefixes: AffixRule[] = [];
  const suffixes: AffixRule[] = [];
  // Four hundred rules have a hundred and fifty conditions.
  const patterns = new Map<string, RegExp>();
  for (const line of aff.split("\n")) {
    const [kind, flag, strip, add, condition] = line.trim().split(/\s+/);
    if (kind !== "SFX" && kind !== "PFX") continue;
    if (flag === undefined || strip === undefined || add === undefined || condition === undefined) continue;
    const [letters = "", formFlags = ""] = add.split("/");
    if (letters.includes("-")) continue;
    const source = kind === "SFX" ? `${condition}$` : `^${condition}`;
    const pattern = patterns.get(source) ?? new RegExp(source, "u");
    patterns.set(source, pattern);
    const rule = { flag, strip: orEmpty(strip), add: orEmpty(letters), condition: pattern, formFlags };
    (kind === "SFX" ? suffixes : prefixes).push(rule);
  }
  return { prefixes, suffixes };
}

export function affixTable(rules: readonly AffixRule[]): AffixTable {
  const table = new Map<string, Map<string, AffixRule[]>>();
  for (const rule of rules) {
    const byStrip = table.get(rule.add) ?? new Map<string, AffixRule[]>();
    byStrip.set(rule.strip, [...(byStrip.get(rule.strip) ?? []), rule]);
    table.set(rule.add, byStrip);
  }
  return table;
}

const orEmpty = (text: string): string => (text === "0" ? "" : text);
