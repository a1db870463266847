/** A mark that begins a point or an entry; offsets in the line's text, half-open. */
export interface Marker {
  readonly kind: "number" | "letter" | "bullet";
  /** "1", "1.2", "2a", "II", "a"; "-" for a bullet. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** How a line begins: quotation marks and markers in any order, then the text. */
export interface LineStart {
  readonly number: Marker | null;
  /** A letter or bullet, alone or after a number: "2. a) …". */
  readonly sub: Marker | null;
  /** Offset of a quotation mark that opens before the text or before one of the markers; null for none. */
  readonly opensAt: number | null;
  /** Where the text begins, after markers and opening mark. */
  readonly textStart: number;
}

const OPENING = /^(?:[„«»“”"]|,,|‚‚?)/u;
/**
 * "1." "1.Der" "2)" "(2)" "2a)" "1.2." "3.1 " "Frage 1:", with the text or a line's end behind it. "II." counts before a
 * quotation and a capital; "I." and "V.", which begin names as well, before a quotation and an article.
 */
const NUMBER =
  /^([IVX]{1,4})\.(?= ?[„"])|^([IVX]{2,4})\.(?=\s+\p{Lu}|$)|^([IVX])\.(?=\s+D(?:er|ie|as|em|en)\s)|^\((\d{1,2})\)(?= |$|[„"])|^(\d{1,2}(?:\.\d{1,2})*) ?(?:\.\)|[.)])(?= |$|[„"])|^(\d{1,2})\.(?=\p{L}{3})|^(\d\.\d{1,2})(?= )|^(\d{1,2}[a-z])\)(?= |$|[„"])|^(?:(?:Beschluss)?[Pp]unkt|Frage|Ziffer) (\d{1,2})(?:\.?:|\.?$)/u;
const LETTER = /^\(?([a-z]{1,2})\.?\)(?= |$|[„"])/u;
/** Bullets, and what OCR writes for one: "e ", "o ", "° ", and before a quotation any small sign: ". „ob". */
const BULLET = /^(?:[•●▪■◦○·∙►*]|[-–—](?= )|[eo°¢®©](?=[ \t][„"\p{L}])|[.,:;'‘’»+](?=\s+„|\t))/u;

/** Reads a line's beginning. */
export function lineStart(text: string): LineStart {
  let at = 0;
  let opensAt: number | null = null;
  let number: Marker | null = null;
  let sub: Marker | null = null;
  for (;;) {
    const rest = text.slice(at);
    const quote = OPENING.exec(rest);
    if (quote !== null && opensAt === null) {
      opensAt = at;
      at += quote[0].length;
    } else {
      const marker: Marker | null = sub === null ? markerAt(rest, at, number === null) : null;
      if (marker === null) return { number, sub, opensAt, textStart: at };
      if (marker.kind === "number") number = marker;
      else sub = marker;
      at = marker.end;
    }
    at += /^\s*/u.exec(text.slice(at))?.[0].length ?? 0;
  }
}

function markerAt(rest: string, at: number, mayBeNumber: boolean): Marker | null {
  const number = mayBeNumber ? NUMBER.exec(rest) : null;
  if (number !== null)
    return marker("number", number.slice(1).find((value) => value !== undefined) ?? "", number[0], at);
  const letter = LETTER.exec(rest);
  if (letter !== null) return marker("letter", letter[1] ?? "", letter[0], at);
  const bullet = BULLET.exec(rest);
  return bullet === null ? null : marker("bullet", "-", bullet[0], at);
}

function marker(kind: Marker["kind"], value: string, whole: string, at: number): Marker {
  return { kind, value, start: at + whole.indexOf(kind === "bullet" ? whole : value), end: at + whole.length };
}

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

/** The integer a number counts as; null for "1.2", which counts within its point. */
export function countOf(marker: Marker | null): number | null {
  if (marker === null || marker.kind !== "number") return null;
  const roman = ROMAN.indexOf(marker.value) + 1;
  if (roman > 0) return roman;
  return /^\d+$/.test(marker.value) ? Number(marker.value) : null;
}

/**
 * Ordinals of running text that look like a point's number at a line's start:
 * "31. Dezember", "2. Quartal", "1. Lesung".
 */
const ORDINAL =
  /^(?:\d{1,2}|[IVX]{1,4})\. ?(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Quartal|Halbjahr|Lesung|Sitzung|Stadtratssitzung|Änderung|Fortschreibung|Etage|Obergeschoss|Bauabschnitt|BA\b|OG\b|Stufe|Phase|Entwurf|Fassung|Nachtrag|Jahrhundert|Klasse|Platz|Rang|Mal\b|Bürgermeister)/u;

export function isOrdinal(text: string): boolean {
  return ORDINAL.test(text);
}

/** Whether a line may be followed by a new point or entry: its sentence, or its part of one, is over. */
export function endsPart(text: string): boolean {
  return /[.,;:?!“”"‘)*]$|(?:^| )(?:und|oder|sowie|bzw\.|beauftragt|gebeten)$/u.test(text);
}
