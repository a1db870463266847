import { describe, expect, it } from "vitest";
import { openPdf } from "../../src/pdf/open-pdf.ts";
import type { PageContent } from "../../src/pdf/page-content.ts";
import { pageObjects, pdfOf } from "./build-pdf.ts";
import { baselineOf, LETTER, letterContent, SUM, shown } from "./own-letter.ts";

/** Objects 1 to 6 are the page's own. */
const PICTURE = [
  "/Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8",
  Buffer.from([250, 250, 250]),
] as const;
const EXTRA = 7;

interface Extras {
  /** Further entries of the page's dictionary. */
  readonly page?: string;
  /** Further entries of its resources. */
  readonly resources?: string;
  readonly catalogue?: string;
  /** Objects 7, 8 … */
  readonly objects?: readonly string[];
}

async function contentOf(content: string, extras: Extras = {}): Promise<PageContent> {
  const { page = "", resources = "", catalogue = "", objects = [] } = extras;
  const [root = "", pages = "", leaf = "", ...others] = pageObjects({ content, page, picture: PICTURE });
  const pdf = await openPdf(
    pdfOf([
      root.replace("/Pages", `${catalogue} /Pages`),
      pages,
      leaf.replace("/Resources <<", `/Resources << ${resources}`),
      ...others,
      ...objects,
    ]),
  );
  try {
    return await (await pdf.page(1)).content();
  } finally {
    await pdf.close();
  }
}

const stream = (entries: string, data: string): string =>
  `<< ${entries} /Length ${data.length} >>\nstream\n${data}\nendstream`;

const textsOf = ({ visibleText }: PageContent): string[] => visibleText.map((line) => line.text);

const withSum = (sum: string): string[] => LETTER.map((line) => line.replace(SUM.text, sum));

const sumBaseline = baselineOf(SUM.line);
const overSum = `${SUM.left - 0.5} ${sumBaseline - 3} ${SUM.width + 1} 12 re f`;

describe("what a page does not show", () => {
  const hidden = "Dieser Satz steht nur im Entwurf.";

  it("is not read: a layer that is switched off, as content, as a form and by a group of layers", async () => {
    const off = {
      catalogue: "/OCProperties << /OCGs [7 0 R 8 0 R] /D << /OFF [7 0 R] /Order [7 0 R 8 0 R] >> >>",
      resources: "/Properties << /Off 7 0 R /On 8 0 R /Some 9 0 R >>",
      objects: [
        "<< /Type /OCG /Name (Entwurf) >>",
        "<< /Type /OCG /Name (Endfassung) >>",
        "<< /Type /OCMD /OCGs [7 0 R] /P /AllOn >>",
      ],
    };
    const layer = (name: string, words: string, y: number): string => `/OC /${name} BDC ${shown(words, 70, y)} EMC`;
    const content = `${letterContent()} ${layer("Off", hidden, 500)} ${layer("Some", hidden, 480)} ${layer("On", "Anlage", 460)}`;
    const read = await contentOf(content, off);
    expect(textsOf(read)).toEqual([...LETTER, "Anlage"]);
    expect(read.leftOut.unseen).toBeGreaterThan(0);
  });

  it.each([
    ["fully transparent", shown(hidden, 70, 500, "/Clear gs")],
    ["without ink", shown(hidden, 70, 500, "3 Tr")],
    ["white on white", shown(hidden, 70, 500, "1 1 1 rg")],
    ["nearly white on white", shown(hidden, 70, 500, "0.98 0.97 0.99 rg")],
    ["beside the page", shown(hidden, 700, 500)],
    ["outside a clip", `q 70 600 200 100 re W n ${shown(hidden, 70, 500)} Q`],
    ["under a white box", `${shown(hidden, 70, 500)} q 1 g 60 490 400 30 re f Q`],
    [
      "under a box with round corners",
      `${shown(hidden, 70, 500)} q 1 g 62 490 m 458 490 l 460 490 460 490 460 492 c 460 520 l 60 520 l 60 490 l h f Q`,
    ],
    ["under a picture", `${shown(hidden, 70, 500)} q 400 0 0 30 60 490 cm /Im0 Do Q`],
    [
      "white on a white box",
      `q 0.9 g 0 400 595 200 re f 1 g 60 490 400 30 re f Q ${shown(hidden, 70, 500, "1 1 1 rg")}`,
    ],
  ])("is not read: %s", async (_, content) => {
    const resources = "/ExtGState << /Clear << /ca 0 /CA 0 >> >>";
    expect(textsOf(await contentOf(`${letterContent()} ${content}`, { resources }))).toEqual([...LETTER]);
  });

  it("is not read: beyond the crop box", async () => {
    const read = await contentOf(`${letterContent()} ${shown(hidden, 70, 100)}`, { page: "/CropBox [0 200 595 842]" });
    expect(textsOf(read)).toEqual([...LETTER]);
  });
});

describe("what a page shows", () => {
  const words = "Der Rat nimmt Kenntnis.";

  it.each([
    ["under a marker that lets it through", `${shown(words, 70, 500)} q /Multiply gs 1 1 0 rg 60 490 400 30 re f Q`],
    ["under a half transparent box", `${shown(words, 70, 500)} q /Half gs 1 g 60 490 400 30 re f Q`],
    ["in a frame that is filled", `${shown(words, 70, 500)} q 60 490 400 30 re 62 492 396 26 re f* Q`],
    ["white on a dark box", `q 0 0 0.4 rg 60 490 400 30 re f Q ${shown(words, 70, 500, "1 1 1 rg")}`],
    ["white on a picture", `q 400 0 0 30 60 490 cm /Im0 Do Q ${shown(words, 70, 500, "1 1 1 rg")}`],
    ["in pale grey", shown(words, 70, 500, "0.7 g")],
    ["underlined", `${shown(words, 70, 500)} q 0.6 w 70 498 m 200 498 l S Q`],
    ["in a box of lines", `${shown(words, 70, 500)} q 60 496 400 15 re S Q`],
  ])("is read: %s", async (_, content) => {
    const resources = "/ExtGState << /Multiply << /BM /Multiply >> /Half << /ca 0.5 >> >>";
    const { visibleText, leftOut } = await contentOf(`${letterContent()} ${content}`, { resources });
    expect(visibleText.map((line) => line.text)).toEqual([...LETTER, words]);
    expect(leftOut).toEqual({ struck: "", blackedOut: false, unseen: 0, marks: "" });
  });

  it("is the new sum upon the box that covers the old one", async () => {
    const content = `${letterContent()} q 1 1 1 rg ${overSum} Q ${shown("51.900", SUM.left, sumBaseline)}`;
    expect(textsOf(await contentOf(content))).toEqual(withSum("51.900"));
  });
});

describe("words that were made invalid on the page itself", () => {
  it.each([
    ["a line", `1 w ${SUM.left} ${sumBaseline + 3.5} m ${SUM.left + SUM.width} ${sumBaseline + 3.5} l S`],
    ["a thin box", `${SUM.left} ${sumBaseline + 3} ${SUM.width} 0.7 re f`],
  ])("are left out and told where %s goes through them", async (_, strike) => {
    const read = await contentOf(`${letterContent()} q 1 0 0 RG 1 0 0 rg ${strike} Q`);
    expect(textsOf(read)).toEqual(withSum("").map((line) => line.replace("  ", " ")));
    expect(read.leftOut.struck).toBe(SUM.text);
  });

  it("leave no gap like one between cells", async () => {
    const strike = `q 0.6 w ${SUM.left} ${sumBaseline + 3.5} m 330 ${sumBaseline + 3.5} l S Q`;
    const { visibleText } = await contentOf(`${letterContent()} ${strike}`);
    const { words } = visibleText[SUM.line] ?? { words: [] };
    const gaps = words.slice(1).map(({ box: [left] }, index) => {
      const [from = 0, , width = 0] = words[index]?.box ?? [];
      return left - from - width;
    });
    expect(Math.max(...gaps)).toBeLessThan(6);
  });

  it.each([
    ["with the words below", letterContent()],
    ["with the words taken out", letterContent({ [SUM.line]: LETTER[SUM.line].replace(SUM.text, "            ") })],
  ])("are told where a black box lies over them, %s", async (_, letter) => {
    const read = await contentOf(`${letter} q 0 g ${overSum} Q`);
    expect(textsOf(read).join(" ")).not.toContain(SUM.text);
    expect(read.leftOut.blackedOut).toBe(true);
  });
});

describe("what is laid over a page", () => {
  const appearance = (words: string): string =>
    stream(
      "/Type /XObject /Subtype /Form /BBox [0 0 150 20] /Resources << /Font << /F0 4 0 R >> >>",
      `BT /F0 10 Tf 2 5 Td (${words}) Tj ET`,
    );
  const annotation = (entries: string): Extras => ({
    page: `/Annots [${EXTRA} 0 R]`,
    objects: [
      `<< /Type /Annot /Rect [400 700 550 720] /F 4 /AP << /N ${EXTRA + 1} 0 R >> ${entries} >>`,
      appearance("12. Mai 2023"),
    ],
  });

  it.each([
    ["a stamp", "/Subtype /Stamp"],
    ["a note", "/Subtype /FreeText /DA (/F0 10 Tf) /Contents (12. Mai 2023)"],
    ["a digital signature", "/Subtype /Widget /FT /Sig /T (Unterschrift)"],
  ])("is no print: %s", async (_, entries) => {
    const read = await contentOf(letterContent(), annotation(entries));
    expect(textsOf(read)).toEqual([...LETTER]);
    expect(read.leftOut.marks).toBe("12. Mai 2023");
  });

  it("is print where it is a form field", async () => {
    const read = await contentOf(letterContent(), annotation("/Subtype /Widget /FT /Tx /T (Datum) /V (12. Mai 2023)"));
    expect(textsOf(read)).toContain("12. Mai 2023");
    expect(read.leftOut.marks).toBe("");
  });
});

describe("pictures that together cover a page", () => {
  const strips = Array.from({ length: 12 }, (_, index) => `q 595 0 0 71 0 ${index * 70.2} cm /Im0 Do Q`).join("\n");

  it("make it a scan, and hide what was painted before", async () => {
    const { visibleText, hiddenText, pictureShare } = await contentOf(`${letterContent()} ${strips}`);
    expect(visibleText).toEqual([]);
    expect(hiddenText.map((line) => line.text)).toEqual([...LETTER]);
    expect(pictureShare).toBeGreaterThan(0.95);
  });

  it("make it a scan with transparent text upon them", async () => {
    const clear = letterContent().replaceAll("BT", "/Clear gs BT");
    const read = await contentOf(`${strips} ${clear}`, { resources: "/ExtGState << /Clear << /ca 0 >> >>" });
    expect([read.visibleText.length, read.hiddenText.length]).toEqual([0, LETTER.length]);
  });
});
