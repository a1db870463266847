import { type AffixRule, type AffixTable, affixTable, parseAffixRules } from "./affix-rules.ts";

/** The flags of igerman98 that matter here, as its .aff file assigns them. */
const FLAGS = {
  compoundBegin: "x",
  compoundMiddle: "y",
  compoundEnd: "z",
  onlyInCompound: "o",
  needsAffix: "h",
  forbidden: "d",
  keepsCase: "w",
} as const;

/**
 * A Hunspell dictionary of stems and affix rules, read directly: a look-up strips possible affixes from the
 * form and asks for the stem, a few map look-ups in all.
 */
export class Dictionary {
  /** The flags of each stem; homonyms have several. */
  readonly #stems = new Map<string, string[]>();
  readonly #prefixes: AffixTable;
  readonly #suffixes: AffixTable;
  readonly #longestSuffix: number;
  /** Forms that may begin or continue a compound: "Landes", "schul". */
  readonly #firstParts = new Set<string>();
  readonly #middleParts = new Set<string>();

  constructor(aff: string, dic: string) {
    const { prefixes, suffixes } = parseAffixRules(aff);
    this.#prefixes = affixTable(prefixes.filter(isForWholeWords));
    this.#suffixes = affixTable(suffixes.filter(isForWholeWords));
    this.#longestSuffix = Math.max(...[...this.#suffixes.keys()].map((add) => add.length));
    for (const line of dic.split("\n")) this.#addStem(line);
    this.#collectParts([...suffixes, ...prefixes].filter((rule) => !isForWholeWords(rule)));
  }

  /** Whether a form stands alone in just this case. */
  hasForm(form: string): boolean {
    return this.#formFlags(form).some(
      (flags) => !flags.includes(FLAGS.onlyInCompound) && !flags.includes(FLAGS.forbidden),
    );
  }

  /** Whether a form keeps the case it is listed in, so that it is not to be written large at a sentence's start. */
  keepsCase(form: string): boolean {
    return this.#formFlags(form).every((flags) => flags.includes(FLAGS.keepsCase));
  }

  beginsCompound(form: string): boolean {
    return this.#firstParts.has(form);
  }

  continuesCompound(form: string): boolean {
    return this.#middleParts.has(form);
  }

  endsCompound(form: string): boolean {
    return this.#formFlags(form).some((flags) => flags.includes(FLAGS.compoundEnd));
  }

  #addStem(line: string): void {
    if (line.startsWith("\t") || line === "") return;
    const [stem = "", flags = ""] = line.trim().split("/");
    const known = this.#stems.get(stem);
    if (known === undefined) this.#stems.set(stem, [flags]);
    else known.push(flags);
  }

  /** The flags of a form for each way to make it of a stem. */
  #formFlags(form: string): string[] {
    const bare = (this.#stems.get(form) ?? []).filter((flags) => !flags.includes(FLAGS.needsAffix));
    return [...bare, ...this.#suffixed(form, ""), ...this.#prefixed(form)];
  }

  /** As stem and suffix; `prefixFlag`: one the stem must bear besides. */
  #suffixed(form: string, prefixFlag: string): string[] {
    const found: string[] = [];
    for (let length = 0; length <= Math.min(this.#longestSuffix, form.length - 1); length++) {
      const start = form.slice(0, form.length - length);
      for (const [strip, rules] of this.#suffixes.get(form.slice(form.length - length)) ?? []) {
        this.#collectFlags(start + strip, rules, prefixFlag, found);
      }
    }
    return found;
  }

  #prefixed(form: string): string[] {
    const found: string[] = [];
    for (const [add, byStrip] of this.#prefixes) {
      if (!form.startsWith(add)) continue;
      for (const [strip, rules] of byStrip) {
        const rest = strip + form.slice(add.length);
        this.#collectFlags(rest, rules, "", found);
        for (const rule of rules) found.push(...this.#suffixed(rest, rule.flag));
      }
    }
    return found;
  }

  /** Adds the flags of the forms that rules make of a stem to `found`. */
  #collectFlags(stem: string, rules: readonly AffixRule[], alsoNeeded: string, found: string[]): void {
    for (const flags of this.#stems.get(stem) ?? []) {
      for (const rule of rules) {
        if (!flags.includes(rule.flag) || !flags.includes(alsoNeeded) || !rule.condition.test(stem)) continue;
        found.push(flags.replace(FLAGS.needsAffix, "") + rule.formFlags);
      }
    }
  }

  #collectParts(rules: readonly AffixRule[]): void {
    for (const [stem, homonyms] of this.#stems) {
      for (const flags of homonyms) {
        this.#addPart(stem, flags);
        for (const rule of rules) {
          if (!flags.includes(rule.flag) || !rule.condition.test(stem)) continue;
          this.#addPart(stem.slice(0, stem.length - rule.strip.length) + rule.add, rule.formFlags);
        }
      }
    }
  }

  #addPart(form: string, flags: string): void {
    if (flags.includes(FLAGS.compoundBegin)) this.#firstParts.add(form);
    if (flags.includes(FLAGS.compoundMiddle)) this.#middleParts.add(form);
  }
}

/** Other rules make forms that stand only within a compound. */
function isForWholeWords(rule: AffixRule): boolean {
  return !rule.formFlags.includes(FLAGS.onlyInCompound);
}
