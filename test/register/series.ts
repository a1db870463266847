import type { Memo, MemoRecord } from "../../src/model/record.ts";
import { pick, type Random, seededRandom } from "../tools/print/random.ts";
import { BODIES, LEADS, MANDATES, type Particulars, PLACES, THINGS } from "./mandates.ts";
import { itemsOf, memoOf, recordOf } from "./records.ts";

/** One sentence of a resolution, which no other clause shares. */
interface Mandate {
  readonly id: string;
  readonly wordings: readonly string[];
}

/** A clause as a letter prints it: the mandates it is made of. */
interface Printed {
  readonly number: string | null;
  readonly text: string;
  readonly mandates: readonly string[];
}

/** A letter of a series, and which mandates each of its clauses holds, in their order. */
export interface SeriesLetter {
  readonly record: MemoRecord;
  readonly mandates: readonly (readonly string[])[];
}

/** All letters on one resolution, and those on another that shares a letter with it. */
export interface Series {
  readonly paper: string;
  readonly letters: readonly SeriesLetter[];
}

const SHARE = {
  /** Of the clauses of a resolution, those that are another one's sister: the same sentence on another place. */
  sister: 0.35,
  /** Of the clauses of a letter. */
  reworded: 0.25,
  split: 0.15,
  joined: 0.1,
  left: 0.12,
  /** Of the letters. */
  renumbered: 0.25,
  joint: 0.12,
  undated: 0.2,
  partial: 0.2,
  /** Of the letters of words. */
  misread: 0.004,
} as const;

/** What OCR takes for one another. */
const CONFUSED: readonly (readonly [string, string])[] = [
  ["l", "i"],
  ["e", "c"],
  ["n", "u"],
  ["m", "rn"],
  ["ß", "B"],
  ["t", "f"],
  ["ä", "a"],
];

/** A series of three to eight letters; the same seed gives the same letters. */
export function seriesOf(seed: number): Series {
  const random = seededRandom(`register ${seed}`);
  const paper = `V${String(1000 + seed)}/17`;
  const other = `A${String(1000 + seed)}/17`;
  const resolution = resolutionOf(random, paper);
  const otherResolution = resolutionOf(random, other);
  const count = 3 + Math.floor(random() * 6);
  const letters = Array.from({ length: count }, (_, index) => {
    const joint = chance(random, SHARE.joint);
    const own = printed(random, resolution);
    const clauses = joint ? [...own, ...printed(random, otherResolution)] : own;
    const papers = joint ? [paper, other] : [paper];
    return letterOf(random, { name: `${seed}-${index + 1}`, papers, clauses, index, count });
  });
  return { paper, letters };
}

function resolutionOf(random: Random, paper: string): readonly (readonly Mandate[])[] {
  const used = new Set<string>();
  const clauses: Mandate[][] = [];
  const size = 1 + Math.floor(random() * 7);
  let template = pick(random, MANDATES);
  for (let clause = 0; clause < size; clause++) {
    const mandates = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, index) => {
      if (!chance(random, SHARE.sister)) template = pick(random, MANDATES);
      return mandateOf(random, template, used, `${paper}:${clause}.${index}`);
    });
    clauses.push(mandates);
  }
  return clauses;
}

function mandateOf(random: Random, template: (typeof MANDATES)[number], used: Set<string>, id: string): Mandate {
  for (;;) {
    const particulars = particularsOf(random);
    const wordings = template.map((word) => word(particulars));
    if (used.has(wordings[0] ?? "")) continue;
    used.add(wordings[0] ?? "");
    return { id, wordings };
  }
}

function particularsOf(random: Random): Particulars {
  return {
    place: pick(random, PLACES),
    other: pick(random, PLACES),
    thing: pick(random, THINGS),
    date: `${1 + Math.floor(random() * 28)}. ${pick(random, ["März", "Juni", "September"])} ${2018 + Math.floor(random() * 3)}`,
    sum: `${10 + Math.floor(random() * 900)}.000`,
    body: pick(random, BODIES),
    count: 2 + Math.floor(random() * 60),
  };
}

/** A resolution's clauses as one letter prints them: some left out, reworded, split, joined, renumbered, misread. */
function printed(random: Random, resolution: readonly (readonly Mandate[])[]): Printed[] {
  const isPartial = chance(random, SHARE.partial);
  const groups: { numbers: readonly string[]; mandates: readonly Mandate[] }[] = [];
  for (const [index, mandates] of resolution.entries()) {
    if (chance(random, isPartial ? 0.5 : SHARE.left)) continue;
    const number = String(index + 1);
    const last = groups.at(-1);
    if (mandates.length > 1 && chance(random, SHARE.split)) {
      for (const [part, mandate] of mandates.entries()) {
        groups.push({ numbers: [`${number}${"abc"[part]}`], mandates: [mandate] });
      }
    } else if (last !== undefined && chance(random, SHARE.joined)) {
      groups[groups.length - 1] = { numbers: last.numbers, mandates: [...last.mandates, ...mandates] };
    } else groups.push({ numbers: [number], mandates });
  }
  const style = chance(random, SHARE.renumbered) ? pick(random, ["none", "letters", "anew", "roman"]) : "as-is";
  return groups.map(({ numbers, mandates }, index) => ({
    number: numbered(style, numbers[0] ?? "", index),
    text: misread(random, textOf(random, mandates)),
    mandates: mandates.map(({ id }) => id),
  }));
}

function numbered(style: string, number: string, index: number): string | null {
  if (style === "none") return null;
  if (style === "letters") return "abcdefghijklmnopqrstuvwxyz"[index] ?? null;
  if (style === "roman") return ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][index] ?? null;
  return style === "anew" ? String(index + 1) : number;
}

function textOf(random: Random, mandates: readonly Mandate[]): string {
  const sentences = mandates.map(({ wordings }) =>
    chance(random, SHARE.reworded) ? pick(random, wordings) : (wordings[0] ?? ""),
  );
  return `${chance(random, 0.75) ? LEADS[0] : pick(random, LEADS)}${sentences.join(" sowie ")}.`;
}

function misread(random: Random, text: string): string {
  return Array.from(text, (letter) => {
    if (!chance(random, SHARE.misread)) return letter;
    return CONFUSED.find(([from]) => from === letter)?.[1] ?? letter;
  }).join("");
}

interface LetterParts {
  readonly name: string;
  readonly papers: readonly string[];
  readonly clauses: readonly Printed[];
  readonly index: number;
  readonly count: number;
}

function letterOf(random: Random, { name, papers, clauses, index, count }: LetterParts): SeriesLetter {
  const isLast = index === count - 1;
  const memo: Memo = memoOf({
    date: chance(random, SHARE.undated) ? null : `${2018 + index}-0${1 + Math.floor(random() * 9)}-15`,
    references: papers.map((paper) => ({ paper, meeting: "SR/044/2017" })),
    subject: `Vorhaben ${name}`,
    reportStatus: isLast ? "final" : "interim",
    nextReview: isLast ? null : `${2019 + index}-06`,
    items: itemsOf(
      clauses.map(({ number, text }) => ({
        number,
        text,
        response: pick(random, ["Die Arbeiten dauern an.", "Der Beschlusspunkt ist erfüllt.", "Die Prüfung läuft."]),
      })),
    ),
  });
  return { record: recordOf(memo, `${name}.pdf`), mandates: clauses.map(({ mandates }) => mandates) };
}

function chance(random: Random, share: number): boolean {
  return random() < share;
}

/** The series that the weights of likeness are fitted on, those that the matcher is measured with, and a test of it. */
export const FITTING_SEEDS: readonly number[] = Array.from({ length: 400 }, (_, index) => 1001 + index);
export const MEASURED_SEEDS: readonly number[] = Array.from({ length: 200 }, (_, index) => 1 + index);
export const TESTED_SEEDS: readonly number[] = MEASURED_SEEDS.slice(0, 50);
