import { MemoError } from "../model/failure.ts";
import type { ReadDocument } from "../pipeline/document.ts";
import { assemble } from "./assemble.ts";
import type { DocumentSteps, OpenDocument } from "./document-steps.ts";
import type { BegunDocument, FileTask, PageReading, TaskProgress, Tasks } from "./protocol.ts";
import { readInput } from "./read-input.ts";

type OnProgress = (progress: TaskProgress) => void;

/** The tasks a child can do. A document stays open until another one comes, as its pages tend to follow. */
export function createTasks(steps: DocumentSteps): Tasks {
  let held: { readonly path: string; readonly document: OpenDocument } | null = null;

  async function hold(task: FileTask): Promise<OpenDocument> {
    const bytes = await readInput(task.path);
    await held?.document.close();
    held = null;
    const document = await steps.open(task.name, bytes, task.options);
    held = { path: task.path, document };
    return document;
  }

  return {
    async begin(task, onProgress) {
      onProgress({ stage: "open" });
      const document = await hold(task);
      if (document.slow && document.pageCount > 1) return { begun: begunOf(document) };
      const read = await readAll(document, onProgress);
      onProgress({ stage: "understand" });
      return { records: await steps.understand(read, task.options) };
    },

    async readPage(task, onProgress) {
      const document = held?.path === task.path ? held.document : await hold(task);
      if (document.identity.sha256 !== task.sha256) {
        throw new MemoError("file-unreadable", "The file was changed while it was read.");
      }
      onProgress({ stage: "read", page: task.page, of: document.pageCount });
      return document.readPage(task.page);
    },

    async finish(task, onProgress) {
      onProgress({ stage: "understand" });
      return steps.understand(task.document, task.options);
    },
  };
}

/** What the parent needs to know of a document to spread its pages. */
function begunOf({ identity, mediaType, pageCount }: OpenDocument): BegunDocument {
  return { identity, mediaType, pageCount };
}

async function readAll(document: OpenDocument, onProgress: OnProgress): Promise<ReadDocument> {
  const readings: PageReading[] = [];
  for (let page = 1; page <= document.pageCount; page++) {
    onProgress({ stage: "read", page, of: document.pageCount });
    readings.push(await document.readPage(page));
  }
  return assemble(document, readings);
}
