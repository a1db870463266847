import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A file of one of the packages that `fetch-german-docs.sh` unpacks, as paragraphs of plain German. */
export interface GermanDoc {
  readonly package: string;
  readonly file: string;
  readonly paragraphs: readonly string[];
}

/** All German texts under the folder of `fetch-german-docs.sh`, in a stable order. */
export function* germanDocs(folder: string): Generator<GermanDoc> {
  for (const name of readdirSync(folder).sort()) {
    if (name === "debs") continue;
    const root = join(folder, name);
    for (const file of readdirSync(root, { recursive: true, encoding: "utf8" }).sort()) {
      const read = readerOf(`/${file}`);
      if (read === null) continue;
      const paragraphs = read(join(root, file)).map(squeeze).filter(isGerman);
      if (paragraphs.length > 0) yield { package: name, file, paragraphs };
    }
  }
}

type Reader = (path: string) => string[];

function readerOf(file: string): Reader | null {
  if (file.endsWith("/trans/de-en")) return readDictionary;
  if (file.includes("/fortunes/de/")) return file.endsWith(".u8") || extname(file) !== "" ? null : readFortunes;
  if (/\/man\/de\/man\d\/.*\.gz$/.test(file)) return readManPage;
  const isGermanPath = /[/.-]de[/.-]|\/de-DE\/|-de\//.test(file);
  return isGermanPath && /\.(?:html|page)$/.test(file) ? readMarkup : null;
}

const squeeze = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Licences and commands stand in English in German documents; the commonest little words tell. */
function isGerman(paragraph: string): boolean {
  const english = paragraph.match(/\b(?:the|of|to|and|is|you|this|that|with|or|by)\b/gi)?.length ?? 0;
  const german =
    paragraph.match(/\b(?:der|die|das|und|ist|den|von|zu|mit|ein|eine|nicht|sie|wird|oder)\b/gi)?.length ?? 0;
  return paragraph !== "" && english <= german;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", nbsp: " " };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name] ?? whole;
  });
}

/** HTML and Mallard pages: what stands in paragraphs, cells and entries; program text is left out. */
function readMarkup(path: string): string[] {
  const source = readFileSync(path, "utf8")
    .replace(/<(script|style|pre|code|info|title|tt|head)\b[\s\S]*?<\/\1>/gi, " ")
    .replace(/<\/?(?:p|div|li|td|th|dd|dt|h\d|section|item|title|br|tr|table|ul|ol|dl|page|note)\b[^>]*>/gi, "\u0001");
  return decodeEntities(source.replace(/<[^>]*>/g, "")).split("\u0001");
}

/** A manual page: requests part paragraphs, font escapes go. */
function readManPage(path: string): string[] {
  const lines = gunzipSync(readFileSync(path)).toString("utf8").split("\n");
  const text = lines.map((line) => (/^[.']/.test(line) ? "\u0001" : `${line}\n`)).join("");
  return text
    .replace(/\\f(?:\([A-Z]{2}|[A-Z]|\[\w*\])|\\[&|^/,]|\\s[-+]?\d/g, "")
    .replace(/\\-/g, "-")
    .replace(/\\\(.{2}|\\e|\\\*./g, " ")
    .split("\u0001");
}

/** Fortunes are parted by "%"; each is one paragraph. */
function readFortunes(path: string): string[] {
  const text = readFileSync(path, "utf8");
  return text.includes("\uFFFD") ? [] : text.split(/^%$/m);
}

/** The German side of the Ding dictionary: words, phrases and example sentences, without their marks. */
function readDictionary(path: string): string[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines
    .filter((line) => !line.startsWith("#"))
    .flatMap((line) => (line.split(" :: ")[0] ?? "").split(/[|;]/))
    .map((phrase) => phrase.replace(/\{[^}]*\}|\[[^\]]*\]|<[^>]*>/g, " "));
}
