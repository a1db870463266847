import { basename } from "node:path";
import { loadLexicon } from "../lexicon/lexicon.ts";
import { type FileFailure, failureOf } from "../model/outcome.ts";
import { openEngine } from "../ocr/open-engine.ts";
import { readAllPages } from "../pipeline/document.ts";
import { explainDocument } from "../pipeline/explain-document.ts";
import { Pipeline } from "../pipeline/pipeline.ts";
import { failureMessages } from "../report/messages.ts";
import { paintFor } from "../report/paint.ts";
import type { ExplainedPiece } from "../structure/explain.ts";
import { readInput } from "../workers/read-input.ts";
import { type ExitCode, exitCodeOf } from "./exit-codes.ts";
import type { Shell } from "./shell.ts";
import { writeOut } from "./streams.ts";

const OPTIONS = { source: "auto", correct: true, minConfidence: 0.5, words: [] } as const;

/**
 * `hausmitteilung explain`: a letter line by line, with what each was taken for, how surely, and the facts that decided.
 * @throws ReaderGone, OutputBroken; AbortError when interrupted
 */
export async function explainFiles(
  files: readonly string[],
  flags: { readonly json?: true },
  shell: Shell,
): Promise<ExitCode> {
  const report = failureMessages(shell.stderr, paintFor(shell.environment));
  const failed: FileFailure[] = [];
  const pipeline = new Pipeline(openEngine);
  const lexicon = await loadLexicon();
  try {
    for (const file of files) {
      try {
        const open = await pipeline.open(basename(file), await readInput(file), OPTIONS);
        const letters = explainDocument(await readAllPages(open), lexicon);
        await open.close();
        await writeOut(
          shell.stdout,
          letters.map((letter) => (flags.json === true ? jsonLines(letter) : table(letter))).join("\n"),
        );
      } catch (error) {
        shell.interrupted.throwIfAborted();
        const failure = failureOf(file, error);
        report({ event: "file-failed", ...failure.failure, detail: failure.detail });
        failed.push(failure);
      }
    }
  } finally {
    await pipeline.close();
  }
  return exitCodeOf({ failures: failed.map(({ failure }) => failure.code), needReview: 0 }, false);
}

function jsonLines(letter: readonly ExplainedPiece[]): string {
  return letter.map((piece) => `${JSON.stringify(piece)}\n`).join("");
}

const LABEL_WIDTH = 16;
const TEXT_WIDTH = 72;

function table(letter: readonly ExplainedPiece[]): string {
  return letter
    .map(({ page, label, isFirst, sureness, text, reasons }) => {
      const mark = isFirst ? ">" : " ";
      const sure = sureness === null ? "    " : sureness.toFixed(2);
      return `${String(page).padStart(3)} ${mark} ${label.padEnd(LABEL_WIDTH)} ${sure}  ${text.slice(0, TEXT_WIDTH).padEnd(TEXT_WIDTH)}  ${reasons.join("  ")}\n`;
    })
    .join("");
}
