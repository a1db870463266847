import { describe, expect, it } from "vitest";
import { splitMemos } from "../../src/structure/split-memos.ts";
import { pagesOfPlainText } from "../../src/text/read-text.ts";
import { HEAD, INTRODUCTION, TAIL } from "./letter.ts";

const FIRST = `${HEAD}\n${INTRODUCTION}\n1. „Der Park ist zu pflegen.“\nDer Park wird gepflegt und`;
const SECOND = "-2-\n\num einen Teich erweitert.";
const PLAN = "Lageplan\nMaßstab 1:500\n1 Halle\n2 Hof\n3 Bistro";

function split(...pages: string[]): [number[], number[]][] {
  const memos = splitMemos(pagesOfPlainText(pages.join("\f")));
  return memos.map((memo) => [memo.pages.map((page) => page.number), memo.annex]);
}

describe("a file's pages", () => {
  it("are one memo until another letterhead begins", () => {
    expect(split(FIRST, SECOND + TAIL, FIRST + TAIL)).toEqual([
      [[1, 2], []],
      [[3], []],
    ]);
  });

  it("below the closing are an annex", () => {
    expect(split(FIRST, SECOND + TAIL, PLAN, PLAN)).toEqual([
      [
        [1, 2],
        [3, 4],
      ],
    ]);
  });

  it("that only go on with signatures and attachments belong to the letter", () => {
    const signatures = "Eva Jähnigen\nBeigeordnete für Umwelt und Kommunalwirtschaft\n\nAnlage 1: Lageplan\n-2-";
    expect(split(`${FIRST} erweitert.\nMit freundlichen Grüßen`, signatures, PLAN)).toEqual([[[1, 2], [3]]]);
  });

  it("without any closing stay together", () => {
    expect(split(FIRST, SECOND, PLAN)).toEqual([[[1, 2, 3], []]]);
  });

  it("know the old letterhead, and a title that OCR damaged", () => {
    const old = "Landeshauptstadt Dresden\nDie Oberbürgermeisterin\nGZ: (OB) 1\nDatum: 1. Mai 2010\nSehr geehrte Damen";
    expect(split(FIRST + TAIL, old, FIRST.replace("Hausmitteilung", "Hausmıtteijlung"))).toHaveLength(3);
  });
});
