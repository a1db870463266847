/**
 * Why a file gave no record. The codes are stable: scripts may rely on them.
 * The documents' table of failures is made from this list.
 */
export const FAILURES = {
  "file-not-found": "There is no such file.",
  "file-unreadable": "The file cannot be read (rights, a vanished share, a folder).",
  "file-empty": "The file has no bytes.",
  "file-too-large": "The file is larger than the limit.",
  "type-unsupported": "The bytes are no PDF, PNG, JPEG, TIFF or text.",
  "pdf-invalid": "The PDF is damaged beyond reading.",
  "pdf-encrypted": "The PDF needs a password.",
  "page-limit": "The file has more pages than the limit.",
  "page-too-large": "A page or its image is larger than the limit.",
  "text-too-long": "A page holds more text than the limit.",
  "page-blank-render": "A page holds an image but came out blank.",
  "image-invalid": "The image is damaged beyond reading.",
  "engine-missing": "The OCR engine asked for is not installed, or too old.",
  "language-data-missing": "The OCR language data cannot be found.",
  "ocr-failed": "The OCR engine failed on a page, twice.",
  "time-limit": "Work on the file took longer than the limit.",
  "page-content-too-costly": "To read a page takes more memory than the limit.",
  "worker-crashed": "The process that read the file died, twice: a fault of what it is made of.",
  "worker-killed": "The process that read the file was ended from outside, twice; the next run reads the file again.",
  "no-text": "No text was found on any page.",
  "not-a-memo": "The document is no such letter.",
  "record-invalid": "The record breaks its own schema: a fault of this program.",
  "output-failed": "The record cannot be written.",
  "internal-error": "Something happened that this program did not foresee: a fault of it.",
} as const;

export type FailureCode = keyof typeof FAILURES;

/** A failure as data: what stands in place of a record. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
  /** The file's name as the user gave it; "-" for standard input. */
  readonly source: string;
}

/** An expected failure. Anything else that is thrown is a fault of this program. */
export class MemoError extends Error {
  override readonly name = "MemoError";
  readonly code: FailureCode;

  constructor(code: FailureCode, message?: string, options?: ErrorOptions) {
    super(message ?? FAILURES[code], options);
    this.code = code;
  }
}
