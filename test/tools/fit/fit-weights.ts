import { createHash } from "node:crypto";
import { type ClassifierWeights, classifyPieces } from "../../../src/structure/decoder/piece-classifier.ts";
import { viewOf } from "../../../src/structure/decoder/segment-features.ts";
import { loadedWeights, storedWeights } from "../../../src/structure/decoder/shipped-weights.ts";
import type { LetterWeights } from "../../../src/structure/decoder/weights.ts";
import { factsOf } from "../../../src/structure/facts/piece-facts.ts";
import { understand } from "../../../src/structure/understand.ts";
import { fitCalibration, type Outcome, outcomeOf, UNCALIBRATED } from "./fit-calibration.ts";
import { fitClassifier } from "./fit-classifier.ts";
import { fitDecoder, type Sample } from "./fit-decoder.ts";
import type { Letter } from "./letters.ts";
import { randomFrom } from "./random.ts";
import { recombined } from "./recombine.ts";

/** A number below `count` that a key always gets. */
export function foldOf(key: string, count: number): number {
  return createHash("sha256").update(key).digest().readUInt16BE(0) % count;
}

/** The decoder must see the classifier as it is on letters that it was not fitted on. */
const INNER_FOLDS = 3;

/** Letters made of each letter's leaves, in forms that are rare. */
const MADE_OF_EACH = 1;

/** Parts of the letters for the calibration, each understood by weights fitted on the others. */
const PARTS = 4;

/** All weights, fitted on some letters: calibration and bounds as well, on letters that the decoder has not seen. */
export function fitWeights(letters: readonly Letter[], log?: (line: string) => void): LetterWeights {
  const outcomes: Outcome[] = [];
  for (let part = 0; part < PARTS; part++) {
    const inPart = ({ paper }: Letter): boolean => foldOf(`part ${paper}`, PARTS) === part;
    const weights = fitDecoding(letters.filter((letter) => !inPart(letter)));
    for (const letter of letters.filter((one) => inPart(one) && isForCalibration(one))) {
      const outcome = outcomeOf(letter, understand(letter.text, { weights, doubts: letter.doubts }));
      if (outcome !== null) outcomes.push(outcome);
    }
  }
  return { ...fitDecoding(letters, log), calibration: fitCalibration(outcomes) };
}

/** What clerks import: their scanners' texts and scans. A clean print of a letter is right too often to tell how sure those are. */
function isForCalibration({ kind }: Letter): boolean {
  return kind !== "own" && kind !== "print";
}

function fitDecoding(letters: readonly Letter[], log?: (line: string) => void): LetterWeights {
  const samples: Sample[] = [];
  const random = randomFrom(23);
  for (let fold = 0; fold < INNER_FOLDS; fold++) {
    const inFold = ({ paper }: Letter): boolean => foldOf(`inner ${paper}`, INNER_FOLDS) === fold;
    const weights = fitClassifier(letters.filter((letter) => !inFold(letter)));
    for (const letter of letters.filter(inFold)) samples.push(...samplesOf(letter, weights, random));
  }
  const classifier = fitClassifier(letters);
  const { names, weights } = fitDecoder(samples, log);
  // As they will be loaded: rounded.
  return loadedWeights(storedWeights({ classifier, names, decoder: weights, calibration: UNCALIBRATED }));
}

function samplesOf(letter: Letter, weights: ClassifierWeights, random: () => number): Sample[] {
  const { id, facts, truth, memo } = letter;
  const own = { id, view: viewOf(facts, classifyPieces(facts, weights)), truth };
  const made = Array.from({ length: letter.kind === "text" ? MADE_OF_EACH : 0 }, () =>
    recombined(memo, { pieces: facts.map(({ piece }) => piece), truth }, random),
  ).filter((other) => other !== null);
  return [
    ...(letter.kind === "own" ? [own, own] : [own]),
    ...made.map((other) => {
      const otherFacts = factsOf(other.pieces);
      return { id: `${id} made`, view: viewOf(otherFacts, classifyPieces(otherFacts, weights)), truth: other.truth };
    }),
  ];
}
