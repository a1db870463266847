import type { PieceFacts } from "../facts/piece-facts.ts";

/** A named feature and its value. */
export type Feature = readonly [name: string, value: number];

/** What a piece shows by itself and by its neighbours' looks, for the classifier of single pieces. */
export function pieceFeatures(facts: readonly PieceFacts[], at: number, isWord: (word: string) => boolean): Feature[] {
  const fact = facts[at] as PieceFacts;
  const features: Feature[] = [["bias", 1]];
  own(fact, features, "");
  const { words } = fact;
  for (const word of new Set(words)) if (isWord(word)) features.push([`w=${word}`, 1]);
  const [first] = words;
  const last = words.at(-1);
  if (first !== undefined && isWord(first)) features.push([`first=${first}`, 1]);
  if (words.length > 1 && isWord(words[0] as string) && isWord(words[1] as string))
    features.push([`first2=${words[0]} ${words[1]}`, 1]);
  if (last !== undefined && isWord(last)) features.push([`last=${last}`, 1]);
  const wordBefore = facts[at - 1]?.words.at(-1);
  if (wordBefore !== undefined && isWord(wordBefore)) features.push([`before:last=${wordBefore}`, 1]);
  features.push([`count=${Math.min(6, words.length)}`, 1]);
  features.push([`top=${bucket(at, [1, 3, 6, 10, 15, 20])}`, 1]);
  features.push([`end=${bucket(facts.length - 1 - at, [1, 3, 6, 10, 15])}`, 1]);
  const before = facts[at - 1];
  const after = facts[at + 1];
  for (const name of LABELS_OF_HEAD) {
    const apart = apartFromLabel(facts, at, name);
    if (apart !== null) features.push([`below-${name}=${apart}`, 1]);
  }
  if (before === undefined) features.push(["before:none", 1]);
  else own(before, features, "before:");
  if (after === undefined) features.push(["after:none", 1]);
  else own(after, features, "after:");
  return features;
}

/** Labels of the head whose value another column's lines may part from them. */
const LABELS_OF_HEAD = ["fileReference", "date"];
/** In pieces. */
const FARTHEST_VALUE = 6;
/** "Datum:" and what a scanner adds to it. */
const LONGEST_LABEL = 8;

/** How many pieces above a label stands that has no value beside it; null where none is near. */
function apartFromLabel(facts: readonly PieceFacts[], at: number, name: string): number | null {
  for (let apart = 1; apart <= FARTHEST_VALUE; apart++) {
    const fact = facts[at - apart];
    if (fact === undefined) return null;
    if (fact.length <= LONGEST_LABEL && fact.formulas.some(([own, likeness]) => own === name && likeness > 0.6))
      return apart;
  }
  return null;
}

function own(fact: PieceFacts, features: Feature[], prefix: string): void {
  const add = (name: string, value = 1): void => {
    features.push([prefix + name, value]);
  };
  for (const [name, likeness] of fact.formulas) add(`like:${name}`, (likeness - 0.5) * 2);
  add(`begin=${fact.beginning}`);
  add(`ending=${fact.ending}`);
  add(`length=${bucket(fact.length, [2, 5, 10, 20, 35, 50, 65])}`);
  for (const stem of fact.stems) add(`has:${stem}`);
  if (fact.opens) add("opens");
  if (fact.closes) add("closes");
  if (fact.counting !== null) add(`marker=${fact.counting.kind}`);
  if (fact.isAnswerReference) add("reference");
  if (fact.isPageMark) add("page-mark");
  placed(fact, add);
  if (prefix !== "") return;
  if (fact.depthBefore > 0) add("quoted");
  if (!fact.opens && fact.counting === null && fact.closesAhead)
    add(fact.depthBefore > 0 ? "quoted,closes" : "free,closes");
  if (fact.repeats) add("repeats");
  if (fact.endsDepartment) add("ends-department");
  if (fact.footAround > 0) add(`foot=${Math.min(3, fact.footAround)}`);
  if (fact.counting !== null && fact.opening.textStart >= fact.length) add("lone-marker");
  if (fact.opening.markers.some(({ kind }) => kind === "bullet")) add("bullet");
  if (!fact.piece.startsLine) add("mid-line");
  if (fact.piece.line.startsPage) add("page-top");
  if (fact.spaced) add("blank");
  add("letters", fact.shape.letters);
  add("other", 2 * fact.shape.other);
  add("figures", 2 * fact.shape.figures);
  add("capitals", 2 * fact.shape.capitals);
  add(`other=${bucket(fact.shape.other * 100, [5, 10, 20, 35, 50])}`);
  add(`letters=${bucket(fact.shape.letters * 100, [30, 50, 70, 85, 95])}`);
  if (fact.looksEmpty) add("empty");
  if (fact.figuresShape !== "") add(`figures=${fact.figuresShape}`);
}

/** In line heights. */
const INDENTS = [-1, -0.5, 0.5, 1.3, 2.2, 4, 9, 16, 24];

function placed({ place }: PieceFacts, add: (name: string) => void): void {
  if (place === null) return;
  add(`indent=${bucket(place.indent, INDENTS)}`);
  if (place.isRight) add("right");
  if (place.startsColumn) add("column");
  add(`height=${bucket(place.height, [0.75, 1.3, 1.6])}`);
}

/** Index of the first bound that a value does not exceed. */
export function bucket(value: number, bounds: readonly number[]): number {
  let index = 0;
  while (index < bounds.length && value > (bounds[index] as number)) index += 1;
  return index;
}
