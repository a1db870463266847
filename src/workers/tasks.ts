import { MemoError } from "../model/failure.ts";
import { identityOf, type ReadDocument, readAllPages } from "../pipeline/document.ts";
import type { OpenFile, Pipeline } from "../pipeline/pipeline.ts";
import type { BegunDocument, FileTask, PageTask, TaskProgress, Tasks } from "./protocol.ts";
import { readInput } from "./read-input.ts";

/** The steps of the pipeline that tasks are made of; tests give some without an engine. */
export type DocumentSteps = Pick<Pipeline, "open" | "understand">;

type OnProgress = (progress: TaskProgress) => void;

/** Born-digital pages take some 10 ms each; if all behind the first turn out to be scans, this many still end in time. */
const MOST_PAGES_IN_ONE_GO = 20;

/**
 * The tasks a child can do. A document stays open until another one comes, as its pages tend to follow.
 * @param onBytes told of a file's bytes before any of them is understood
 */
export function createTasks(steps: DocumentSteps, onBytes: (bytes: Uint8Array) => void = () => {}): Tasks {
  let held: { readonly path: string; readonly document: OpenFile } | null = null;

  async function hold(task: FileTask): Promise<OpenFile> {
    const bytes = await readInput(task.path, task.options.limits?.fileBytes);
    if (task.sha256 !== undefined && task.sha256 !== identityOf(task.name, bytes).sha256) throw changed();
    await held?.document.close();
    held = null;
    onBytes(bytes);
    const document = await steps.open(task.name, bytes, task.options);
    held = { path: task.path, document };
    return document;
  }

  async function heldOrHold(task: PageTask): Promise<OpenFile> {
    const document = held?.path === task.path ? held.document : await hold(task);
    if (document.identity.sha256 === task.sha256) return document;
    throw changed();
  }

  return {
    async open(task, onProgress) {
      onProgress({ stage: "open" });
      return begunOf(await hold(task));
    },

    async begin(task, onProgress) {
      onProgress({ stage: "open" });
      const document = await hold(task);
      if (await isWorthSpreading(document)) return { begun: begunOf(document) };
      const read = await readAll(document, document.pageCount === 1 ? task.threads : 1, onProgress);
      onProgress({ stage: "understand" });
      return { records: await steps.understand(read, task.options) };
    },

    async readPage(task, onProgress) {
      const document = await heldOrHold(task);
      onProgress({ stage: "read", page: task.page, of: document.pageCount });
      return document.readPage(task.page);
    },

    async picture(task, onProgress) {
      const document = await heldOrHold(task);
      onProgress({ stage: "render", page: task.page, of: document.pageCount });
      const picture = await document.picture(task.page);
      if (picture === null) return null;
      const { shownPage } = await import("../pipeline/page-picture.ts");
      const { bytes, width, height } = await shownPage(picture, task.isSharp === true);
      return { jpeg: Buffer.from(bytes).toString("base64"), width, height };
    },

    async finish(task, onProgress) {
      onProgress({ stage: "understand" });
      return steps.understand(task.document, task.options);
    },
  };
}

function changed(): MemoError {
  return new MemoError("file-unreadable", "The file was changed before it was read.");
}

/** Text is read in no time however many pages it has; a single page cannot be spread. */
async function isWorthSpreading(document: OpenFile): Promise<boolean> {
  if (document.mediaType === "text/plain" || document.pageCount === 1) return false;
  return document.pageCount > MOST_PAGES_IN_ONE_GO || (await document.isSlow());
}

/** What the parent needs to know of a document to spread its pages. */
function begunOf({ identity, mediaType, pageCount }: OpenFile): BegunDocument {
  return { identity, mediaType, pageCount };
}

/** A text may have a million form feeds, and be read before anyone could follow. */
function readAll(document: OpenFile, threads: number | undefined, onProgress: OnProgress): Promise<ReadDocument> {
  const tell = document.mediaType === "text/plain" ? () => {} : onProgress;
  return readAllPages(document, (page) => tell({ stage: "read", page, of: document.pageCount }), threads);
}
