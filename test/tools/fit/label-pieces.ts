import type { Memo } from "../../../src/model/record.ts";
import type { Label } from "../../../src/structure/decoder/labels.ts";
import { answerReference } from "../../../src/structure/facts/answer-reference.ts";
import { openingOf } from "../../../src/structure/facts/markers.ts";
import { factsOf } from "../../../src/structure/facts/piece-facts.ts";
import type { Piece } from "../../../src/structure/facts/pieces.ts";
import { isPageMark } from "../../../src/text/page-marks.ts";
import { alignLeaf } from "./align-leaf.ts";

/** A piece's true label; pieces of one leaf share its id. */
export interface TrueLabel {
  readonly label: Label;
  readonly leaf: string;
}

interface Leaf {
  readonly id: string;
  readonly label: Label;
  readonly text: string;
  readonly region: "head" | "body" | "tail" | "any";
}

/** Leaves of a true memo, in the order they are usually printed. */
function leavesOf(memo: Memo): Leaf[] {
  const leaves: Leaf[] = [];
  const add = (id: string, label: Label, text: string | null | undefined, region: Leaf["region"]): void => {
    if (text) leaves.push({ id, label, text, region });
  };
  add("authority", "authority", memo.authority, "head");
  add("office", "office", memo.office, "head");
  add("recipient", "recipient", memo.recipient, "head");
  add("fileReference", "fileReference", memo.fileReference, "head");
  add("subject", "subject", memo.subject, "head");
  add("salutation", "salutation", memo.salutation, "any");
  add("introduction", "introduction", memo.introduction, "any");
  memo.items.forEach((item, i) => {
    add(`${i}.lead`, "leadIn", item.leadIn, "body");
    item.clauses.forEach((clause, c) => {
      add(`${i}.c${c}`, "clause", clause.text, "body");
    });
    add(`${i}.response`, "response", item.response, "body");
  });
  add("closing", "closing", memo.closing, "any");
  memo.signatures.forEach((signature, i) => {
    add(`s${i}.name`, "name", signature.name, "tail");
    add(`s${i}.role`, "role", signature.role, "tail");
  });
  memo.attachments.forEach((text, i) => {
    add(`a${i}`, "attachment", text, "tail");
  });
  return leaves;
}

export const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/[^a-z0-9]/g, "");

/**
 * Labels of the head, whose columns come mixed: the longest pieces first, each to the leaf that it is a part of, letter
 * by letter with room for misreadings; then the short ones, of which the city's name is on stamps and logos as well,
 * those nearest to what is already placed first. What a piece has taken of a leaf is gone.
 */
function labelHead(pieces: readonly Piece[], end: number, leaves: readonly Leaf[]): Map<number, Leaf> {
  const rest = new Map(leaves.filter(({ region }) => region === "head").map((leaf) => [leaf, lettersOf(leaf.text)]));
  const open = pieces
    .slice(0, end)
    .map((piece) => ({ at: piece.index, letters: lettersOf(withoutLabel(piece.text.text)) }))
    .filter(({ letters }) => letters.length >= 2)
    .sort((a, b) => b.letters.length - a.letters.length);
  const labels = new Map<number, Leaf>();
  const take = ({ at, leaf, from, to }: HeadFit): void => {
    labels.set(at, leaf);
    const left = rest.get(leaf) as string;
    rest.set(leaf, left.slice(0, from) + "\0".repeat(to - from) + left.slice(to));
  };
  for (const piece of open.filter(({ letters }) => letters.length >= LONG_PIECE)) {
    const best = bestFit([piece], rest, () => 0);
    if (best !== null) take(best);
  }
  const apart = (at: number, leaf: Leaf): number => {
    const own = [...labels].filter(([, other]) => columnOf(other) === columnOf(leaf)).map(([place]) => place);
    return own.length === 0 ? UNPLACED : Math.min(...own.map((place) => Math.abs(place - at)));
  };
  const short = open.filter(({ letters }) => letters.length < LONG_PIECE);
  while (short.length > 0) {
    const best = bestFit(short, rest, (at, leaf) => NEARNESS * Math.min(10, apart(at, leaf)));
    if (best === null) break;
    take(best);
    short.splice(
      short.findIndex(({ at }) => at === best.at),
      1,
    );
  }
  return labels;
}

/** In letters: "Landeshauptstadt Dresden" is shorter. */
const LONG_PIECE = 26;
/** In pieces, for a leaf of which nothing is placed yet. */
const UNPLACED = 3;
/** What a piece of distance weighs beside the share of letters that differ. */
const NEARNESS = 0.02;

/** Authority and office stand below one another. */
const columnOf = ({ label }: Leaf): Label => (label === "authority" ? "office" : label);

interface HeadFit {
  readonly at: number;
  readonly leaf: Leaf;
  readonly from: number;
  readonly to: number;
}

function bestFit(
  pieces: readonly { readonly at: number; readonly letters: string }[],
  rest: ReadonlyMap<Leaf, string>,
  penalty: (at: number, leaf: Leaf) => number,
): HeadFit | null {
  let best: (HeadFit & { share: number }) | null = null;
  for (const { at, letters } of pieces)
    for (const [leaf, left] of rest) {
      const { cost, from, to } = nearestIn(letters, left);
      if (cost > MOST_DAMAGE * letters.length) continue;
      const share = cost / letters.length + 0.05 * (1 - letters.length / left.length) + penalty(at, leaf);
      if (best === null || share < best.share) best = { at, leaf, from, to, share };
    }
  return best;
}

const MOST_DAMAGE = 0.34;

function withoutLabel(text: string): string {
  return text.replace(/^[GC6][ZE2]\s?[:;.]\s*/u, "");
}

/** The part of a text nearest to some letters by edit distance. */
function nearestIn(letters: string, text: string): { cost: number; from: number; to: number } {
  let row = Array.from({ length: text.length + 1 }, (_, j) => ({ cost: 0, from: j }));
  for (let i = 1; i <= letters.length; i++) {
    const next = [{ cost: i, from: 0 }];
    for (let j = 1; j <= text.length; j++) {
      const swap = row[j - 1] as { cost: number; from: number };
      const lost = row[j] as { cost: number; from: number };
      const extra = next[j - 1] as { cost: number; from: number };
      const cost = swap.cost + (letters[i - 1] === text[j - 1] ? 0 : 1);
      if (cost <= lost.cost + 1 && cost <= extra.cost + 1) next.push({ cost, from: swap.from });
      else
        next.push(
          lost.cost <= extra.cost
            ? { cost: lost.cost + 1, from: lost.from }
            : { cost: extra.cost + 1, from: extra.from },
        );
    }
    row = next;
  }
  const to = row.reduce((best, { cost }, j) => (cost < (row[best]?.cost ?? 0) ? j : best), 0);
  return { cost: row[to]?.cost ?? letters.length, from: row[to]?.from ?? 0, to };
}

/** The true label of each piece, from aligning the truth's leaves to the text. */
export function labelPieces(pieces: readonly Piece[], memo: Memo): TrueLabel[] {
  const owner: Int32Array[] = pieces.map((piece) => new Int32Array(lettersOf(piece.text.text).length).fill(-1));
  const leaves = leavesOf(memo);
  const found = new Map<number, { from: number; to: number }>();
  const long = leaves.map((leaf, i) => ({ leaf, i, size: lettersOf(leaf.text).length }));
  const byLength = long
    .filter(({ size, leaf }) => size >= 25 && leaf.region !== "head")
    .sort((a, b) => b.size - a.size);
  const short = long.filter(({ size }) => size < 25 && size > 0);
  const place = (i: number, leaf: Leaf, from: number, to: number): void => {
    const strings: string[] = [];
    const at: [number, number][] = [];
    for (let p = from; p < to; p++) {
      const letters = lettersOf(pieces[p]?.text.text ?? "");
      for (let k = 0; k < letters.length; k++) {
        if ((owner[p] as Int32Array)[k] !== -1) continue;
        strings.push(letters.charAt(k));
        at.push([p, k]);
      }
    }
    const match = alignLeaf(lettersOf(leaf.text), strings.join(""));
    if (match === null) return;
    for (const offset of match) {
      const [p, k] = at[offset] as [number, number];
      (owner[p] as Int32Array)[k] = i;
    }
    const touched = match.map((offset) => (at[offset] as [number, number])[0]);
    found.set(i, { from: Math.min(...touched.slice(0, 1)), to: touched.at(-1) as number });
  };
  for (const { leaf, i } of byLength) place(i, leaf, 0, pieces.length);
  const bodyStart = Math.min(
    ...[...found]
      .filter(([i]) => leaves[i]?.region === "body" || leaves[i]?.label === "introduction")
      .map(([, s]) => s.from),
    pieces.length,
  );
  const bodyEnd = Math.max(
    ...[...found].filter(([i]) => leaves[i]?.region === "body").map(([, s]) => s.to + 1),
    bodyStart,
  );
  for (const { leaf, i } of short) {
    let from = 0;
    let to = pieces.length;
    if (leaf.region === "head") continue;
    if (leaf.region === "tail") from = bodyEnd;
    else if (leaf.label !== "salutation") {
      const before = [...found].filter(([k]) => k < i && leaves[k]?.region !== "tail").sort((a, b) => b[0] - a[0])[0];
      const after = [...found].filter(([k]) => k > i && leaves[k]?.region !== "head").sort((a, b) => a[0] - b[0])[0];
      from = before?.[1].to ?? 0;
      to = (after?.[1].from ?? pieces.length - 1) + 1;
      if (from >= to) [from, to] = [0, pieces.length];
    }
    place(i, leaf, from, to);
  }
  const greeting = [...found].find(([i]) => leaves[i]?.label === "salutation")?.[1].from ?? bodyStart;
  const head = labelHead(pieces, Math.min(bodyStart, greeting), leaves);
  return finished(pieces, leaves, owner, memo, head);
}

function finished(
  pieces: readonly Piece[],
  leaves: readonly Leaf[],
  owner: readonly Int32Array[],
  memo: Memo,
  head: ReadonlyMap<number, Leaf>,
): TrueLabel[] {
  const labels: (TrueLabel | null)[] = pieces.map((_, p) => {
    const inHead = head.get(p);
    if (inHead !== undefined) return { label: inHead.label, leaf: inHead.id };
    const own = owner[p] as Int32Array;
    const counts = new Map<number, number>();
    for (const i of own) if (i >= 0) counts.set(i, (counts.get(i) ?? 0) + 1);
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    if (best === undefined || best[1] < 0.5 * own.length) return null;
    const leaf = leaves[best[0]] as Leaf;
    return { label: leaf.label, leaf: leaf.id };
  });
  const body = labels.flatMap((label, p) => (label !== null && /^\d/.test(label.leaf) ? [p] : []));
  const introduced = labels.findLastIndex((label) => label?.label === "introduction") + 1;
  const bodyStart = introduced > 0 && introduced <= (body[0] ?? introduced) ? introduced : (body[0] ?? -1);
  const bodyEnd = body.at(-1) ?? bodyStart;
  const lastTail = labels.findLastIndex((label) => label !== null);
  // Damaged pieces within a leaf's span, and marks of points alone on their line.
  labels.forEach((label, p) => {
    if (label !== null) return;
    const piece = pieces[p] as Piece;
    const before = labels.slice(0, p).findLast((l) => l !== null);
    const after = labels.slice(p + 1).find((l) => l !== null);
    const opening = openingOf(piece.text.text);
    const isLone = opening.markers.length > 0 && opening.textStart >= piece.text.length;
    if (
      after &&
      isLone &&
      (after.label === "clause" || after.label === "leadIn") &&
      labels[p + 1]?.leaf === after.leaf
    ) {
      labels[p] = after;
    } else if (
      before &&
      after &&
      before.leaf === after.leaf &&
      /^\d/.test(before.leaf) &&
      !isPageMark(piece.text.text)
    ) {
      const leaf = leaves.find(({ id }) => id === before.leaf)?.text ?? "";
      const words = piece.text.text.split(/\s+/u).filter((w) => /[\p{L}\d]/u.test(w));
      const known = words.filter((w) => leaf.includes(w.replace(/[^\p{L}\d]/gu, ""))).length;
      // A table's cells stand in another order than the truth's.
      if (leaf.includes("\t") || (words.length > 0 && known >= 0.6 * words.length)) labels[p] = before;
    }
  });
  const papers = memo.references
    .flatMap(({ paper, meeting }) => [paper, meeting ?? ""])
    .map((t) => lettersOf(t))
    .filter((t) => t.length > 3);
  const feet = factsOf(pieces).map(({ footAround }) => footAround > 1);
  let isReview = false;
  return labels.map((label, p) => {
    const isBelowReview = isReview;
    isReview = false;
    if (label !== null) return label;
    const piece = pieces[p] as Piece;
    const text = piece.text.text;
    const letters = lettersOf(text);
    const make = (name: Label): TrueLabel => ({ label: name, leaf: `${name}${p}` });
    if (p > lastTail && lastTail >= 0 && pieces.length - lastTail > 6) return { label: "annex", leaf: "annex" };
    if (bodyStart >= 0 && p >= bodyStart && p <= bodyEnd + 2) {
      // The day of the next review may stand on the line below its label.
      if (isNextReview(text) || (isBelowReview && /\d/.test(text) && text.length < 60)) {
        isReview = !/\d/.test(text);
        return make("nextReview");
      }
      if (answerReference(text) !== null) return make("answerReference");
      if (p > bodyEnd) return tailLabel(text, make);
      if (feet[p]) return make("furniture");
      if (text.length < 60 && /\p{L}{3,}.*:$/u.test(text)) return make("label");
      if (
        /^(?:Beschluss|Frage|Antwort|Punkt|Zu |Nachfrage|Anmerkung|Bitte von|Zusatzfrage)/u.test(text) &&
        text.length < 45
      )
        return make("label");
      return make("furniture");
    }
    if (p > bodyEnd && bodyEnd >= 0) return tailLabel(text, make);
    if (/vertraulich/iu.test(text)) return make("confidential");
    if (/^[GC6][ZE2]\s?[:;.]/u.test(text)) return make("fileReference");
    if (
      papers.some((paper) => letters.includes(paper)) ||
      /beschlu(?:ss|ß)?kontro|sitzungsnummer|^und$|^(?:schriftliche |mündliche |einwohner)?anfrage\b|AF-?\d{4}/iu.test(
        text,
      )
    )
      return make("heading");
    const above = pieces[p - 1]?.text.text ?? "";
    if (/^Datum/u.test(above) && /\d|[.^]/.test(text) && text.length < 25) return make("date");
    if (/^Datum/u.test(text) || (/\d/.test(text) && text.length < 25 && /^[\p{L}\d .,'’^~*"-]+$/u.test(text)))
      return make("date");
    return make("furniture");
  });
}

function isNextReview(text: string): boolean {
  return /n[äa]chste[nr]? (?:Beschlu(?:ss|ß)?kontro|BK)/iu.test(text) && text.length < 90;
}

function tailLabel(text: string, make: (name: Label) => TrueLabel): TrueLabel {
  if (isNextReview(text)) return make("nextReview");
  if (/Kenntnis/iu.test(text)) return make("noted");
  if (/gr[uü](?:ß|ss)en?\W*$/iu.test(text) && text.length < 30) return make("closing");
  if (/^Anlagen?\b/u.test(text)) return make("attachment");
  if (/(?:bürgermeister|beigeordnete|leiter)/iu.test(text)) return make("role");
  return make("furniture");
}
