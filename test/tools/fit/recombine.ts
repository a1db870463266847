import type { Memo } from "../../../src/model/record.ts";
import type { Label } from "../../../src/structure/decoder/labels.ts";
import type { Piece } from "../../../src/structure/facts/pieces.ts";
import { piecesOf } from "../../../src/structure/facts/pieces.ts";
import { pagesOfPlainText, readTextOf } from "../../../src/text/read-text.ts";
import { linesOf } from "../../../src/text/traced-lines.ts";
import { TracedText } from "../../../src/text/traced-text.ts";
import type { TrueLabel } from "./label-pieces.ts";
import {
  CLOSING_PARAGRAPHS,
  FOLLOW_UPS,
  FURNITURE,
  HEADINGS,
  INTRODUCTIONS,
  LEADS,
  MARKS,
  REFERENCES,
  REMARKS,
} from "./phrases.ts";

/** A line of a made letter and what it is; a line may hold two parts. */
interface MadeLine {
  readonly spans: readonly { readonly text: string; readonly label: Label; readonly leaf: string }[];
  readonly blankBefore: boolean;
}

type Random = () => number;

/** A letter made of a true memo's leaves, its body in a form of the contract that the letter itself may not have. */
export function recombined(
  memo: Memo,
  own: { readonly pieces: readonly Piece[]; readonly truth: readonly TrueLabel[] },
  random: Random,
): { pieces: Piece[]; truth: TrueLabel[] } | null {
  const body = own.truth.flatMap(({ leaf, label }, at) =>
    /^\d/.test(leaf) || label === "answerReference" || label === "label" ? [at] : [],
  );
  const [first, last] = [body[0], body.at(-1)];
  if (first === undefined || last === undefined || memo.items.length === 0) return null;
  if (memo.items.some(({ response }) => response?.includes("\t") === true)) return null;
  const as = (at: number): MadeLine => {
    const piece = own.pieces[at] as Piece;
    const { label, leaf } = own.truth[at] as TrueLabel;
    return { spans: [{ text: piece.text.text, label, leaf }], blankBefore: piece.line.blankBefore > 0 };
  };
  const above = own.pieces.slice(0, first).map((_, at) => as(at));
  const tail = own.pieces.slice(last + 1).map((_, at) => as(last + 1 + at));
  const form = formFrom(random);
  const isMoved = form.layout === "clauses-first" && memo.introduction !== null && random() < 0.25;
  const head = isMoved
    ? above.filter(({ spans }) => spans[0]?.label !== "introduction")
    : withIntroduction(above, random);
  const made = new Body(memo, form, random).write(isMoved ? memo.introduction : null);
  return labelled([...head, ...made, ...tail]);
}

/** Half of the letters get another introduction. */
function withIntroduction(head: readonly MadeLine[], random: Random): MadeLine[] {
  const rest = head.filter(({ spans }) => spans[0]?.label !== "introduction");
  if (rest.length === head.length || random() < 0.5) return [...head];
  const form = { ...formFrom(random), width: 50 + Math.floor(random() * 50), blanks: 0.7 };
  return [...rest, ...text(pick(INTRODUCTIONS, random), "introduction", "introduction", form, random)];
}

function labelled(lines: readonly MadeLine[]): { pieces: Piece[]; truth: TrueLabel[] } | null {
  const kept = lines
    .map((line) => ({
      ...line,
      text: line.spans
        .map(({ text }) => text)
        .join(" ")
        .trim(),
    }))
    .filter(({ text }) => text !== "");
  const raw = kept.map(({ text, blankBefore }) => (blankBefore ? `\n${text}` : text)).join("\n");
  const read = linesOf(TracedText.of(readTextOf(pagesOfPlainText(raw))));
  if (read.length !== kept.length) return null;
  const pieces = piecesOf(read);
  const truth = pieces.map((piece): TrueLabel => {
    const line = kept[piece.line.index] as (typeof kept)[number];
    const start = Math.max(0, line.text.lastIndexOf(piece.text.text));
    let end = 0;
    for (const span of line.spans) {
      end += span.text.length + 1;
      if (start < end) return { label: span.label, leaf: span.leaf };
    }
    return line.spans.at(-1) as TrueLabel;
  });
  return { pieces, truth };
}

const pick = <T>(values: readonly T[], random: Random): T => values[Math.floor(random() * values.length)] as T;

/** What a body looks like: one draw for the whole letter. */
interface Form {
  readonly layout: "alternating" | "clauses-first" | "labels" | "joint";
  readonly mark: ((n: number) => string) | null;
  readonly isQuoted: boolean;
  readonly quoteOutside: boolean;
  readonly opening: string;
  readonly closing: string;
  readonly reference: (n: string) => string;
  readonly width: number;
  readonly blanks: number;
  readonly damage: number;
  readonly loneMarks: boolean;
}

function formFrom(random: Random): Form {
  const isQuoted = random() < 0.6;
  return {
    layout: pick(["alternating", "alternating", "clauses-first", "labels", "joint"] as const, random),
    mark: random() < 0.12 ? null : random() < 0.1 ? bulletFrom(random) : pick(MARKS, random),
    isQuoted,
    quoteOutside: random() < 0.5,
    opening: "„",
    closing: "“",
    reference: pick(REFERENCES, random),
    width: 62 + Math.floor(random() * 38),
    blanks: pick([0, 0.3, 0.7, 1], random),
    damage: random() < 0.4 ? 0.2 : 0,
    loneMarks: random() < 0.1,
  };
}

function bulletFrom(random: Random): () => string {
  const bullet = pick(["•", "–", "▪", "-"], random);
  return () => bullet;
}

/** A letter's body in one form: its own leaves, and now and then a line of the house between them. */
class Body {
  readonly #form: Form;
  readonly #random: Random;
  readonly #items: Memo["items"];
  readonly #lines: MadeLine[] = [];
  #number = 0;

  constructor(memo: Memo, form: Form, random: Random) {
    this.#form = form;
    this.#random = random;
    this.#items = memo.items
      .filter(({ clauses, response }) => clauses.length > 0 || response !== null)
      .map((item) => (item.response === null ? item : { ...item, response: withInnerList(item.response, random) }));
  }

  /** @param introduction where the questions come first, it stands between them and the answers */
  write(introduction: string | null): MadeLine[] {
    const { layout } = this.#form;
    if (this.#chance(0.15)) this.#text(this.#pick([...HEADINGS, paperFrom(this.#random)]), "label", "made-label");
    if (this.#items[0]?.clauses.length !== 0 && this.#chance(0.08))
      this.#text(this.#pick(REMARKS), "response", "9998.response");
    if (layout === "clauses-first" || layout === "joint") this.#clausesFirst(introduction);
    else this.#alternating();
    return withFurniture(this.#lines, this.#random);
  }

  #clausesFirst(introduction: string | null): void {
    const isJoint = this.#form.layout === "joint";
    const from = Math.max(
      0,
      this.#items.findIndex(({ clauses }) => clauses.length > 0),
    );
    this.#items.slice(0, from).forEach(({ response }, i) => {
      this.#text(response ?? "", "response", `${i}.response`);
    });
    this.#clauses(from, this.#items.length);
    if (introduction !== null) this.#text(introduction, "introduction", "introduction");
    if (!isJoint && this.#chance(0.25)) this.#text(this.#pick(REMARKS), "response", "9999.response");
    let number = 0;
    this.#items.slice(from).forEach(({ clauses, response }, i) => {
      number += Math.max(1, clauses.length);
      if (response === null) return;
      if (isJoint) this.#text(response, "response", "0.response");
      else this.#referred(this.#form.reference(String(number)), response, `${from + i}.response`);
    });
  }

  #alternating(): void {
    this.#items.forEach(({ clauses, response }, i) => {
      if (i > 0 && clauses.length > 0 && this.#chance(0.04)) {
        // Another resolution, whose points are counted anew.
        this.#text(paperFrom(this.#random), "label", `paper${i}`);
        this.#number = 0;
      }
      this.#clauses(i, i + 1);
      if (response === null) return;
      const leaf = `${i}.response`;
      if (this.#form.layout === "labels" && clauses.length > 0) this.#referred("Antwort:", response, leaf);
      else if (clauses.length > 0 && this.#chance(0.12))
        this.#referred(this.#form.reference(String(this.#number)), response, leaf);
      else this.#text(response, "response", leaf);
    });
  }

  #clauses(from: number, to: number): void {
    const form = this.#form;
    const isJoint = form.isQuoted && form.layout === "joint";
    const all = this.#items
      .slice(from, to)
      .flatMap(({ leadIn, clauses }, i) =>
        clauses.map((clause, c) => ({ clause, i: from + i, c, leadIn: c === 0 ? leadIn : null })),
      );
    all.forEach(({ clause, i, c, leadIn }, at) => {
      const lead = leadIn ?? (at === 0 && this.#chance(0.15) ? this.#pick(LEADS) : null);
      const leadOpens = at === 0 && form.isQuoted && (isJoint || this.#chance(0.5));
      if (lead !== null) this.#text(leadOpens ? form.opening + lead : lead, "leadIn", `${i}.lead`);
      const followsUp = form.layout === "alternating" && i > 0 && this.#chance(0.06);
      if (followsUp) this.#text(this.#pick(FOLLOW_UPS), "label", `follow-up${i}`);
      const isLast = at === all.length - 1;
      const value =
        isJoint && isLast && this.#chance(0.15) ? `${clause.text}\n${this.#pick(CLOSING_PARAGRAPHS)}` : clause.text;
      this.#number += 1;
      const quote = isJoint
        ? { opens: at === 0 && lead === null, closes: isLast }
        : { opens: form.isQuoted, closes: form.isQuoted };
      const own = followsUp ? { ...form, mark: null } : form;
      this.#lines.push(...clauseLines(value, `${i}.c${c}`, this.#number, own, this.#random, quote));
    });
  }

  #text(value: string, label: Label, leaf: string): void {
    this.#lines.push(...text(value, label, leaf, this.#form, this.#random));
  }

  #referred(reference: string, value: string, leaf: string): void {
    this.#lines.push(...referredLines(reference, value, leaf, this.#form, this.#random));
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #pick<T>(values: readonly T[]): T {
    return pick(values, this.#random);
  }
}

function clauseLines(
  value: string,
  leaf: string,
  number: number,
  form: Form,
  random: Random,
  quote: { opens: boolean; closes: boolean },
): MadeLine[] {
  const isDamaged = (): boolean => random() < form.damage;
  const opening = quote.opens && !isDamaged() ? form.opening : "";
  const closing = quote.closes && !isDamaged() ? form.closing : "";
  let mark = form.mark?.(number) ?? "";
  if (isDamaged())
    mark = mark
      .replace("1", pick(["l", "I", "1"], random))
      .replace("3", pick(["B", "3", "8"], random))
      .replace("6", "G")
      .replace("8", "B")
      .replace(".", pick([",", ".", ""], random));
  const content = value + closing;
  if (mark !== "" && form.loneMarks) {
    return [
      ...text(form.quoteOutside ? opening + mark : mark, "clause", leaf, form, random),
      ...text(form.quoteOutside ? content : opening + content, "clause", leaf, form, random).map((line) => ({
        ...line,
        blankBefore: random() < 0.5,
      })),
    ];
  }
  if (/^(?:Frage|Punkt|Zu Ziffer|Nr\.)/u.test(mark) && random() < 0.5) {
    const label = { text: mark.endsWith(":") ? mark : `${mark}:`, label: "label" as const, leaf: `label-${leaf}` };
    return [
      { spans: [label], blankBefore: random() < form.blanks },
      ...text(opening + content, "clause", leaf, form, random),
    ];
  }
  const start = mark === "" ? opening : form.quoteOutside ? `${opening}${mark} ` : `${mark} ${opening}`;
  return text(start + content, "clause", leaf, form, random);
}

function referredLines(reference: string, value: string, leaf: string, form: Form, random: Random): MadeLine[] {
  const lines = text(value, "response", leaf, form, random);
  const [first, ...rest] = lines;
  const label: Label = reference.startsWith("Antwort:") ? "label" : "answerReference";
  const span = { text: reference, label, leaf: `made-${leaf}` };
  if (first === undefined || random() < 0.6 || reference.endsWith(")"))
    return [{ spans: [span], blankBefore: random() < form.blanks }, ...lines];
  return [{ ...first, spans: [span, ...first.spans] }, ...rest];
}

function paperFrom(random: Random): string {
  const number = String(100 + Math.floor(random() * 3000)).padStart(4, "0");
  return `${pick(["A", "V", "AF"], random)}${number}/${12 + Math.floor(random() * 12)}${pick(["", ":"], random)}`;
}

/** An answer with a list of its own: a few of its sentences in a row, numbered, lettered or with bullets. */
function withInnerList(value: string, random: Random): string {
  if (random() > 0.08 || value.includes("\n")) return value;
  const sentences = value.split(/(?<=\p{Ll}{3}\.) (?=\p{Lu})/u);
  const size = 2 + Math.floor(random() * 3);
  if (sentences.length < size + 2) return value;
  const from = 1 + Math.floor(random() * (sentences.length - size - 1));
  const mark = pick(
    [
      (n: number) => `${n}.`,
      (n: number) => `${n})`,
      (n: number) => `${String.fromCharCode(96 + n)})`,
      () => "-",
      () => "•",
    ],
    random,
  );
  const list = sentences.slice(from, from + size).map((sentence, at) => `${mark(at + 1)} ${sentence}`);
  const [before, after] = [sentences.slice(0, from).join(" "), sentences.slice(from + size).join(" ")];
  return [before, ...list, after].join("\n");
}

/** A leaf's text as lines of the form's width; words broken now and then are left to the repair, which comes before. */
function text(value: string, label: Label, leaf: string, form: Form, random: Random): MadeLine[] {
  const lines: MadeLine[] = [];
  for (const [p, paragraph] of value.split(/\n+/u).entries()) {
    let line = "";
    let isFirst = true;
    const push = (): void => {
      if (line === "") return;
      lines.push({
        spans: [{ text: line, label, leaf }],
        blankBefore: isFirst && (p === 0 || random() < 0.5) && random() < form.blanks,
      });
      isFirst = false;
      line = "";
    };
    for (const word of paragraph.split(/\s+/u)) {
      if (line !== "" && line.length + word.length + 1 > form.width) push();
      line += line === "" ? word : ` ${word}`;
    }
    push();
  }
  return lines;
}

function withFurniture(lines: readonly MadeLine[], random: Random): MadeLine[] {
  return lines.flatMap((line, at) => {
    if (at === 0 || random() > 0.02) return [line];
    return [
      {
        spans: [{ text: pick(FURNITURE, random), label: "furniture" as const, leaf: "made-furniture" }],
        blankBefore: random() < 0.5,
      },
      line,
    ];
  });
}
