import { createHash } from "node:crypto";
import type { MemoRecord } from "../../src/model/record.ts";
import type { TaskName, TaskProgress, Tasks } from "../../src/workers/protocol.ts";
import type { DocumentSteps } from "../../src/workers/tasks.ts";
import type { TaskRunner } from "../../src/workers/worker-pool.ts";

/**
 * A pipeline over text files whose pages are their lines: it counts what it opens and closes.
 * A file that begins with "scan" is slow to read, so its pages are worth spreading.
 */
export function fakeSteps(): DocumentSteps & { readonly opened: string[]; readonly closed: string[] } {
  const opened: string[] = [];
  const closed: string[] = [];
  return {
    opened,
    closed,
    async open(name, bytes) {
      const pages = new TextDecoder().decode(bytes).split("\n");
      opened.push(name);
      return {
        identity: { file: name, sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.byteLength },
        mediaType: "application/pdf",
        pageCount: pages.length,
        isSlow: async () => pages[0]?.startsWith("scan") === true,
        async readPage(number) {
          const text = pages[number - 1] ?? "";
          const line = { text, box: null, words: [] };
          const finding = {
            stage: "read",
            severity: "info",
            code: "word-uncertain",
            message: text,
            page: number,
          } as const;
          return { pages: [{ number, source: "ocr", size: null, lines: [line] }], diagnostics: [finding] };
        },
        async picture() {
          return { image: { width: 2, height: 1, data: new Uint8Array([0, 255]) }, dpi: 144 };
        },
        async close() {
          closed.push(name);
        },
      };
    },
    async understand(document) {
      return [document as unknown as MemoRecord];
    },
  };
}

/** Runs tasks here, but lets all that goes in or out cross a border as JSON. */
export function localRunner(tasks: Tasks, jobs: number): TaskRunner & { readonly ran: string[] } {
  const ran: string[] = [];
  return {
    jobs,
    ran,
    async run(name, argument, listener) {
      ran.push("page" in argument ? `${name} ${argument.page}` : name);
      const task = tasks[name] as (argument: unknown, onProgress: (step: TaskProgress) => void) => Promise<unknown>;
      const result = await task(crossed(argument), (step) => listener.onProgress(step));
      return crossed(result) as Awaited<ReturnType<Tasks[TaskName]>> as never;
    },
    async close() {},
  };
}

function crossed<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

export const silence = { onProgress: () => {}, onChatter: () => {}, onRetry: () => {} };
