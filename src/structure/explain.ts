import { linesOf } from "../text/traced-lines.ts";
import type { TracedText } from "../text/traced-text.ts";
import { LABEL_COUNT, type Label, labelIndex } from "./decoder/labels.ts";
import { pieceFeatures } from "./decoder/piece-features.ts";
import { boundaryFeatures, type LetterView, viewOf } from "./decoder/segment-features.ts";
import { shippedWeights } from "./decoder/shipped-weights.ts";
import { type LetterWeights, PAIR_INDEX, PAIRS, sectionsOf } from "./decoder/weights.ts";
import { piecesOf } from "./facts/pieces.ts";
import { readLetter } from "./reading.ts";

/** A piece of a letter, what it was taken for, and why. */
export interface ExplainedPiece {
  /** 1-based. */
  readonly page: number;
  readonly text: string;
  readonly label: Label;
  /** The part begins here. */
  readonly isFirst: boolean;
  /** Probability of the part from its first to its last piece, 0 to 1; null for page furniture. */
  readonly sureness: number | null;
  /** The heaviest facts for the label, with their weights: of the boundary where the part begins, else of the piece. */
  readonly reasons: readonly string[];
}

const MOST_REASONS = 3;

/** Every piece of a letter in reading order, for whoever mends a letter. */
export function explain(text: TracedText, weights: LetterWeights = shippedWeights()): ExplainedPiece[] {
  const reading = readLetter(piecesOf(linesOf(text)), weights);
  const view = viewOf(reading.facts, reading.sureness);
  const rows: ExplainedPiece[] = reading.facts.map((fact, at) => ({
    page: fact.piece.line.page,
    text: fact.piece.text.text,
    label: "furniture",
    isFirst: false,
    sureness: null,
    reasons: pieceReasons(view, at, "furniture", weights),
  }));
  let before: Label = "furniture";
  for (const part of reading.parts) {
    part.pieces.forEach(({ piece }, i) => {
      const at = piece.index;
      const reasons =
        i === 0 ? boundaryReasons(view, at, before, part.label, weights) : pieceReasons(view, at, part.label, weights);
      rows[at] = {
        ...(rows[at] as ExplainedPiece),
        label: part.label,
        isFirst: i === 0,
        sureness: part.sureness,
        reasons,
      };
    });
    before = part.label;
  }
  return rows;
}

function boundaryReasons(
  view: LetterView,
  at: number,
  before: Label,
  label: Label,
  { names, decoder }: LetterWeights,
): string[] {
  const sections = sectionsOf(names);
  const [a, b] = [labelIndex(before), labelIndex(label)];
  const pair = PAIR_INDEX[a * LABEL_COUNT + b] as number;
  const weighed = boundaryFeatures(view, at).flatMap((name) => {
    const row = names.boundary.get(name);
    if (row === undefined || pair < 0) return [];
    const weight =
      (decoder[sections.pair + row * PAIRS.length + pair] as number) +
      (decoder[sections.start + row * LABEL_COUNT + b] as number);
    return [[name, weight] as const];
  });
  return heaviest(weighed);
}

function pieceReasons(view: LetterView, at: number, label: Label, { classifier }: LetterWeights): string[] {
  const b = labelIndex(label);
  const weighed = pieceFeatures(view.facts, at, (word) => classifier.words.has(word)).map(
    ([name, value]) => [name, value * (classifier.rows.get(name)?.[b] ?? 0)] as const,
  );
  return heaviest(weighed);
}

function heaviest(weighed: readonly (readonly [name: string, weight: number])[]): string[] {
  return weighed
    .filter(([, weight]) => weight > 0)
    .toSorted((x, y) => y[1] - x[1])
    .slice(0, MOST_REASONS)
    .map(([name, weight]) => `${name} ${weight.toFixed(1)}`);
}
