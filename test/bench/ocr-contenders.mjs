import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { gunzipSync } from "node:zlib";
import { PROGRAM } from "./measure.mjs";
import { measureTree } from "./process-tree.mjs";

const CORES = availableParallelism();

/** One after the other: tesseract on each picture of a folder, so many at once as there are cores. */
const ALL_PICTURES = 'find "$1" -name "*.jpg" | sort | xargs -P "$2" -I{} tesseract {} {} -l deu';

/** Debian's folder of models; null where native Tesseract is not installed. */
export function nativeDataFolder() {
  try {
    const listed = execFileSync("tesseract", ["--list-langs"], { encoding: "utf8" });
    const folder = /"(.+?)\/?"/u.exec(listed)?.[1] ?? null;
    return /^deu$/mu.test(listed) ? folder : null;
  } catch {
    return null;
  }
}

/** Whatever it answers: pdfimages knows no "--version" and ends with 99. */
export function isInstalled(command) {
  return spawnSync(command, ["--version"], { stdio: "ignore" }).error === undefined;
}

/** A folder of native Tesseract's with the model that npm brings in place of Debian's. */
export function npmModelForNative(nativeFolder) {
  const folder = mkdtempSync(join(tmpdir(), "bench-tessdata-"));
  for (const name of readdirSync(nativeFolder)) {
    if (name !== "deu.traineddata") symlinkSync(join(nativeFolder, name), join(folder, name));
  }
  const manifest = createRequire(import.meta.url).resolve("@tesseract.js-data/deu/package.json");
  const packed = readFileSync(join(dirname(manifest), "4.0.0_best_int/deu.traineddata.gz"));
  writeFileSync(join(folder, "deu.traineddata"), gunzipSync(packed));
  return folder;
}

/** This program, all of it: from files to records. @param tessdata folder of its model; null for its own */
export async function runOurs(files, tessdata, jobs = CORES) {
  const model = tessdata === null ? [] : ["--tessdata", tessdata];
  const args = [PROGRAM, "parse", "--quiet", "--source", "ocr", "--jobs", String(jobs), ...model, ...files];
  // 3: some of the files are no memos, and no record comes of them.
  return measureTree(process.execPath, args, { expectedCodes: [0, 3] });
}

/** pdfimages, then native Tesseract on each picture: text only. Page texts in the files' order. */
export async function runNative(files, nativeFolder) {
  const folder = mkdtempSync(join(tmpdir(), "bench-native-"));
  const script = [
    ...files.map((file, index) => `pdfimages -j '${file}' "$1/${String(index).padStart(4, "0")}" &&`),
    ALL_PICTURES,
  ].join("\n");
  const run = await measureTree("bash", ["-c", script, "bash", folder, String(CORES)], {
    environment: { OMP_THREAD_LIMIT: "1", TESSDATA_PREFIX: nativeFolder },
  });
  const texts = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  return { ...run, texts: texts.sort().map((name) => readFileSync(join(folder, name), "utf8")) };
}

/** ocrmypdf on all pages bound in one file, as it spreads pages and not files. */
export async function runOcrmypdf(files, nativeFolder) {
  const folder = mkdtempSync(join(tmpdir(), "bench-ocrmypdf-"));
  const bound = join(folder, "bound.pdf");
  if (files.length === 1) copyFileSync(files[0], bound);
  else execFileSync("pdfunite", [...files, bound]);
  const sidecar = join(folder, "sidecar.txt");
  const args = ["-q", "-l", "deu", "-j", String(CORES), "--sidecar", sidecar, bound, join(folder, "out.pdf")];
  const run = await measureTree("ocrmypdf", args, { environment: { TESSDATA_PREFIX: nativeFolder } });
  return { ...run, texts: readFileSync(sidecar, "utf8").split("\f") };
}
