import { FIGURE_SIGNS, figuresOf } from "./look-alikes.ts";

type MarkerKind = "number" | "letter" | "capital" | "roman" | "section" | "named" | "bullet";

/** The mark of a point: "1.", "(2)", "a)", "II.", "§ 1", "Frage 3:", "•". Offsets in the piece's text, half-open. */
export interface Marker {
  readonly kind: MarkerKind;
  /** Its place in the series, from 1; 0 for a bullet. */
  readonly ordinal: number;
  /** Without its punctuation: "1", "2a", "II", "a"; "-" for a bullet. */
  readonly printed: string;
  /** "a" of "2a"; "" for none. */
  readonly suffix: string;
  /** What reading it so costs, in nats; 0 where it stands there plainly. */
  readonly cost: number;
  readonly start: number;
  readonly end: number;
}

/** How a piece begins: marks of quotation and of points in any order, then the text. */
export interface Opening {
  readonly markers: readonly Marker[];
  /** Offset of a quotation mark that opens before the text; null for none. */
  readonly quoteAt: number | null;
  /** Where the text begins, after all of them. */
  readonly textStart: number;
}

const QUOTE = /^(?:[„«»“”"]|,,|‚‚?|')/u;
const AFTER = `(?=\\s|$|[„"“‚']|\\p{Lu}\\p{L}{2})`;
const PATTERNS: readonly (readonly [MarkerKind, RegExp])[] = [
  [
    "named",
    /^(?:(?:Beschluss|Teil)?[Pp]unkt|Beschlussziffer|(?:Teil)?[Ff]rage|Ziff(?:er|\.)|Nr\.?|Nummer) ?([\dlI|]{1,2} ?[a-z]?(?![a-z])|[IVX]{1,4}|[A-Ha-h]|[ZS])(?: ?[.:);]{1,2}(?=\s|$|[„"“])|$)/u,
  ],
  ["section", /^§ ?(\d{1,2})[.:]?(?=\s|$)/u],
  ["roman", new RegExp(`^\\(?([IVX]{2,4}|[VX])(?: ?[.):]{1,2})${AFTER}`, "u")],
  ["number", new RegExp(`^\\(?(\\d{1,2} ?[a-z]?)(?: ?[.):]{1,2}|(?<=[a-z]))${AFTER}`, "u")],
  ["roman", /^([IVXl1|]{2,4})[.)](?=\s|$|[„"])/u],
  ["number", /^(\d{1,2})[,;](?=\s+[„"\p{Lu}])/u],
  ["capital", /^\(?([A-H])(?:[.)]{1,2})(?=\s|$|[„"])/u],
  ["letter", /^\(?([a-hj-km-z])\)(?=\s|$|[„"“‚])/u],
  ["number", new RegExp(`^\\(?([${FIGURE_SIGNS}]{1,2})(?:[.)]{1,2})${AFTER}`, "u")],
  ["number", /^(\d{1,2})[,;:'’“"„*-]?$/u],
  ["letter", new RegExp(`^\\(?([a-z])(?: ?[.)]{1,2})${AFTER}`, "u")],
  ["bullet", /^([•●▪■◦○·∙►*]|[-–—](?= )|[eo°¢®©](?=[ \t]["„\p{Lu}]))/u],
];

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"];

/** Nouns that an ordinal stands before: "31. Dezember", "2. Quartal" are no points. */
const ORDINAL =
  /^\d{1,2}\. ?(?:Jan(?:uar|\.)|Feb(?:ruar|\.)|März|April|Apr\.|Mai|Ju[nl]i|Aug(?:ust|\.)|Sep(?:t|tember|\.)|Okt(?:ober|\.)|Nov(?:ember|\.)|Dez(?:ember|\.)|Quartal|Halbjahr|Lesung|Sitzung|Änderung|Fortschreibung|Etage|Obergeschoss|Bauabschnitt|BA\b|OG\b|Stufe|Phase|Fassung|Nachtrag|Jahrhundert|Klasse|Platz|Bürgermeister|Grundschule|Oberschule|Mittelschule|und \d|bis \d)/u;

/** More than two markers before a text are none: "1. a) - …" is the longest seen. */
const MOST_MARKERS = 3;

/** Reads a piece's beginning. */
export function openingOf(text: string): Opening {
  const markers: Marker[] = [];
  let quoteAt: number | null = null;
  let at = 0;
  for (;;) {
    const rest = text.slice(at, at + LONGEST);
    const quote = quoteAt === null ? QUOTE.exec(rest)?.[0] : undefined;
    if (quote !== undefined) {
      quoteAt = at;
      at += quote.length;
    } else {
      const marker = markers.length < MOST_MARKERS ? markerAt(rest, at) : null;
      if (marker === null) return { markers, quoteAt, textStart: at };
      markers.push(marker);
      at = marker.end;
    }
    while (/\s/u.test(text.charAt(at))) at += 1;
  }
}

/** A marker is looked for within so many characters. */
const LONGEST = 30;

function markerAt(rest: string, offset: number): Marker | null {
  if (ORDINAL.test(rest)) return null;
  for (const [kind, pattern] of PATTERNS) {
    const match = pattern.exec(rest);
    const marker = match === null ? null : markerFrom(kind, match, offset);
    if (marker !== null) return marker;
  }
  return null;
}

function markerFrom(kind: MarkerKind, match: RegExpExecArray, offset: number): Marker | null {
  const printed = (match[1] ?? "").replaceAll(" ", "");
  const start = offset + match[0].indexOf(match[1] ?? "");
  const whole = { start, end: offset + match[0].length };
  if (kind === "bullet") return { kind, ordinal: 0, printed: "-", suffix: "", cost: 0, ...whole };
  const strokes = kind === "roman" ? printed.replace(/[l1|]/g, "I") : printed;
  const roman = ROMAN.indexOf(strokes) + 1;
  const isPlain = strokes === printed;
  if (kind === "roman" && !isPlain && !/[IVX]/.test(printed)) return null;
  if (roman > 0 && kind !== "capital")
    return { kind, ordinal: roman, printed: strokes, suffix: "", cost: isPlain ? 0 : 1, ...whole };
  if (/^[a-zA-H]$/.test(printed) && kind !== "number") {
    return { kind, ordinal: printed.toLowerCase().charCodeAt(0) - 96, printed, suffix: "", cost: 0, ...whole };
  }
  const plain = /^(\d+)([a-z]?)$/.exec(printed);
  const signs = plain === null ? figuresOf(printed) : { figures: plain[1] as string, cost: 0 };
  if (signs === null || Number(signs.figures) === 0) return null;
  const suffix = plain?.[2] ?? "";
  const stop = match[0].slice(match[0].indexOf(match[1] ?? "") + (match[1] ?? "").length).trim();
  const spoilt = /^[,;]/.test(stop) ? 1 : 0;
  return {
    kind,
    ordinal: Number(signs.figures),
    printed: signs.figures + suffix,
    suffix,
    cost: signs.cost + spoilt,
    ...whole,
  };
}
