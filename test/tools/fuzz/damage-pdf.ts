import { deflateSync, inflateSync } from "node:zlib";
import { pick, type Random } from "../print/random.ts";

/** A way to damage a file. */
type Damage = (bytes: Buffer, random: Random) => Buffer;

/** Bytes that a range has at most. */
const LONGEST = 400;

/** What stands in the place of a number: sizes, counts and references that lead far away. */
const NUMBERS = ["0", "-1", "1", "65536", "2147483647", "4294967296", "1e9", "0.0000001", "99999999999999"];

/** Words of the language of PDF, put where they do not belong. */
const WORDS = ["endobj", "stream\n", "endstream", ">>", "<<", "[", "]", "(", "/Filter /JBIG2Decode", "/Kids [1 0 R]"];

const FILTERS = ["/FlateDecode", "/DCTDecode", "/JBIG2Decode", "/CCITTFaxDecode", "/JPXDecode", "/LZWDecode"];

const STREAM = /stream\r?\n([\s\S]*?)\r?\nendstream/gu;

const DAMAGES: readonly Damage[] = [
  (bytes, random) => {
    for (let flips = 1 + below(random, 20); flips > 0; flips--) bytes[below(random, bytes.length)] = below(random, 256);
    return bytes;
  },
  (bytes, random) => bytes.subarray(0, 1 + below(random, bytes.length)),
  (bytes, random) => {
    const [from, to] = range(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, random) => {
    const [from, to] = range(bytes, random);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  (bytes, random) => {
    const at = below(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(` ${pick(random, WORDS)} `), bytes.subarray(at)]);
  },
  (bytes, random) => replaceOne(bytes, random, /(?<=[ [/])\d+(?=[ \]\n/])/gu, () => pick(random, NUMBERS)),
  (bytes, random) => replaceOne(bytes, random, /\d+ 0 R/gu, () => `${below(random, 12)} 0 R`),
  (bytes, random) => replaceOne(bytes, random, /\/[A-Z0-9]+Decode/giu, () => pick(random, FILTERS)),
  (bytes, random) => replaceOne(bytes, random, STREAM, (found) => within(found, random)),
];

/** Bytes with one to four damages. */
export function damaged(bytes: Uint8Array, random: Random): Buffer {
  let result: Buffer = Buffer.from(bytes);
  for (let times = 1 + below(random, 4); times > 0 && result.length > 1; times--) {
    result = pick(random, DAMAGES)(Buffer.from(result), random);
  }
  return result;
}

/** A packed stream damaged inside: what unpacks well, and says what nobody wrote. */
function within(stream: string, random: Random): string {
  const start = stream.indexOf("\n") + 1;
  const end = stream.lastIndexOf("endstream") - 1;
  try {
    const plain = inflateSync(Buffer.from(stream.slice(start, end), "latin1"), { maxOutputLength: 10_000_000 });
    const inner = pick(random, DAMAGES.slice(0, 6))(plain, random);
    return stream.slice(0, start) + deflateSync(inner).toString("latin1") + stream.slice(end);
  } catch {
    return stream.slice(0, start) + stream.slice(end);
  }
}

function replaceOne(bytes: Buffer, random: Random, pattern: RegExp, by: (found: string) => string): Buffer {
  const text = bytes.toString("latin1");
  const all = [...text.matchAll(pattern)];
  if (all.length === 0) return bytes;
  const { index, 0: found } = pick(random, all);
  return Buffer.from(text.slice(0, index) + by(found) + text.slice(index + found.length), "latin1");
}

function range(bytes: Buffer, random: Random): readonly [number, number] {
  const from = below(random, bytes.length);
  return [from, Math.min(bytes.length, from + 1 + below(random, LONGEST))];
}

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}
