import type { Memo } from "../../../src/model/record.ts";
import type { Label } from "../../../src/structure/decoder/labels.ts";
import type { Piece } from "../../../src/structure/facts/pieces.ts";
import { piecesOf } from "../../../src/structure/facts/pieces.ts";
import { pagesOfPlainText, readTextOf } from "../../../src/text/read-text.ts";
import { linesOf } from "../../../src/text/traced-lines.ts";
import { TracedText } from "../../../src/text/traced-text.ts";
import type { TrueLabel } from "./label-pieces.ts";

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
  const head = withIntroduction(above, random);
  const tail = own.pieces.slice(last + 1).map((_, at) => as(last + 1 + at));
  const lines = [...head, ...bodyLines(memo, random), ...tail];
  return labelled(lines);
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

const MARKS: readonly ((n: number) => string)[] = [
  (n) => `${n}.`,
  (n) => `${n}.`,
  (n) => `${n})`,
  (n) => `${n}.)`,
  (n) => `(${n})`,
  (n) => `${["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"][n - 1] ?? n}.`,
  (n) => `${String.fromCharCode(64 + n)})`,
  (n) => `${String.fromCharCode(96 + n)})`,
  (n) => `${String.fromCharCode(96 + n)}.`,
  (n) => `${n}:`,
  (n) => `§ ${n}`,
  (n) => `Nr. ${n}`,
  (n) => `Frage ${n}:`,
  (n) => `Punkt ${n}:`,
  (n) => `Zu Ziffer ${n} des Beschlusses:`,
];
const REFERENCES: readonly ((n: string) => string)[] = [
  (n) => `zu ${n}.:`,
  (n) => `Zu ${n}.:`,
  (n) => `Zu ${n}:`,
  (n) => `Zu Beschlusspunkt ${n}:`,
  (n) => `Zu Punkt ${n}:`,
  (n) => `Zu Frage ${n}:`,
  (n) => `Antwort zu ${n}:`,
  (n) => `zu ${n})`,
];
const LEADS = [
  "Der Oberbürgermeister wird beauftragt,",
  "Die Oberbürgermeisterin wird beauftragt,",
  "Der Stadtrat beschließt:",
  "Die Verwaltung wird gebeten,",
  "Dazu bitte ich um Auskunft zu folgenden Punkten:",
];
const HEADINGS = ["Beschluss:", "Fragen:", "Beschlusstext:", "Frage:", "Wortlaut des Beschlusses:", "Vorschlag:"];
const FOLLOW_UPS = [
  "Nachfrage:",
  "Nachfrage Herr Stadtrat Muster:",
  "Nachfrage Frau Stadträtin Beispiel:",
  "Anmerkung Herr Stadtrat Muster:",
  "Bitte von Frau Stadträtin Beispiel:",
  "Zusatzfrage:",
];
const REMARKS = [
  "Vorab weise ich darauf hin, dass die Angelegenheit nicht allein in die Zuständigkeit der Stadtverwaltung fällt. Die folgenden Angaben beruhen deshalb auch auf Auskünften Dritter, die nicht in allen Punkten geprüft werden konnten.",
  "Die Beantwortung erfolgt auf der Grundlage der Daten, die dem Fachamt zum Stichtag vorlagen. Eine weiter zurückreichende Auswertung ist mit vertretbarem Aufwand nicht möglich.",
  "Die genannten Punkte werden gemeinsam bearbeitet, da sie inhaltlich zusammenhängen.",
  "Zu den Beschlusspunkten kann ich Ihnen heute den nachstehenden Stand mitteilen. Weitere Ergebnisse lege ich Ihnen vor, sobald die Abstimmungen beendet sind.",
];
const CLOSING_PARAGRAPHS = [
  "Über das Ergebnis ist der Stadtrat bis zum 30. Juni zu unterrichten.",
  "Dem Ausschuss ist halbjährlich zu berichten.",
  "Für die Beantwortung bedanke ich mich im Voraus.",
];
const INTRODUCTIONS = [
  "zum oben genannten Beschluss gebe ich Ihnen folgenden Zwischenstand:",
  "nachfolgend informiere ich Sie abschließend über die Umsetzung des Beschlusses:",
  "zu Ihrer Anfrage teile ich Ihnen Folgendes mit:",
  "Ihre Fragen beantworte ich Ihnen gern wie folgt:",
  "zur Umsetzung des oben genannten Beschlusses berichte ich über den aktuellen Sachstand:",
  "auf Ihre Anfrage vom 3. März kann ich Ihnen heute Folgendes antworten:",
  "den Vorschlag des Stadtbezirksbeirates hat die Verwaltung geprüft und nimmt dazu wie folgt Stellung:",
  "über den Stand der Beschlusskontrolle setze ich Sie hiermit in Kenntnis:",
];
const FURNITURE = [
  "-2-",
  "- 3 -",
  "Seite 2 von 3",
  "2",
  ".",
  "'",
  "Seite 2",
  "IBAN DE00 0000 0000 0000 0000 00 BIC TESTDEXX",
  "- 2 -",
];

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

function bodyLines(memo: Memo, random: Random): MadeLine[] {
  const form = formFrom(random);
  const lines: MadeLine[] = [];
  const state = { number: 0, sinceMark: 0 };
  const items = memo.items
    .filter(({ clauses, response }) => clauses.length > 0 || response !== null)
    .map((item) => (item.response === null ? item : { ...item, response: withInnerList(item.response, random) }));
  const add = (made: readonly MadeLine[]): void => {
    lines.push(...made);
  };
  if (random() < 0.15) add(text(pick([...HEADINGS, paperFrom(random)], random), "label", "made-label", form, random));
  if (items[0]?.clauses.length !== 0 && random() < 0.08)
    add(text(pick(REMARKS, random), "response", "9998.response", form, random));
  const clauses = (from: number, to: number): void => {
    const all = items
      .slice(from, to)
      .flatMap((item, i) =>
        item.clauses.map((clause, c) => ({ item, clause, leaf: `${from + i}.c${c}`, first: c === 0, i: from + i })),
      );
    all.forEach(({ item, clause, leaf, first, i }, at) => {
      const lead = first ? (item.leadIn ?? (at === 0 && random() < 0.15 ? pick(LEADS, random) : null)) : null;
      state.number += 1;
      const joint = form.isQuoted && form.layout === "joint";
      if (lead !== null)
        add(
          text(
            (joint || random() < 0.5) && form.isQuoted && at === 0 ? form.opening + lead : lead,
            "leadIn",
            `${i}.lead`,
            form,
            random,
          ),
        );
      const followsUp = !joint && form.layout === "alternating" && i > 0 && random() < 0.06;
      if (followsUp) add(text(pick(FOLLOW_UPS, random), "label", `follow-up${i}`, form, random));
      const isLast = joint && at === all.length - 1 && random() < 0.15;
      add(
        clauseLines(
          isLast ? `${clause.text}\n${pick(CLOSING_PARAGRAPHS, random)}` : clause.text,
          leaf,
          state.number,
          followsUp ? { ...form, mark: null } : form,
          random,
          joint
            ? { opens: at === 0 && lead === null, closes: at === all.length - 1 }
            : { opens: form.isQuoted, closes: form.isQuoted },
        ),
      );
    });
  };
  if (form.layout === "clauses-first" || form.layout === "joint") {
    const general = items.findIndex(({ clauses: own }) => own.length > 0);
    items.slice(0, Math.max(0, general)).forEach((item, i) => {
      add(text(item.response ?? "", "response", `${i}.response`, form, random));
    });
    const from = Math.max(0, general);
    clauses(from, items.length);
    if (form.layout === "clauses-first" && random() < 0.25)
      add(text(pick(REMARKS, random), "response", "9999.response", form, random));
    const answered = items.slice(from).flatMap((item, i) => (item.response === null ? [] : [{ item, i: from + i }]));
    let number = 0;
    answered.forEach(({ item, i }) => {
      number += Math.max(1, item.clauses.length);
      if (form.layout === "joint") add(text(item.response ?? "", "response", "0.response", form, random));
      else add(referredLines(form.reference(String(number)), item.response ?? "", `${i}.response`, form, random));
    });
    return withFurniture(lines, random);
  }
  items.forEach((item, i) => {
    if (i > 0 && item.clauses.length > 0 && random() < 0.04) {
      // Another resolution, whose points are counted anew.
      add(text(paperFrom(random), "label", `paper${i}`, form, random));
      state.number = 0;
    }
    clauses(i, i + 1);
    if (item.response === null) return;
    if (form.layout === "labels" && item.clauses.length > 0)
      add(referredLines("Antwort:", item.response, `${i}.response`, form, random));
    else if (item.clauses.length > 0 && random() < 0.12)
      add(referredLines(form.reference(String(state.number)), item.response, `${i}.response`, form, random));
    else add(text(item.response, "response", `${i}.response`, form, random));
  });
  return withFurniture(lines, random);
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
