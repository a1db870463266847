import { join, resolve } from "node:path";
import { isWholeRecord, type Scorable } from "../evaluate/truth.ts";
import type { RecordSource } from "../model/record.ts";
import type { PictureResult } from "../workers/protocol.ts";
import { holdsContent } from "../workers/read-input.ts";
import type { TaskListener, TaskRunner } from "../workers/worker-pool.ts";

/** Of one memo; its others are to be found in the source. */
const MOST_PICTURES = 3;

/** Pictures do not depend on them. */
const OPTIONS = { source: "auto", correct: true, minConfidence: 0, words: [] } as const;

export interface SourcePicture extends Pick<PictureResult, "jpeg"> {
  /** 1-based. */
  readonly page: number;
}

/**
 * Pictures of a record's pages, for the eyes, from its source: a file of the record's name and sha256 in one of the
 * folders. None where there is no such file, or it shows nothing (plain text).
 */
export async function sourcePictures(
  record: Scorable | null,
  pages: readonly number[],
  folders: readonly string[],
  tools: { readonly runner: TaskRunner; readonly listener: TaskListener },
): Promise<SourcePicture[]> {
  if (record === null || !isWholeRecord(record)) return [];
  const { source } = record;
  const path = await findSource(source, folders);
  if (path === null) return [];
  const numbers = pages.length > 0 ? pages : [source.pages.first];
  const pictures: SourcePicture[] = [];
  for (const page of numbers.filter((number) => number <= source.pages.of).slice(0, MOST_PICTURES)) {
    const task = { path, name: source.file, options: OPTIONS, page, sha256: source.sha256 };
    const picture = await tools.runner.run("picture", task, tools.listener).catch(() => null);
    if (picture !== null) pictures.push({ page, jpeg: picture.jpeg });
  }
  return pictures;
}

/** `source.file` is a base name; one with a path in it is not followed. */
async function findSource({ file, sha256 }: RecordSource, folders: readonly string[]): Promise<string | null> {
  if (/[/\\]/.test(file) || file === "..") return null;
  for (const folder of folders) {
    const path = resolve(join(folder, file));
    if (await holdsContent(path, sha256)) return path;
  }
  return null;
}
