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

/** Letters by which most runs of letters are told from all stems at once. */
const BEGINNING = 4;

/** What the rules with one ending strip off a form before they add it. */
type Endings = readonly (readonly [
  add: string,
  byStrip: readonly (readonly [strip: string, rules: readonly AffixRule[]])[],
])[];

/**
 * A Hunspell dictionary of stems and affix rules, read directly: a look-up strips possible affixes from the
 * form and asks for the stem, a few map look-ups in all.
 */
export class Dictionary {
  /** The flags of each stem; homonyms have several. */
  readonly #stems = new Map<string, string[]>();
  /** The first letters of all stems. */
  readonly #beginnings = new Set<string>();
  readonly #prefixes: Endings;
  /** By the last letter of what they add; under "" those that add nothing. */
  readonly #suffixes: ReadonlyMap<string, Endings>;
  /** Forms that may begin or continue a compound: "Landes", "schul". */
  readonly #firstParts = new Set<string>();
  readonly #middleParts = new Set<string>();
  /** Letters of the longest first part by its first letters. */
  readonly #longestFirstParts = new Map<string, number>();

  constructor(aff: string, dic: string) {
    const { prefixes, suffixes } = parseAffixRules(aff);
    this.#prefixes = endingsOf(affixTable(prefixes.filter(isForWholeWords)));
    this.#suffixes = byLastLetter(endingsOf(affixTable(suffixes.filter(isForWholeWords))));
    for (const line of dic.split("\n")) this.#addStem(line);
    this.#collectParts([...suffixes, ...prefixes].filter((rule) => !isForWholeWords(rule)));
  }

  /** Whether a form stands alone in just this case. */
  hasForm(form: string): boolean {
    return this.#isMade(form, (flags) => !flags.includes(FLAGS.onlyInCompound) && !flags.includes(FLAGS.forbidden));
  }

  /** Whether a form keeps the case it is listed in, so that it is not to be written large at a sentence's start. */
  keepsCase(form: string): boolean {
    return !this.#isMade(form, (flags) => !flags.includes(FLAGS.keepsCase));
  }

  beginsCompound(form: string): boolean {
    return this.#firstParts.has(form);
  }

  /** How many letters of a word its first part in a compound can have at most. */
  longestFirstPart(word: string): number {
    return this.#longestFirstParts.get(word.slice(0, BEGINNING)) ?? BEGINNING - 1;
  }

  continuesCompound(form: string): boolean {
    return this.#middleParts.has(form);
  }

  endsCompound(form: string): boolean {
    return this.#isMade(form, (flags) => flags.includes(FLAGS.compoundEnd));
  }

  #addStem(line: string): void {
    if (line.startsWith("\t") || line === "") return;
    const [stem = "", flags = ""] = line.trim().split("/");
    const known = this.#stems.get(stem);
    if (known === undefined) this.#stems.set(stem, [flags]);
    else known.push(flags);
    this.#beginnings.add(stem.slice(0, BEGINNING));
  }

  /** Whether any way to make a form of a stem gives it flags that fit. */
  #isMade(form: string, fits: (flags: string) => boolean): boolean {
    const isBare = (flags: string): boolean => !flags.includes(FLAGS.needsAffix) && fits(flags);
    return (
      this.#stems.get(form)?.some(isBare) === true || this.#isSuffixed(form, "", fits) || this.#isPrefixed(form, fits)
    );
  }

  /** As stem and suffix; `prefixFlag`: one the stem must bear besides. */
  #isSuffixed(form: string, prefixFlag: string, fits: (flags: string) => boolean): boolean {
    const isLikeStem = form.length < BEGINNING || this.#beginnings.has(form.slice(0, BEGINNING));
    for (const last of ["", form.slice(-1)]) {
      for (const [add, byStrip] of this.#suffixes.get(last) ?? []) {
        if (add.length >= form.length || !form.endsWith(add)) continue;
        const start = form.slice(0, form.length - add.length);
        if (!isLikeStem && start.length >= BEGINNING) continue;
        if (byStrip.some(([strip, rules]) => this.#isAffixed(start + strip, rules, prefixFlag, fits))) return true;
      }
    }
    return false;
  }

  #isPrefixed(form: string, fits: (flags: string) => boolean): boolean {
    return this.#prefixes.some(
      ([add, byStrip]) =>
        form.startsWith(add) &&
        byStrip.some(([strip, rules]) => {
          const rest = strip + form.slice(add.length);
          if (this.#isAffixed(rest, rules, "", fits)) return true;
          return rules.some((rule) => this.#isSuffixed(rest, rule.flag, fits));
        }),
    );
  }

  /** Whether one of the rules makes of a stem a form whose flags fit. */
  #isAffixed(stem: string, rules: readonly AffixRule[], alsoNeeded: string, fits: (flags: string) => boolean): boolean {
    return (this.#stems.get(stem) ?? []).some((flags) =>
      rules.some(
        (rule) =>
          flags.includes(rule.flag) &&
          flags.includes(alsoNeeded) &&
          rule.condition.test(stem) &&
          fits(flags.replace(FLAGS.needsAffix, "") + rule.formFlags),
      ),
    );
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
    if (flags.includes(FLAGS.compoundBegin)) this.#addFirstPart(form);
    if (flags.includes(FLAGS.compoundMiddle)) this.#middleParts.add(form);
  }

  #addFirstPart(form: string): void {
    this.#firstParts.add(form);
    const beginning = form.slice(0, BEGINNING);
    const longest = this.#longestFirstParts.get(beginning) ?? 0;
    if (form.length > longest) this.#longestFirstParts.set(beginning, form.length);
  }
}

/** Other rules make forms that stand only within a compound. */
function isForWholeWords(rule: AffixRule): boolean {
  return !rule.formFlags.includes(FLAGS.onlyInCompound);
}

function endingsOf(table: AffixTable): Endings {
  return [...table].map(([add, byStrip]) => [add, [...byStrip]]);
}

function byLastLetter(endings: Endings): ReadonlyMap<string, Endings> {
  const groups = new Map<string, Endings>();
  for (const ending of endings) {
    const last = ending[0].slice(-1);
    groups.set(last, [...(groups.get(last) ?? []), ending]);
  }
  return groups;
}
