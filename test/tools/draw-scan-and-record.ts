// Draws the README's picture, a scan beside its record, from a fixture and its expected record:
//   node test/tools/draw-scan-and-record.ts        (the font is DejaVu Sans Mono)
import { readFileSync } from "node:fs";
import sharp from "sharp";
import type { MemoRecord } from "../../src/model/record.ts";
import { fixtureFile } from "./print/fixtures.ts";

const CASE = "einzelner-punkt";
const PICTURE = new URL("../../.github/scan-and-record.png", import.meta.url).pathname;

/** Pixels; a point of the page is drawn as so many. */
const SCALE = 1.35;
const PAGE = { width: Math.round(595 * SCALE), height: Math.round(560 * SCALE) };
const TEXT = { left: PAGE.width + 24, width: 780, size: 14, lead: 19.5, columns: 88 };

/** What is shown, each in a colour of its own. */
const FIELDS = [
  ["/memo/office", "#7c4dff"],
  ["/memo/fileReference", "#00897b"],
  ["/memo/date", "#e53935"],
  ["/memo/references/0/paper", "#fb8c00"],
  ["/memo/references/0/meeting", "#fb8c00"],
  ["/memo/subject", "#1e88e5"],
  ["/memo/items/0/clauses/0/text", "#8e24aa"],
  ["/memo/items/0/response", "#43a047"],
  ["/memo/items/0/fulfilment", "#c0a000"],
  ["/memo/signatures/0/name", "#6d4c41"],
] as const;

const [record] = JSON.parse(readFileSync(fixtureFile(CASE, "scan.pdf.expected.json"), "utf8")) as MemoRecord[];
if (record === undefined) throw new Error(`${CASE} has no record.`);

/** The page as the scanner put it into the PDF: its first JPEG. */
function scannedPage(): Buffer {
  const pdf = readFileSync(fixtureFile(CASE, "scan.pdf"));
  const start = pdf.indexOf(Buffer.from([0xff, 0xd8, 0xff]));
  return pdf.subarray(start, pdf.indexOf("endstream", start));
}

function frames({ evidence }: MemoRecord): string[] {
  return FIELDS.flatMap(([pointer, colour]) =>
    (evidence[pointer]?.regions ?? []).map(({ box: [x, y, width, height] }) => {
      const place = `x="${x * SCALE - 3}" y="${y * SCALE - 3}" width="${width * SCALE + 6}" height="${height * SCALE + 6}"`;
      return `<rect ${place} rx="3" fill="${colour}" fill-opacity="0.16" stroke="${colour}" stroke-width="1.5"/>`;
    }),
  );
}

function recordLines({ memo, evidence, corrections }: MemoRecord): string[] {
  const rows = FIELDS.flatMap(([pointer, colour]) => {
    const value = pointer
      .slice(1)
      .split("/")
      .reduce<unknown>((at, key) => Reflect.get(Object(at), key), { memo });
    return wrapped(`${pointer.slice("/memo/".length)}: ${JSON.stringify(value)}`).map((line) => ({ line, colour }));
  });
  const date = evidence["/memo/date"];
  const [joined] = corrections.filter(({ rule }) => rule === "line-break");
  const notes = [
    "",
    ...(date === undefined ? [] : [`date, as read: ${JSON.stringify(date.raw)}  confidence: ${date.confidence}`]),
    ...(joined === undefined ? [] : [`corrected:     ${JSON.stringify(joined.from)} → ${JSON.stringify(joined.to)}`]),
  ].map((line) => ({ line, colour: "#444" }));
  return [...rows, ...notes].map(({ line, colour }, index) => {
    const y = 30 + index * TEXT.lead;
    return `<text xml:space="preserve" x="${TEXT.left}" y="${y}" fill="${colour}">${escaped(line)}</text>`;
  });
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length > TEXT.columns) {
      lines.push(line);
      line = "  ";
    }
    line += line.trim() === "" ? word : ` ${word}`;
  }
  return [...lines, line];
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

const width = TEXT.left + TEXT.width;
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${PAGE.height}"
  font-family="DejaVu Sans Mono" font-size="${TEXT.size}">${[...frames(record), ...recordLines(record)].join("")}</svg>`;
const page = await sharp(scannedPage())
  .resize({ width: PAGE.width })
  .extract({ left: 0, top: 0, ...PAGE })
  .toBuffer();
await sharp({ create: { width, height: PAGE.height, channels: 3, background: "white" } })
  .composite([{ input: page, left: 0, top: 0 }, { input: Buffer.from(drawing) }])
  .png({ palette: true, colours: 64, compressionLevel: 9 })
  .toFile(PICTURE);
