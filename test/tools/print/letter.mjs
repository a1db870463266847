// @ts-check
/**
 * A letter as the fixtures keep it (fixtures/<case>/letter.json): what is true of the memo, how it was printed,
 * and what a scanner made of its date stamp. Everything else in the case folder is made from it.
 *
 * @typedef {import("../../../src/model/record.ts").Memo} Memo
 *
 * @typedef {"heading" | "subject" | "plain" | "label" | "lead" | "clause" | "quote"} Style
 *   how one entry of the body is set; see STYLES in body.mjs
 *
 * @typedef {object} Print
 * @property {"Helvetica" | "Times"} font
 * @property {number} [size] body size in points, 10.5 by default
 * @property {boolean} [justified] set flush on both sides
 * @property {boolean} [title] false: the old head, without "Hausmitteilung"
 * @property {string[]} recipient address lines, printed as given
 * @property {string[]} office sender lines below the authority, printed as given
 * @property {{ stamp: string } | { typed: string }} date rubber stamp or typed, as printed
 * @property {Partial<Record<Style, string>>[]} body entries in printed order, each with one style;
 *   "{subject}" and other fields of the memo are filled in, as are "{0.lead}" (leadIn of the first item),
 *   "{0.1}" (its second clause) and "{0}" (its response)
 * @property {boolean} [upright] clauses upright rather than italic
 * @property {boolean} [inline] a clause's number stands in its first line rather than hanging before it
 * @property {boolean} [deputy] "in Vertretung" above the first signature
 * @property {string[]} [arrival] lines of an incoming stamp over the head
 * @property {"dashes" | "count"} [pageMark] "- 2 -" on top, or "Seite 1 von 2" at the foot (the default)
 * @property {{ title: string, rows: string[][] }} [annex] a page of its own after the letter
 *
 * @typedef {object} Letter
 * @property {Memo} memo
 * @property {string[]} [unscored] JSON Pointers of what can't be told from the paper
 * @property {("memo.pdf" | "scan.pdf" | "memo.txt")[]} makes which files are made for the case
 * @property {Print} print
 * @property {Scanner} [scanner]
 *
 * @typedef {object} Scanner what a scanner's own OCR made of it, for memo.txt
 * @property {string} [stamp] the date as read
 * @property {HeadPart[]} [head] the order in which the parts of the head were read
 * @property {"columns" | "rows"} [signatures] whether columns of signatures were read one by one (default) or across
 *
 * @typedef {"title" | "box" | "logo" | "arrival" | "authority" | "recipient" | "reference" | "date"} HeadPart
 */

/**
 * Fills the placeholders of a body entry from the memo.
 * @param {string} template
 * @param {Memo} memo
 * @returns {string}
 * @throws {Error} if a placeholder names nothing
 */
export function fill(template, memo) {
  return template.replace(/\{([a-zA-Z]+|\d+)(?:\.(\w+))?\}/g, (placeholder, name, part) => {
    const value = /^\d+$/.test(name) ? itemText(memo, Number(name), part) : Reflect.get(memo, name);
    if (typeof value !== "string") throw new Error(`${placeholder} names no text of the memo`);
    return value;
  });
}

/**
 * @param {Memo} memo
 * @param {number} index
 * @param {string | undefined} part
 */
function itemText(memo, index, part) {
  const item = memo.items[index];
  if (part === undefined) return item?.response;
  if (part === "lead") return item?.leadIn;
  return item?.clauses[Number(part)]?.text;
}
