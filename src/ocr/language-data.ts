import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { MemoError } from "../model/failure.ts";

/** Where Tesseract's German model is. */
export interface LanguageData {
  readonly folder: string;
  /** Whether the file there is `deu.traineddata.gz`, else it is `deu.traineddata`. */
  readonly gzip: boolean;
}

/** In a file of models: how many there are, 32 bits, then the place of each, 64 bits, negative for none. */
const LSTM_MODEL = 17;

/**
 * The German model in a folder, looked into before Tesseract is, which would fail without a reason.
 * @param folder by default the one that npm installed; never one that the machine happens to have, as a record must
 *   not depend on it
 * @throws MemoError "language-data-missing"
 */
export async function findLanguageData(folder: string = installedFolder()): Promise<LanguageData> {
  const gzipped = await contentOf(join(folder, "deu.traineddata.gz"));
  const plain = gzipped === null ? await contentOf(join(folder, "deu.traineddata")) : unpacked(gzipped);
  if (plain === null) throw new MemoError("language-data-missing", `There is no deu.traineddata in ${folder}.`);
  if (!holdsLstmModel(plain)) {
    throw new MemoError("language-data-missing", `The deu.traineddata in ${folder} holds no LSTM model.`);
  }
  return { folder, gzip: gzipped !== null };
}

function contentOf(path: string): Promise<Buffer | null> {
  return readFile(path).catch(() => null);
}

function unpacked(gzipped: Buffer): Buffer {
  try {
    return gunzipSync(gzipped);
  } catch {
    return Buffer.alloc(0);
  }
}

function holdsLstmModel(models: Buffer): boolean {
  const place = 4 + 8 * LSTM_MODEL;
  if (models.length < place + 8 || models.readInt32LE(0) <= LSTM_MODEL) return false;
  const offset = models.readBigInt64LE(place);
  return offset > 0 && offset < models.length;
}

function installedFolder(): string {
  const manifest = createRequire(import.meta.url).resolve("@tesseract.js-data/deu/package.json");
  return join(dirname(manifest), "4.0.0_best_int");
}
