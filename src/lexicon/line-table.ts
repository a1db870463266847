const NEWLINE = "\n".charCodeAt(0);
const TAB = "\t".charCodeAt(0);
const MINUS = "-".charCodeAt(0);
const POINT = ".".charCodeAt(0);
const ZERO = "0".charCodeAt(0);
/** Slots for each line at least: with so many free a look-up that finds nothing soon ends. */
const SLOTS_A_LINE = 1.5;
/** What a slot holds that is free. */
const FREE = -1;
const NONE: readonly string[] = [];

/**
 * A text of lines, each a key, a separator and a value, asked by key as it stands in memory: a line is taken apart only
 * when it is asked for, so that a table of a hundred thousand lines is there at once and holds no object for each.
 */
export class LineTable {
  readonly #bytes: Buffer;
  readonly #separator: number;
  readonly #slots: Int32Array;

  /**
   * @param bytes UTF-8 text; blank lines and those that a tab begins are no entries, but where tabs separate; keys with signs beyond the basic plane are not found
   * @param separator one ASCII sign; of a line without one all is key, and the value ""
   * @param slots of `slotsFor` the same text
   */
  constructor(bytes: Buffer, separator: string, slots: Int32Array = slotsFor(bytes, separator)) {
    this.#bytes = bytes;
    this.#separator = separator.charCodeAt(0);
    this.#slots = slots;
  }

  has(key: string): boolean {
    return this.#slotOf(key) !== FREE;
  }

  /** The value of the first line that has a key. */
  get(key: string): string | undefined {
    const slot = this.#slotOf(key);
    return slot === FREE ? undefined : this.#valueAt(slot, key);
  }

  /** The value of the first line that has a key, as the decimal number that it is: "12", "-0.31". */
  number(key: string): number | undefined {
    const slot = this.#slotOf(key);
    return slot === FREE ? undefined : this.#numberAt(this.#keyEnd(this.#slots[slot] as number, key) + 1);
  }

  /** The values of all lines that have a key, in their order. */
  all(key: string): readonly string[] {
    const values: string[] = [];
    for (let slot = this.#slotOf(key); slot !== FREE; slot = this.#slotOf(key, this.#after(slot))) {
      values.push(this.#valueAt(slot, key));
    }
    return values.length === 0 ? NONE : values;
  }

  /** All lines as they stand. */
  get text(): string {
    return this.#bytes.toString("utf8");
  }

  /** The slot of a line with a key, sought from where its hash leads or from another one on; `FREE` where there is none. */
  #slotOf(key: string, from: number = hashOf(key, key.length) & (this.#slots.length - 1)): number {
    for (let slot = from; ; slot = this.#after(slot)) {
      const line = this.#slots[slot] as number;
      if (line === FREE) return FREE;
      if (this.#keyEnd(line, key) >= 0) return slot;
    }
  }

  #after(slot: number): number {
    return (slot + 1) & (this.#slots.length - 1);
  }

  #valueAt(slot: number, key: string): string {
    const start = this.#keyEnd(this.#slots[slot] as number, key) + 1;
    if (start > this.#bytes.length || this.#bytes[start - 1] === NEWLINE) return "";
    const end = this.#bytes.indexOf(NEWLINE, start);
    return this.#bytes.toString("utf8", start, end < 0 ? this.#bytes.length : end);
  }

  /** Read off the bytes, as it is asked for a thousand times a letter. A quotient of such numbers is as exact as a literal. */
  #numberAt(start: number): number {
    const isNegative = this.#bytes[start] === MINUS;
    let digits = 0;
    let unit = 0;
    for (let at = isNegative ? start + 1 : start; at < this.#bytes.length && this.#bytes[at] !== NEWLINE; at++) {
      if (this.#bytes[at] === POINT) {
        unit = 1;
        continue;
      }
      digits = digits * 10 + (this.#bytes[at] as number) - ZERO;
      unit *= 10;
    }
    const size = unit === 0 ? digits : digits / unit;
    return isNegative ? -size : size;
  }

  /** Where the key of a line ends, in bytes; negative if it is another key. */
  #keyEnd(line: number, key: string): number {
    const bytes = this.#bytes;
    let at = line;
    for (let index = 0; index < key.length; index++) {
      const sign = key.charCodeAt(index);
      if (sign < 0x80) {
        if (bytes[at++] !== sign) return -1;
      } else if (sign < 0x800) {
        if (bytes[at++] !== (0xc0 | (sign >> 6)) || bytes[at++] !== (0x80 | (sign & 0x3f))) return -1;
      } else {
        if (bytes[at++] !== (0xe0 | (sign >> 12)) || bytes[at++] !== (0x80 | ((sign >> 6) & 0x3f))) return -1;
        if (bytes[at++] !== (0x80 | (sign & 0x3f))) return -1;
      }
    }
    return at >= bytes.length || bytes[at] === this.#separator || bytes[at] === NEWLINE ? at : -1;
  }
}

/**
 * Where the lines of a text begin, in bytes, each in the slot that the hash of its key leads to, or in the next free
 * one after it; -1 in slots that are free. The same text gives the same slots.
 */
export function slotsFor(bytes: Uint8Array, separator: string): Int32Array {
  const end = separator.charCodeAt(0);
  let lines = 1;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines++;
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(lines * SLOTS_A_LINE))).fill(FREE);
  let next = 0;
  for (let line = 0; line < bytes.length; line = next) {
    let at = line;
    while (at < bytes.length && bytes[at] !== end && bytes[at] !== NEWLINE) at++;
    const keyEnd = at;
    while (at < bytes.length && bytes[at] !== NEWLINE) at++;
    next = at + 1;
    if (at === line || (bytes[line] === TAB && end !== TAB)) continue;
    let slot = hashOfBytes(bytes, line, keyEnd) & (slots.length - 1);
    while (slots[slot] !== FREE) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = line;
  }
  return slots;
}

/** FNV-1a, over the bytes of UTF-8. */
const HASH_START = 0x811c9dc5 | 0;

function mixed(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

/** Lets the high bits count in the low ones, which alone are used. */
function settled(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** The hash of a stretch of UTF-8. */
export function hashOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = HASH_START;
  for (let at = start; at < end; at++) hash = mixed(hash, bytes[at] as number);
  return settled(hash);
}

/** As `hashOfBytes`, of the first `length` UTF-16 units of a text. */
export function hashOf(text: string, length: number): number {
  let hash = HASH_START;
  for (let index = 0; index < length; index++) {
    const sign = text.charCodeAt(index);
    if (sign < 0x80) hash = mixed(hash, sign);
    else if (sign < 0x800) hash = mixed(mixed(hash, 0xc0 | (sign >> 6)), 0x80 | (sign & 0x3f));
    else {
      hash = mixed(mixed(hash, 0xe0 | (sign >> 12)), 0x80 | ((sign >> 6) & 0x3f));
      hash = mixed(hash, 0x80 | (sign & 0x3f));
    }
  }
  return settled(hash);
}
