/** A PDF value. Strings are Latin-1; a stream is its dictionary and where its bytes begin. */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfOperator
  | PdfStream
  | PdfArray
  | PdfDict;

export class PdfName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export class PdfString {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export class PdfRef {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

/** A bare word: an operator in a content stream, "obj" or "endobj" in a file. */
export class PdfOperator {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}

export class PdfStream {
  readonly dict: PdfDict;
  readonly start: number;
  constructor(dict: PdfDict, start: number) {
    this.dict = dict;
    this.start = start;
  }
}

export type PdfArray = readonly PdfValue[];
export type PdfDict = ReadonlyMap<string, PdfValue>;

export function isDict(value: PdfValue | undefined): value is PdfDict {
  return value instanceof Map;
}

export function isArray(value: PdfValue | undefined): value is PdfArray {
  return Array.isArray(value);
}

/** Dictionaries and arrays within each other: more than this is an attack. */
const MAX_DEPTH = 40;

const WHITE = " \t\n\f\r\0";
const DELIMITERS = "()<>[]{}/%";

/** The bytes are no PDF syntax. */
export class PdfSyntaxError extends Error {
  override readonly name = "PdfSyntaxError";
}

/** Reads values from text in which each character is a byte (Latin-1). */
export class PdfReader {
  readonly #text: string;
  position: number;

  constructor(text: string, position = 0) {
    this.#text = text;
    this.position = position;
  }

  get isAtEnd(): boolean {
    this.#skipWhite();
    return this.position >= this.#text.length;
  }

  /** @throws PdfSyntaxError */
  value(depth = 0): PdfValue {
    if (depth > MAX_DEPTH) throw new PdfSyntaxError("nested too deep");
    this.#skipWhite();
    const text = this.#text;
    const char = text[this.position];
    if (char === undefined) throw new PdfSyntaxError("unexpected end");
    if (char === "/") return this.#name();
    if (char === "(") return this.#literalString();
    if (text.startsWith("<<", this.position)) return this.#dictOrStream(depth);
    if (char === "<") return this.#hexString();
    if (char === "[") return this.#array(depth);
    return this.#numberRefOrWord();
  }

  #skipWhite(): void {
    const text = this.#text;
    for (;;) {
      while (WHITE.includes(text[this.position] ?? "x")) this.position++;
      if (text[this.position] !== "%") return;
      while (this.position < text.length && !"\r\n".includes(text[this.position] ?? "")) this.position++;
    }
  }

  #word(): string {
    const start = this.position;
    while (this.position < this.#text.length) {
      const char = this.#text[this.position] ?? " ";
      if (WHITE.includes(char) || DELIMITERS.includes(char)) break;
      this.position++;
    }
    return this.#text.slice(start, this.position);
  }

  #name(): PdfName {
    this.position++;
    const name = this.#word();
    return new PdfName(
      name.replace(/#([0-9a-fA-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  }

  #numberRefOrWord(): PdfValue {
    const word = this.#word();
    if (word === "") throw new PdfSyntaxError(`unexpected ${this.#text[this.position]}`);
    if (/^\d{1,10}$/u.test(word)) return this.#reference(Number(word)) ?? Number(word);
    if (/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/u.test(word)) return Number(word);
    if (word === "true" || word === "false") return word === "true";
    return word === "null" ? null : new PdfOperator(word);
  }

  /** "12 0 R" after its first number; null where only a number stands. */
  #reference(number: number): PdfRef | null {
    REFERENCE_TAIL.lastIndex = this.position;
    if (!REFERENCE_TAIL.test(this.#text)) return null;
    this.position = REFERENCE_TAIL.lastIndex;
    return new PdfRef(number);
  }

  #array(depth: number): PdfArray {
    this.position++;
    const values: PdfValue[] = [];
    for (;;) {
      this.#skipWhite();
      if (this.#text[this.position] === "]") break;
      values.push(this.value(depth + 1));
    }
    this.position++;
    return values;
  }

  #dictOrStream(depth: number): PdfDict | PdfStream {
    this.position += 2;
    const dict = new Map<string, PdfValue>();
    for (;;) {
      this.#skipWhite();
      if (this.#text.startsWith(">>", this.position)) break;
      const key = this.value(depth + 1);
      if (!(key instanceof PdfName)) throw new PdfSyntaxError("a key is no name");
      dict.set(key.name, this.value(depth + 1));
    }
    this.position += 2;
    STREAM_START.lastIndex = this.position;
    return STREAM_START.test(this.#text) ? new PdfStream(dict, STREAM_START.lastIndex) : dict;
  }

  #hexString(): PdfString {
    const end = this.#text.indexOf(">", this.position);
    if (end < 0) throw new PdfSyntaxError("unclosed string");
    const digits = this.#text.slice(this.position + 1, end).replace(/[^0-9a-fA-F]/gu, "");
    this.position = end + 1;
    return new PdfString(Buffer.from(digits, "hex").toString("latin1"));
  }

  #literalString(): PdfString {
    const start = ++this.position;
    for (let open = 1; open > 0; this.position++) {
      const char = this.#text[this.position];
      if (char === undefined) throw new PdfSyntaxError("unclosed string");
      if (char === "\\") this.position++;
      else if (char === "(") open++;
      else if (char === ")") open--;
    }
    return new PdfString(unescaped(this.#text.slice(start, this.position - 1)));
  }
}

function unescaped(literal: string): string {
  return literal.replace(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/gu, (_, octal: string | undefined, char: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
    return ESCAPED[char] ?? char;
  });
}

/** What a sign after a backslash stands for, unless itself; a line's end is passed over. */
const ESCAPED: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  "\n": "",
  "\r": "",
  "\r\n": "",
};

const REFERENCE_TAIL = /[ \t\n\f\r\0]{1,8}\d{1,5}[ \t\n\f\r\0]{1,8}R(?![^ \t\n\f\r\0()<>[\]{}/%])/uy;
const STREAM_START = /[ \t\n\f\r\0]{0,8}stream(?:\r\n|\n)/uy;
