import type { Diagnostic, FindingCode } from "../model/diagnostic.ts";
import { INVISIBLE } from "../model/invisible.ts";
import type { EmbeddedFile, EmbeddedFiles } from "../pdf/embedded-files.ts";
import { mediaTypeOf } from "./media-type.ts";

/** Names told in one message, and characters of each. */
const MOST_NAMES = 5;
const MOST_CHARACTERS = 60;

/** A name's end is looked at, however long it is; its path may be longer than what is told of it. */
const MOST_OF_A_NAME = 1000;

/** Findings told in a failure's message. */
const MOST_MESSAGES = 3;

/** Kinds that a letter may be in; a name tells them also where the bytes do not. */
const LETTER_NAME = /\.(?:pdf|png|jpe?g|jp2|tiff?|bmp|gif|heic|webp)$/iu;

/**
 * Findings on the files within a PDF, none of which is read.
 * @param page that they are pinned to; absent: they belong to the whole file
 */
export function embeddedFileFindings({ files, more }: EmbeddedFiles, page?: number): Diagnostic[] {
  const letters = files.filter(mayHoldLetter);
  const others = files.filter((file) => !letters.includes(file));
  const place = page === undefined ? {} : { page };
  const finding = (severity: Diagnostic["severity"], code: FindingCode, message: string): Diagnostic => {
    return { severity, stage: "read", code, message, ...place };
  };
  const unread = letters.length + more;
  return [
    ...(unread === 0
      ? []
      : [
          finding(
            "warning",
            "embedded-file-unread",
            `${counted(unread)} not read and may hold a letter: ${listed(letters, more)}.`,
          ),
        ]),
    ...(others.length === 0
      ? []
      : [finding("info", "embedded-file-left-out", `${counted(others.length)} left out: ${listed(others, 0)}.`)]),
  ];
}

/** Whether a finding is on files within the file. Every memo gets it: they may be pinned to a page of no memo. */
export function isOnEmbeddedFiles({ code }: Diagnostic): boolean {
  return code === "embedded-file-unread" || code === "embedded-file-left-out";
}

/** What the findings on files within a file say, some of them; none for most files. */
export function messagesOnEmbeddedFiles(diagnostics: readonly Diagnostic[]): string[] {
  const found = diagnostics.filter(isOnEmbeddedFiles);
  const warningsFirst = found.toSorted((a, b) => Number(b.severity === "warning") - Number(a.severity === "warning"));
  return warningsFirst.slice(0, MOST_MESSAGES).map(({ message }) => message);
}

/** A PDF, a picture, or a file of which nothing is known. */
function mayHoldLetter({ name, head }: EmbeddedFile): boolean {
  if (head === null || LETTER_NAME.test(name.slice(-MOST_OF_A_NAME).trimEnd())) return true;
  const mediaType = mediaTypeOf(head);
  return mediaType !== null && mediaType !== "text/plain";
}

function counted(files: number): string {
  return files === 1 ? "A file within the PDF was" : `${files} files within the PDF were`;
}

function listed(files: readonly EmbeddedFile[], more: number): string {
  const named = files.slice(0, MOST_NAMES).map(({ name }) => `"${shownName(name)}"`);
  const rest = files.length - named.length + more;
  return [...named, ...(rest === 0 ? [] : [`${rest} more`])].join(", ");
}

/** Without folders, and without what would change how the message is shown. */
function shownName(name: string): string {
  const base = name.slice(-MOST_OF_A_NAME).split(/[\\/]/u).at(-1) ?? "";
  const visible = base.normalize("NFC").replace(INVISIBLE, "").replaceAll('"', "'").trim();
  const characters = [...visible];
  if (characters.length === 0) return "without a name";
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join("")}…` : visible;
}
