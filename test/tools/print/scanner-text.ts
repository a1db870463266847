import type { HeadPart, ScannerReading } from "./letter.ts";
import { PAGE, type Piece, type TextPiece } from "./page.ts";
import { pick, type Random, seededRandom } from "./random.ts";

const HEAD_ORDER: readonly HeadPart[] = ["title", "logo", "box", "authority", "recipient", "reference", "date"];

/** Glyphs as scanners' OCR confuses them, and in which share of the words that hold them. */
const CONFUSIONS = [
  { read: /^in$/u, as: "In", share: 0.15 },
  { read: /^ist$/u, as: "Ist", share: 0.2 },
  { read: /(?<=\p{Ll})li(?=\p{Ll})/u, as: "ii", share: 0.06 },
  { read: /(?<=\p{Ll})ll(?=\p{Ll})/u, as: "il", share: 0.08 },
  { read: /(?<=\p{Ll})ls(?=\p{Ll})/u, as: "is", share: 0.1 },
  { read: /(?<=\p{Ll})rn(?=\p{Ll})/u, as: "m", share: 0.1 },
  { read: /^H(?=\p{Ll})/u, as: "Fl", share: 0.08 },
  { read: /^\((?=\p{Lu})/u, as: "{", share: 0.2 },
  { read: /(?<=[AV]\d*)0(?=\d*\/\d)/u, as: "O", share: 0.25 },
  { read: /:$/u, as: ";", share: 0.06 },
  { read: /²/u, as: "^", share: 1 },
] as const;
const SHARE = { blankLine: 0.13, joinedWords: 0.012, hyphenKept: 0.05, wordJoined: 0.06, ink: 0.7 } as const;
/** What is read where a pen went across a typed name. */
const INK = ["i'", "m", ",", "/ ^", "•"] as const;
const EMPTY_BOX = ["□", "•", "D"] as const;
const TICKED_BOX = "☒";

/**
 * What a scanner's own OCR makes of a printed letter: the lines as printed, hyphens at their ends mostly lost, blank
 * lines thrown in, glyphs confused, quotation marks straight, the head in an order of its own.
 * @returns pages apart by a form feed
 */
export function scannerText(pieces: readonly Piece[], reading: ScannerReading, seed: string): string {
  const random = seededRandom(seed);
  const texts = pieces.filter((piece) => piece.kind === "text");
  const head = (reading.head ?? HEAD_ORDER)
    .map((part) =>
      headLines(
        part,
        texts.filter((piece) => piece.part === part),
        reading.stamp,
        random,
      ),
    )
    .filter((lines) => lines.length > 0);
  const pages = Math.max(...texts.map((piece) => piece.page));
  const bodies = Array.from({ length: pages }, (_, at) => {
    const page = texts.filter((piece) => piece.page === at + 1);
    return pageText(reading.signatures === "rows" ? signaturesByRow(page) : page, random);
  });
  return `${[...head.map((lines) => lines.join("\n")), bodies.join("\n\f")].join("\n\n")}\n`;
}

function headLines(part: HeadPart, pieces: TextPiece[], stampRead: string | undefined, random: Random): string[] {
  const lines = pieces.map((piece) => (piece.ending === "broken" ? piece.text.slice(0, -1) : piece.text));
  if (lines.length === 0) return [];
  if (part === "logo") return ["Dresden.", upsideDown(random)];
  if (part === "box") return [`${lines.includes("X") ? TICKED_BOX : pick(random, EMPTY_BOX)} vertraulich`];
  if (part === "date") return ["Datum:", "", stampRead ?? lines[1] ?? ""];
  if (part === "reference") return ["GZ:", "", lines[1] ?? ""];
  return lines;
}

/** The upside-down line of the logo, read as if it stood upright. */
function upsideDown(random: Random): string {
  return Array.from({ length: 7 }, () => pick(random, [..."uapsqGLZDJ)'2"])).join("");
}

/** The signatures' columns read across. */
function signaturesByRow(page: readonly TextPiece[]): TextPiece[] {
  const signatures = page.filter((piece) => piece.part === "signature");
  const rows = signatures.sort((one, other) => one.y - other.y || one.x - other.x);
  return [...page.filter((piece) => piece.part !== "signature"), ...rows];
}

function pageText(page: readonly TextPiece[], random: Random): string {
  const marks = page.filter((piece) => piece.part === "mark");
  const onTop = marks.filter((mark) => mark.y < PAGE.top).map((mark) => `${mark.text.replaceAll(" ", "")}\n\n`);
  const atFoot = marks.filter((mark) => mark.y >= PAGE.top).map((mark) => `\n${mark.text}\n`);
  const lines = page.filter((piece) => /^(?:body|signature|annex)$/.test(piece.part));
  return [...onTop, ...lines.map((piece) => lineText(piece, random)), ...atFoot].join("");
}

function lineText({ text, mark, inked, ending }: TextPiece, random: Random): string {
  const whole = mark ? `${mark.text} ${text}` : text;
  const words = whole.split(" ").map((word) => misread(word, random));
  const ink = inked && random() < SHARE.ink ? `${pick(random, INK)}\n` : "";
  return ink + endLine(joinWords(straightQuotes(words.join(" ")), random), ending, random);
}

function endLine(line: string, ending: TextPiece["ending"], random: Random): string {
  const chance = random();
  const next = random() < SHARE.blankLine ? "\n\n" : "\n";
  if (ending === "cell") return `${line} `;
  if (ending === "end" || ending === "space") return line + next;
  const bare = line.slice(0, -1);
  if (ending === "hyphen") return chance < 0.5 ? line : line + next;
  if (chance < SHARE.hyphenKept) return line + next;
  return chance < SHARE.hyphenKept + SHARE.wordJoined ? bare : bare + next;
}

function misread(word: string, random: Random): string {
  const confusion = CONFUSIONS.find(({ read }) => read.test(word));
  return confusion && random() < confusion.share ? word.replace(confusion.read, confusion.as) : word;
}

function straightQuotes(text: string): string {
  return text.replaceAll("“", '"').replaceAll("‘", "'");
}

function joinWords(line: string, random: Random): string {
  return line.replace(/(?<=\p{Ll}) (?=\p{Ll}{4})/gu, (space) => (random() < SHARE.joinedWords ? "" : space));
}
