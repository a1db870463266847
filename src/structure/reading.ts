import type { Label } from "./decoder/labels.ts";
import { LABEL_COUNT, labelIndex } from "./decoder/labels.ts";
import { type Lattice, latticeOf, type Step } from "./decoder/lattice.ts";
import { marginals } from "./decoder/marginals.ts";
import { bestPath, labelName } from "./decoder/paths.ts";
import { classifyPieces } from "./decoder/piece-classifier.ts";
import { type Scores, scoresOf } from "./decoder/scores.ts";
import { viewOf } from "./decoder/segment-features.ts";
import { type LetterWeights, sectionsOf } from "./decoder/weights.ts";
import { factsOf, type PieceFacts } from "./facts/piece-facts.ts";
import type { Piece } from "./facts/pieces.ts";

/** A run of pieces that are one part of the letter, page furniture within it left out. */
export interface Part {
  readonly label: Label;
  readonly pieces: readonly PieceFacts[];
  /** Probability that it is this part from its first to its last piece. */
  readonly sureness: number;
  /** Probability that all page furniture within it, and nothing else, was left out. */
  readonly purity: number;
}

/** A letter whose every piece has its place. */
export interface Reading {
  readonly facts: readonly PieceFacts[];
  /** Log-probabilities of each piece taken by itself, by label. */
  readonly sureness: readonly Float64Array[];
  readonly parts: readonly Part[];
  readonly furniture: readonly Furniture[];
}

/** A piece that is no part of the letter's text. */
interface Furniture {
  readonly fact: PieceFacts;
  /** Probability that it is none, where it stands. */
  readonly sureness: number;
}

/** Finds the most probable parts of a letter, in one decision over all of it. */
export function readLetter(pieces: readonly Piece[], weights: LetterWeights): Reading {
  const facts = factsOf(pieces);
  if (facts.length === 0) return { facts, sureness: [], parts: [], furniture: [] };
  const sureness = classifyPieces(facts, weights.classifier);
  const view = viewOf(facts, sureness);
  const lattice = latticeOf(view, weights.names);
  const scores = scoresOf(lattice, weights.decoder, sectionsOf(weights.names));
  const path = bestPath(lattice, scores);
  const probabilities = probabilitiesOf(path, lattice, scores);
  const furniture: Furniture[] = [];
  const parts = path.map((step, at): Part => {
    const [from, to] = [lattice.cuts[step.from] as number, lattice.cuts[step.to] as number];
    const content: PieceFacts[] = [];
    let purity = 1;
    for (let k = from; k < to; k++) {
      const dirt = k > from ? (scores.furniture[k * LABEL_COUNT + step.label] as number) : 0;
      const fact = facts[k] as PieceFacts;
      purity *= Math.max(dirt, 1 - dirt);
      if (dirt > 0.5) furniture.push({ fact, sureness: dirt });
      else content.push(fact);
    }
    return {
      label: labelName(step.label) as Label,
      pieces: content,
      purity,
      sureness: probabilities[at] as number,
    };
  });
  const first = parts.length > 0 ? (lattice.cuts[path[0]?.from ?? 0] as number) : facts.length;
  const above = facts.slice(0, first).map((fact, k) => ({
    fact,
    sureness: Math.exp((view.sureness[k] as Float64Array)[labelIndex("furniture")] as number),
  }));
  return { facts, sureness, parts: joined(parts), furniture: [...above, ...furniture] };
}

/** Of each step of a path, whatever number stands before it. */
function probabilitiesOf(path: readonly Step[], lattice: Lattice, scores: Scores): Float64Array {
  const found = new Float64Array(path.length);
  const indexes = new Map(path.map(({ from }, at) => [from, at]));
  marginals(lattice, scores).eachStep(({ from, to, label }, probability) => {
    const at = indexes.get(from) ?? -1;
    const step = path[at];
    if (step?.to === to && step.label === label) found[at] = (found[at] as number) + probability;
  });
  return found;
}

/** A response longer than the decoder's reach comes in several steps. */
function joined(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last === undefined || last.label !== part.label || part.label !== "response") result.push(part);
    else
      result[result.length - 1] = {
        ...last,
        pieces: [...last.pieces, ...part.pieces],
        sureness: Math.min(last.sureness, part.sureness),
        purity: last.purity * part.purity,
      };
  }
  return result;
}
