import { type AffixRule, type AffixTable, affixTable, parseAffixRules } from "./affix-rules.ts";
import { hashOf, hashOfBytes, LineTable } from "./line-table.ts";

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

/** Parts a stem from its flags. */
const SEPARATOR = "/".charCodeAt(0);
const NEWLINE = "\n".charCodeAt(0);

/** Places for what is known of first letters, by their hash; some share one, which costs a look-up and no more. */
const BEGINNINGS = 2 ** 17;
const LAST_PLACE = BEGINNINGS - 1;

/**
 * A Hunspell dictionary of stems and affix rules, read directly: a look-up strips possible affixes from the
 * form and asks for the stem, a few look-ups in all. The text of the stems stays as it is.
 */
export class Dictionary {
  /** The flags of each stem; homonyms have several. */
  readonly #stems: LineTable;
  /** 1 where a stem may begin so. */
  readonly #beginnings = new Uint8Array(BEGINNINGS);
  readonly #prefixes: Endings;
  /** By the last letter of what they add; under "" those that add nothing. */
  readonly #suffixes: ReadonlyMap<string, Endings>;
  /** Forms that may begin or continue a compound: "Landes", "schul". */
  readonly #firstParts = new Set<string>();
  readonly #middleParts = new Set<string>();
  /** Letters of the longest first part by its first letters. */
  readonly #longestFirstParts = new Uint8Array(BEGINNINGS);

  /** The texts of the two files; the second as UTF-8. */
  constructor(aff: string, dic: Buffer) {
    const { prefixes, suffixes } = parseAffixRules(aff);
    this.#prefixes = endingsOf(affixTable(prefixes.filter(isForWholeWords)));
    this.#suffixes = byLastLetter(endingsOf(affixTable(suffixes.filter(isForWholeWords))));
    this.#stems = new LineTable(dic, "/");
    this.#collect(
      dic,
      [...suffixes, ...prefixes].filter((rule) => !isForWholeWords(rule)),
    );
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
    if (word.length < BEGINNING) return BEGINNING - 1;
    return Math.max(BEGINNING - 1, this.#longestFirstParts[placeOf(word)] as number);
  }

  continuesCompound(form: string): boolean {
    return this.#middleParts.has(form);
  }

  endsCompound(form: string): boolean {
    return this.#isMade(form, (flags) => flags.includes(FLAGS.compoundEnd));
  }

  /** Whether any way to make a form of a stem gives it flags that fit. */
  #isMade(form: string, fits: (flags: string) => boolean): boolean {
    const isBare = (flags: string): boolean => !flags.includes(FLAGS.needsAffix) && fits(flags);
    return this.#stems.all(form).some(isBare) || this.#isSuffixed(form, "", fits) || this.#isPrefixed(form, fits);
  }

  /** As stem and suffix; `prefixFlag`: one the stem must bear besides. */
  #isSuffixed(form: string, prefixFlag: string, fits: (flags: string) => boolean): boolean {
    const isLikeStem = form.length < BEGINNING || this.#beginnings[placeOf(form)] === 1;
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
    return this.#stems
      .all(stem)
      .some((flags) =>
        rules.some(
          (rule) =>
            flags.includes(rule.flag) &&
            flags.includes(alsoNeeded) &&
            rule.condition.test(stem) &&
            fits(flags.replace(FLAGS.needsAffix, "") + rule.formFlags),
        ),
      );
  }

  /** Goes through the lines once: how stems begin, and what parts of compounds are made of them. */
  #collect(dic: Buffer, rules: readonly AffixRule[]): void {
    const isTelling = signsOf([FLAGS.compoundBegin, FLAGS.compoundMiddle, ...rules.map((rule) => rule.flag)]);
    for (let start = 0, end = 0; start < dic.length; start = end + 1) {
      const at = beginningEnd(dic, start);
      if (at > start) this.#beginnings[hashOfBytes(dic, start, at) & LAST_PLACE] = 1;
      end = at > start ? at : start;
      let isPart = false;
      for (let isFlag = 0; end < dic.length && dic[end] !== NEWLINE; end++) {
        if (isFlag === 1 && isTelling[dic[end] as number] === 1) isPart = true;
        if (dic[end] === SEPARATOR) isFlag = 1;
      }
      if (isPart) this.#collectParts(dic.toString("utf8", start, end), rules);
    }
  }

  #collectParts(line: string, rules: readonly AffixRule[]): void {
    const [stem = "", flags = ""] = line.split("/");
    this.#addPart(stem, flags);
    for (const rule of rules) {
      if (!flags.includes(rule.flag) || !rule.condition.test(stem)) continue;
      this.#addPart(stem.slice(0, stem.length - rule.strip.length) + rule.add, rule.formFlags);
    }
  }

  #addPart(form: string, flags: string): void {
    if (flags.includes(FLAGS.compoundBegin)) this.#addFirstPart(form);
    if (flags.includes(FLAGS.compoundMiddle)) this.#middleParts.add(form);
  }

  #addFirstPart(form: string): void {
    this.#firstParts.add(form);
    if (form.length < BEGINNING) return;
    const place = placeOf(form);
    this.#longestFirstParts[place] = Math.max(form.length, this.#longestFirstParts[place] as number);
  }
}

/** The place of a form of `BEGINNING` letters or more. */
function placeOf(form: string): number {
  return hashOf(form, BEGINNING) & LAST_PLACE;
}

/** Where the first letters of a line end, in bytes; where the line begins if its stem has fewer. */
function beginningEnd(dic: Buffer, start: number): number {
  let at = start;
  for (let letters = 0; letters < BEGINNING; letters++) {
    if (at >= dic.length || dic[at] === SEPARATOR || dic[at] === NEWLINE) return start;
    at++;
    while (at < dic.length && ((dic[at] as number) & 0xc0) === 0x80) at++;
  }
  return at;
}

/** 1 for each of some ASCII signs, by its byte. */
function signsOf(signs: readonly string[]): Uint8Array {
  const marks = new Uint8Array(256);
  for (const sign of signs) marks[sign.charCodeAt(0)] = 1;
  return marks;
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
