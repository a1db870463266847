import { createHash } from "node:crypto";
import { join } from "node:path";

/** One memo of an archive: the file it stands in, by content, and which of its memos it is. */
export interface MemoKey {
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  /** 1-based; null where the file holds one memo only. */
  readonly memo: number | null;
}

/** Rooms of an archive with a folder for each first byte of a hash, so that no folder grows beyond what shares list fast. */
type ShardedRoom = "records" | "sources" | "reviews" | "machine";

/**
 * Where everything stands in an archive folder. Records, reviews, sources, failures and words are the truth;
 * the indexes are made from these, and can be made again.
 */
export class ArchivePaths {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** The current revision of a memo's record. */
  record(key: MemoKey): string {
    return this.#sharded("records", key.sha256, `${nameOf(key)}.json`);
  }

  /** What the machine made of a memo that a person has revised. */
  machineRecord(key: MemoKey): string {
    return this.#sharded("machine", key.sha256, `${nameOf(key)}.json`);
  }

  /** What persons did to a memo's record, a line each, only ever added to. */
  reviews(key: MemoKey): string {
    return this.#sharded("reviews", key.sha256, `${nameOf(key)}.ndjson`);
  }

  /** What is known of a file: its names, and what became of it. */
  source(sha256: string): string {
    return this.#sharded("sources", sha256, `${sha256}.json`);
  }

  /** Why a content gave no record. */
  failure(sha256: string): string {
    return join(this.failures, `${sha256}.json`);
  }

  /** Why a file could not even be read: it is known by its path only. */
  pathFailure(path: string): string {
    return this.failure(sha256OfText(path));
  }

  /** The folder with all of a room, or one shard of it. */
  room(room: ShardedRoom, shard = ""): string {
    return join(this.root, room, shard);
  }

  get failures(): string {
    return join(this.root, "failures");
  }

  /** The archive's own words and names, one a line. */
  get words(): string {
    return join(this.root, "words.txt");
  }

  /** Says that each record has its hash. */
  get sealed(): string {
    return join(this.root, "sealed.json");
  }

  /** A record that somebody else changed, put aside when this program wrote another. */
  changed(key: MemoKey, hash: string): string {
    return join(this.changedRecords, `${nameOf(key)}.${hash.slice(0, 12)}.json`);
  }

  get changedRecords(): string {
    return join(this.root, "changed");
  }

  get recordsIndex(): string {
    return join(this.root, "records.ndjson");
  }

  get csvIndex(): string {
    return join(this.root, "index.csv");
  }

  get failureIndex(): string {
    return join(this.root, "failures.csv");
  }

  get lock(): string {
    return join(this.root, "lock");
  }

  #sharded(room: ShardedRoom, sha256: string, name: string): string {
    return join(this.room(room, sha256.slice(0, 2)), name);
  }
}

/** The keys of a file's memos, in the order they stand in it. */
export function memoKeysOf(sha256: string, count: number): MemoKey[] {
  if (count === 1) return [{ sha256, memo: null }];
  return Array.from({ length: count }, (_, index) => ({ sha256, memo: index + 1 }));
}

/** The key in a file's name "<sha256>[.n].json" or ".ndjson"; null for any other name. */
export function memoKeyOf(name: string): MemoKey | null {
  const match = /^([0-9a-f]{64})(?:\.([1-9]\d*))?\.(?:nd)?json$/u.exec(name);
  if (match?.[1] === undefined) return null;
  return { sha256: match[1], memo: match[2] === undefined ? null : Number(match[2]) };
}

/** The key as text: "<sha256>" or "<sha256>.2". */
export function nameOf({ sha256, memo }: MemoKey): string {
  return memo === null ? sha256 : `${sha256}.${memo}`;
}

/** In the order in which indexes and listings give memos. */
export function compareKeys(a: MemoKey, b: MemoKey): number {
  if (a.sha256 !== b.sha256) return a.sha256 < b.sha256 ? -1 : 1;
  return (a.memo ?? 0) - (b.memo ?? 0);
}

export function sha256OfText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
