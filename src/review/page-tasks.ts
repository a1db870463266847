import type { PageTask } from "../workers/protocol.ts";

/** What the desk asks of a page is there to be compared with: nothing on it is corrected. */
export const AS_READ: PageTask["options"] = { source: "auto", correct: true, minConfidence: 0, words: [] };

export const SILENT = { onProgress: () => {}, onChatter: () => {}, onRetry: () => {} };
