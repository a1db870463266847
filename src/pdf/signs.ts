/** What signs of symbol fonts are read as: by their look, not by which of many like signs they are. */
const BULLET = "•";
const BOX = "☐";
const TICKED = "☑";
const CROSSED = "☒";
const TICK = "✓";
const CROSS = "✗";
const ARROW = "→";
const BACK = "←";
const DASH = "–";

/** From codes of a font to what they show. */
export type SignTable = ReadonlyMap<number, string>;

/** @param entries a sign and the codes that show it, as hexadecimal numbers */
function table(entries: Readonly<Record<string, string>>): SignTable {
  return new Map(
    Object.entries(entries).flatMap(([sign, codes]) =>
      codes.split(" ").map((code) => [Number.parseInt(code, 16), sign]),
    ),
  );
}

/** Codes of the fonts that Windows and Word bring; from the fonts' own charts. */
const WINGDINGS = table({
  [BULLET]: "6c 6e 73 74 75 76 77 9e 9f a7 ae b2 a4 6d",
  [BOX]: "6f 70 71 72 a1 a8",
  [TICKED]: "fe",
  [CROSSED]: "78 fd",
  [TICK]: "fc",
  [CROSS]: "fb",
  [ARROW]: "46 d8 dc e0 e8 f0",
  [BACK]: "45 d7 df e7 ef",
});

const WINGDINGS_2 = table({
  [BULLET]: "95 96 97 98 99 9a a0 a1 a2",
  [BOX]: "2a 30 a3 a4",
  [TICKED]: "52",
  [CROSSED]: "51 53 54",
  [TICK]: "50",
  [CROSS]: "4f",
});

const WEBDINGS = table({
  [BULLET]: "3d 67 6e",
  [BOX]: "63",
  [TICK]: "61",
  [CROSS]: "72",
  [ARROW]: "34 38",
  [BACK]: "33 37",
});

const SYMBOL = table({
  [BULLET]: "b7 a8",
  [ARROW]: "ae de",
  [BACK]: "ac dc",
  [DASH]: "2d be",
});

const FONTS: readonly (readonly [RegExp, SignTable])[] = [
  [/wingdings\s?[-_]?2/iu, WINGDINGS_2],
  [/wingdings/iu, WINGDINGS],
  [/webdings/iu, WEBDINGS],
  [/symbol/iu, SYMBOL],
];

/** Where Windows puts the 256 codes of a symbol font. */
const SYMBOL_AREA = 0xf000;

/** The arrows, the first of Unicode's signs. */
const FIRST_SIGN = 0x2190;

/** Bullets, boxes, ticks and arrows of fonts that say so themselves; letters of symbol fonts are none. */
const LIKE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    [BULLET]: "●■▪◆❖⬥❑❒◼⚫⬛▶►‣∙",
    [BOX]: "□◻◽⬜▢❏❐",
    [TICKED]: "🗹",
    [CROSSED]: "🗷⊠",
    [TICK]: "✔",
    [CROSS]: "✘",
    [ARROW]: "➔➜➢➤➙➝➞➡⇒⇨",
    [BACK]: "⇐⇦⬅",
  }).flatMap(([sign, like]) => [...like].map((other) => [other, sign] as const)),
);

/**
 * The signs of a symbol font; null for a font of letters.
 * @param fontName as the file says, with or without the mark of a subset
 */
export function signsOfFont(fontName: string): SignTable | null {
  return FONTS.find(([name]) => name.test(fontName))?.[1] ?? null;
}

/** Whether a glyph may show a sign, told quickly: letters of a font of letters do not. */
export function mayBeSign(text: string, signs: SignTable | null): boolean {
  return signs !== null || text.charCodeAt(0) >= FIRST_SIGN;
}

/**
 * What a glyph shows that may be a sign: a bullet, a box, a tick, an arrow; any other glyph's text as it is.
 * @param text as the font's map to Unicode says
 * @param code of the glyph in its font; 0 to 255 in symbol fonts
 */
export function signOf(text: string, signs: SignTable | null, code: number | undefined): string {
  if (text.length > 2) return text;
  const point = text.codePointAt(0) ?? 0;
  const isPrivate = point >= SYMBOL_AREA && point < SYMBOL_AREA + 256;
  const sign = signs?.get(isPrivate ? point - SYMBOL_AREA : (code ?? point) & 0xff);
  if (sign !== undefined) return sign;
  if (isPrivate) return unknownFontSign(point - SYMBOL_AREA) ?? text;
  return LIKE.get(text) ?? text;
}

/** Codes that show a bullet or an arrow in one symbol font, and nothing much in the others. */
function unknownFontSign(code: number): string | undefined {
  if (code === 0xb7) return BULLET;
  return WINGDINGS.get(code);
}
