// @ts-check
import { PAGE } from "./page.mjs";
import { pick, seededRandom } from "./random.mjs";

/**
 * What a scanner's own OCR makes of a printed letter: the lines as printed, hyphens at their ends mostly lost, blank
 * lines thrown in, glyphs confused, quotation marks straight, the head in an order of its own.
 *
 * @typedef {import("./page.mjs").TextPiece} TextPiece
 * @typedef {import("./letter.mjs").Letter} Letter
 * @typedef {import("./letter.mjs").HeadPart} HeadPart
 */

/** @type {HeadPart[]} */
const HEAD_ORDER = ["title", "logo", "box", "authority", "recipient", "reference", "date"];

/** Glyphs as this kind of OCR confuses them, and in which share of the words that hold them. */
const CONFUSIONS = /** @type {const} */ ([
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
]);
const SHARE = { blankLine: 0.13, joinedWords: 0.012, hyphenKept: 0.05, wordJoined: 0.06, ink: 0.4 };
/** What is read where a pen went across a typed name. */
const INK = ["i'", "m", ",", "/ ^", "•"];

/**
 * @param {readonly import("./page.mjs").Piece[]} pieces
 * @param {Letter} letter
 * @param {string} seed
 * @returns {string} pages apart by a form feed
 */
export function scannerText(pieces, { scanner }, seed) {
  const random = seededRandom(seed);
  const texts = pieces.filter((piece) => piece.kind === "text");
  const order = scanner?.head ?? HEAD_ORDER;
  const head = order.map((part) => headLines(texts, part, scanner?.stamp, random).join("\n"));
  const pages = Math.max(...texts.map((piece) => piece.page));
  const bodies = Array.from({ length: pages }, (_, at) => {
    const page = texts.filter((piece) => piece.page === at + 1);
    return pageText(scanner?.signatures === "rows" ? signaturesByRow(page) : page, random);
  });
  return `${[...head, bodies.join("\n\f")].join("\n\n")}\n`;
}

/**
 * @param {TextPiece[]} texts
 * @param {HeadPart} part
 * @param {string | undefined} stampRead
 * @param {() => number} random
 */
function headLines(texts, part, stampRead, random) {
  const lines = texts.filter((piece) => piece.part === part).map((piece) => piece.text);
  if (part === "logo") return ["Dresden.", upsideDown(random)];
  if (part === "box") return [`${lines.includes("X") ? "☒" : pick(random, ["□", "•", "D"])} vertraulich`];
  if (part === "date") return ["Datum:", "", stampRead ?? lines[1] ?? ""];
  if (part === "reference") return ["GZ:", "", lines[1] ?? ""];
  return lines;
}

/**
 * The upside-down line of the logo, read as if it stood upright.
 * @param {() => number} random
 */
function upsideDown(random) {
  return Array.from({ length: 7 }, () => pick(random, [..."uapsqGLZDJ)'2"])).join("");
}

/**
 * The signatures' columns read across.
 * @param {TextPiece[]} page
 */
function signaturesByRow(page) {
  const rows = page
    .filter((piece) => piece.part === "signature")
    .sort((one, other) => one.y - other.y || one.x - other.x);
  return [...page.filter((piece) => piece.part !== "signature"), ...rows];
}

/**
 * @param {TextPiece[]} page
 * @param {() => number} random
 */
function pageText(page, random) {
  const marks = page.filter((piece) => piece.part === "mark");
  const onTop = marks.filter((mark) => mark.y < PAGE.top).map((mark) => `${mark.text.replaceAll(" ", "")}\n\n`);
  const atFoot = marks.filter((mark) => mark.y >= PAGE.top).map((mark) => `\n${mark.text}\n`);
  const lines = page.filter((piece) => /^(body|signature|annex)$/.test(piece.part));
  const body = lines.map((piece) => {
    const text = piece.mark ? `${piece.mark.text} ${piece.text}` : piece.text;
    const words = text.split(" ").map((word) => misread(word, random));
    const ink = piece.part === "signature" && random() < SHARE.ink ? `${pick(random, INK)}\n` : "";
    return ink + lineEnd(joinWords(straightQuotes(words.join(" ")), random), piece.ending, random);
  });
  return [...onTop, ...body, ...atFoot].join("");
}

/**
 * @param {string} line
 * @param {TextPiece["ending"]} ending
 * @param {() => number} random
 */
function lineEnd(line, ending, random) {
  const chance = random();
  const next = random() < SHARE.blankLine ? "\n\n" : "\n";
  if (ending === "cell") return `${line} `;
  if (ending === "end" || ending === "space") return line + next;
  const bare = line.slice(0, -1);
  if (ending === "hyphen") return chance < 0.5 ? line : line + next;
  if (chance < SHARE.hyphenKept) return line + next;
  return chance < SHARE.hyphenKept + SHARE.wordJoined ? bare : bare + next;
}

/**
 * @param {string} word
 * @param {() => number} random
 */
function misread(word, random) {
  const confusion = CONFUSIONS.find(({ read }) => read.test(word));
  return confusion && random() < confusion.share ? word.replace(confusion.read, confusion.as) : word;
}

/** @param {string} text */
function straightQuotes(text) {
  return text.replaceAll("“", '"').replaceAll("‘", "'");
}

/**
 * @param {string} line
 * @param {() => number} random
 */
function joinWords(line, random) {
  return line.replace(/(?<=\p{Ll}) (?=\p{Ll}{4})/gu, (space) => (random() < SHARE.joinedWords ? "" : space));
}
