import { closeSync, openSync, readSync } from "node:fs";
import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import { readUnchecked } from "../../archive/indexes.ts";
import { listMemos } from "../../archive/listing.ts";
import { type ArchivePaths, type MemoKey, nameOf } from "../../archive/paths.ts";
import { writeFileAtomically } from "../../archive/write-file-atomically.ts";
import { errorCode } from "../../model/error-code.ts";
import { type Letter, letterOf, papersOf } from "../../register/letter.ts";

/** Raised when what is kept of a letter changes: older caches are then made anew. */
const CACHE_VERSION = "hausmitteilung-register-1";

/** Records that are looked at, or read, at once. */
const AT_ONCE = 64;

/** What is known of a letter without reading it. */
interface CachedLetter {
  readonly key: string;
  /** The record file's size and time of change: what tells that it is the one that was read. */
  readonly stamp: string;
  readonly date: string | null;
  readonly papers: readonly string[];
  /** Where the letter's JSON stands in the cache, in bytes. */
  readonly offset: number;
  readonly length: number;
}

/**
 * What the register needs of an archive's records, in one file beside them: read again only where a record changed,
 * and letter by letter, so that an archive of any size fits into memory.
 */
export class LetterCache {
  readonly #letters: readonly CachedLetter[];
  readonly #byPaper = new Map<string, CachedLetter[]>();
  readonly #file: number;

  private constructor(letters: readonly CachedLetter[], file: number) {
    this.#letters = letters;
    this.#file = file;
    for (const letter of letters) {
      for (const paper of letter.papers) {
        const group = this.#byPaper.get(paper);
        if (group === undefined) this.#byPaper.set(paper, [letter]);
        else group.push(letter);
      }
    }
  }

  /**
   * The cache of an archive, brought up to date.
   * @throws ArchiveDamaged; the file system's error; AbortError when interrupted
   */
  static async open(paths: ArchivePaths, interrupted: AbortSignal): Promise<LetterCache> {
    const path = join(paths.root, "register", "letters.cache");
    const before = await readCache(path);
    let isSame = true;
    let count = 0;
    for await (const { key, stamp } of stampedMemos(paths, interrupted)) {
      count += 1;
      isSame &&= before.get(nameOf(key))?.stamp === stamp;
    }
    if (!isSame || count !== before.size) await writeFileAtomically(path, linesOf(paths, path, before, interrupted));
    const letters = isSame && count === before.size ? before : await readCache(path);
    return new LetterCache([...letters.values()], openSync(path, "r"));
  }

  close(): void {
    closeSync(this.#file);
  }

  /** All papers, in their order. */
  papers(): string[] {
    return [...this.#byPaper.keys()].sort();
  }

  lettersOn(paper: string): Letter[] {
    return (this.#byPaper.get(paper) ?? []).map((letter) => this.#read(letter));
  }

  soloLettersOn(paper: string): Letter[] {
    const solo = (this.#byPaper.get(paper) ?? []).filter(({ papers }) => papers.length === 1);
    return solo.map((letter) => this.#read(letter));
  }

  withoutPaper(): Letter[] {
    return this.#letters.filter(({ papers }) => papers.length === 0).map((letter) => this.#read(letter));
  }

  #read({ offset, length }: CachedLetter): Letter {
    const bytes = Buffer.allocUnsafe(length);
    readSync(this.#file, bytes, 0, length, offset);
    return JSON.parse(bytes.toString("utf8")) as Letter;
  }
}

interface StampedMemo {
  readonly key: MemoKey;
  readonly stamp: string;
}

/** Every memo with its record's stamp, in the archive's order. */
async function* stampedMemos(paths: ArchivePaths, interrupted: AbortSignal): AsyncGenerator<StampedMemo> {
  yield* inBatches(listMemos(paths), interrupted, async (key) => {
    const { size, mtimeMs } = await stat(paths.record(key));
    return { key, stamp: `${size}-${mtimeMs}` };
  });
}

/** The cache's lines: "key⇥stamp⇥date⇥papers⇥letter", the letter copied where its record is the same as before. */
async function* linesOf(
  paths: ArchivePaths,
  path: string,
  before: ReadonlyMap<string, CachedLetter>,
  interrupted: AbortSignal,
): AsyncGenerator<string> {
  const old = before.size === 0 ? null : await open(path, "r");
  try {
    yield `${CACHE_VERSION}\n`;
    yield* inBatches(stampedMemos(paths, interrupted), interrupted, async ({ key, stamp }) => {
      const known = before.get(nameOf(key));
      if (old === null || known?.stamp !== stamp) {
        const letter = letterOf(await readUnchecked(paths.record(key)), nameOf(key));
        return lineOf({ key: nameOf(key), stamp, date: letter.date, papers: papersOf(letter) }, JSON.stringify(letter));
      }
      const { buffer } = await old.read(Buffer.allocUnsafe(known.length), 0, known.length, known.offset);
      return lineOf(known, buffer.toString("utf8"));
    });
  } finally {
    await old?.close();
  }
}

function lineOf({ key, stamp, date, papers }: Omit<CachedLetter, "offset" | "length">, letter: string): string {
  return `${key}\t${stamp}\t${date ?? ""}\t${JSON.stringify(papers)}\t${letter}\n`;
}

/** What the cache holds, by key; nothing where there is none, or where it is another version's. */
async function readCache(path: string): Promise<Map<string, CachedLetter>> {
  const letters = new Map<string, CachedLetter>();
  let offset = 0;
  for await (const line of linesIn(path)) {
    if (offset === 0 && line.toString("utf8") !== CACHE_VERSION) return letters;
    const letter = offset === 0 ? null : cachedLetter(line, offset);
    if (letter !== null) letters.set(letter.key, letter);
    offset += line.length + 1;
  }
  return letters;
}

const TAB = 9;
const LINE_END = 10;

function cachedLetter(line: Buffer, offset: number): CachedLetter | null {
  const tabs: number[] = [];
  for (let at = line.indexOf(TAB); at !== -1 && tabs.length < 4; at = line.indexOf(TAB, at + 1)) tabs.push(at);
  const start = (tabs[3] ?? line.length) + 1;
  const [key, stamp, date, papers] = line.toString("utf8", 0, start - 1).split("\t");
  const named = papers === undefined ? null : papersIn(papers);
  if (key === undefined || stamp === undefined || named === null) return null;
  const known = { key, stamp, date: date === "" || date === undefined ? null : date, offset: offset + start };
  return { ...known, papers: named, length: line.length - start };
}

/** null where a line is damaged: its record is then read again. */
function papersIn(json: string): string[] | null {
  try {
    const papers: unknown = JSON.parse(json);
    return Array.isArray(papers) ? papers.map(String) : null;
  } catch {
    return null;
  }
}

/** A file's lines as bytes, without their ends; none where there is no file. */
async function* linesIn(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of chunksOf(path)) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end !== -1; end = chunk.indexOf(LINE_END, start)) {
      yield Buffer.concat([...rest, chunk.subarray(start, end)]);
      rest = [];
      start = end + 1;
    }
    rest.push(chunk.subarray(start));
  }
}

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  try {
    const file = await open(path, "r");
    try {
      for await (const chunk of file.createReadStream({ highWaterMark: 1024 * 1024, autoClose: false })) {
        yield chunk as Buffer;
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    if (errorCode(error) !== "ENOENT" && errorCode(error) !== "ENOTDIR") throw error;
  }
}

/** Does some work on many things, a batch at a time, and hands out what came of each in their order. */
async function* inBatches<T, R>(
  all: AsyncIterable<T>,
  interrupted: AbortSignal,
  work: (one: T) => Promise<R>,
): AsyncGenerator<R> {
  let batch: T[] = [];
  for await (const one of all) {
    interrupted.throwIfAborted();
    batch.push(one);
    if (batch.length < AT_ONCE) continue;
    yield* await Promise.all(batch.map(work));
    batch = [];
  }
  yield* await Promise.all(batch.map(work));
}
