import { deflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { openPdf } from "../../src/pdf/open-pdf.ts";
import { PAINT_PICTURE, pageObjects, pdfOf } from "./build-pdf.ts";

/** 32 by 32 pixels, the quarter at the top left black, as each kind of scanner writes it; G4 with its colours swapped. */
const G4 = Buffer.from("3502ffffffff93506afffffffc004004", "hex");

const JPEG_2000 = Buffer.from(
  [
    "/0//UQApAAAAAAAgAAAAIAAAAAAAAAAAAAAAIAAAACAAAAAAAAAAAAABBwEB/1IADAAAAAEAAAQEAAH/XAAEQED/ZAAlAAFDcmVhdGVkIGJ5IE9w",
    "ZW5KUEVHIHZlcnNpb24gMi41LjD/kAAKAAAAAAEMAAH/k9+F9hFQVJLrvrDNewqniGecoxgkjXX6HFzhAkuygAAAAAYSEv95V1AAAAADCQizCBhI",
    "SEBoBhIR7hgwkJCA0AwkI9wwYSEhAaAYSEv+YR4AAAAAwkIswgYSEhAaAYSEe4YMJCQgNAMJCPcMGEhIQGgGEhHuGDCQl/zEUAAAAAGEhFmEDCQk",
    "IDQDCQj3DBhISEBoBhIR7hgwkJCA0AwkI9wwYSEv+YigAAAAAwkIswgYSEhAaAYSEe4YMJCQgNAMJCPcMGEhIQGgGEhHuGDCQl/zEUAAAAAGEhFm",
    "EDCQkIDQDCQj3DBhISEBoBhIR7hgwkJCA0AwkI9wwYSEv/9//9k=",
  ].join(""),
  "base64",
);

/** A JBIG2 file holds the same codes as G4, in segments: the page, and a region of it. */
function jbig2(): Buffer {
  const page = Buffer.alloc(19);
  page.writeUInt32BE(32, 0);
  page.writeUInt32BE(32, 4);
  const region = Buffer.alloc(18);
  region.writeUInt32BE(32, 0);
  region.writeUInt32BE(32, 4);
  region[17] = 1;
  return Buffer.concat([segment(0, 48, page), segment(1, 38, Buffer.concat([region, G4]))]);
}

function segment(number: number, type: number, data: Buffer): Buffer {
  const header = Buffer.alloc(11);
  header.writeUInt32BE(number, 0);
  header[4] = type;
  header[6] = 1;
  header.writeUInt32BE(data.length, 7);
  return Buffer.concat([header, data]);
}

const bits = Buffer.alloc(32 * 4, 255);
for (let row = 0; row < 16; row++) bits.fill(0, row * 4, row * 4 + 2);

const SIZE = "/Width 32 /Height 32";
const BILEVEL = `${SIZE} /ColorSpace /DeviceGray /BitsPerComponent 1`;

it.each([
  ["bilevel", `${BILEVEL} /Filter /FlateDecode`, deflateSync(bits)],
  ["CCITT G4", `${BILEVEL} /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 32 /Rows 32 /BlackIs1 true >>`, G4],
  ["JBIG2", `${BILEVEL} /Filter /JBIG2Decode /Decode [1 0]`, jbig2()],
  ["JPEG 2000", `${SIZE} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /JPXDecode`, JPEG_2000],
])(
  "a %s scan comes out as a picture",
  async (_, entries, data) => {
    const pdf = await openPdf(pdfOf(pageObjects({ content: PAINT_PICTURE, picture: [entries, data] })));
    const { image } = await (await pdf.page(1)).render();
    await pdf.close();
    const greyAt = (x: number, y: number): number =>
      image.data[Math.floor(y * image.height) * image.width + Math.floor(x * image.width)] ?? -1;
    expect(greyAt(0.25, 0.25)).toBeLessThan(20);
    for (const [x, y] of [
      [0.75, 0.25],
      [0.25, 0.75],
      [0.75, 0.75],
    ] as const)
      expect(greyAt(x, y)).toBeGreaterThan(235);
  },
  30_000,
);
