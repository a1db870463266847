import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitMemos } from "../../src/structure/split-memos.ts";
import { understand } from "../../src/structure/understand.ts";
import { leavesOf } from "../../src/text/leaves.ts";
import { pagesOfPlainText, readTextOf } from "../../src/text/read-text.ts";
import { TracedText } from "../../src/text/traced-text.ts";
import { letterOf } from "./letter.ts";

const LETTER = letterOf(`„Der Oberbürgermeister wird beauftragt,
1. den Park zu pflegen und
a) Bänke aufzustellen,
b) Wege zu befestigen.“
Der Park wird gepflegt. Es wurden
- zwölf Bänke aufgestellt und
- drei Wege befestigt.
- 2 -
„2. dem Stadtrat zu berichten.“
Zu 2.:
Der Bericht liegt vor. Der Beschlusspunkt ist erfüllt.
nächste Beschlusskontrolle: 31. März 2019`).split("\n");

interface Step {
  kind: string;
  at: number;
  to: number;
}

/** What a bad scan or a careless scanner does to lines. */
function damage(...kinds: string[]): fc.Arbitrary<Step[]> {
  const place = fc.nat(LETTER.length - 1);
  return fc.array(fc.record({ kind: fc.constantFrom(...kinds), at: place, to: place }), { maxLength: 8 });
}

function damaged(steps: Step[]): string {
  const lines = [...LETTER];
  for (const { kind, at, to } of steps) {
    const line = lines[at] ?? "";
    if (kind === "delete") lines.splice(at, 1);
    else if (kind === "double") lines.splice(at, 0, line);
    else if (kind === "cut") lines[at] = line.slice(0, to);
    else [lines[at], lines[to]] = [lines[to] ?? "", line];
  }
  return lines.join("\n");
}

describe("whatever happens to a letter's lines", () => {
  it("understanding never throws, and every leaf is text of the letter", () => {
    fc.assert(
      fc.property(damage("delete", "double", "swap", "cut"), (steps) => {
        const pages = splitMemos(pagesOfPlainText(damaged(steps)))[0]?.pages ?? [];
        const read = readTextOf(pages);
        const { memo } = understand(TracedText.of(read));
        for (const { leaf } of memo === null ? [] : leavesOf(memo)) {
          expect(leaf.confidence).toBeGreaterThan(0);
          expect(leaf.confidence).toBeLessThanOrEqual(1);
          for (const segment of leaf.text.segments) {
            if (segment.kind === "read") expect(read.raw.slice(segment.start, segment.end)).toBe(segment.text);
          }
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it("every word is in a field, named as no text, or reported", () => {
    fc.assert(
      fc.property(damage("delete", "double", "swap"), (steps) => {
        const read = readTextOf(pagesOfPlainText(damaged(steps)));
        const { memo, diagnostics } = understand(TracedText.of(read));
        if (memo === null) return;
        const used = leavesOf(memo).flatMap(({ leaf }) => leaf.text.segments);
        const reported = diagnostics.map(({ message }) => message).join("\n");
        for (const line of read.lines) {
          const words = [...line.line.text.matchAll(/\p{L}{4,}/gu)].filter((word) => !KNOWN_LABELS.test(word[0]));
          const lost = words.filter((word) => {
            const at = line.start + word.index;
            return !used.some((segment) => segment.start <= at && at < segment.end);
          });
          const isReported = reported.includes(line.line.text.trim().slice(0, 60)) || /annex/.test(reported);
          expect(isReported ? [] : lost.map((word) => word[0])).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it.each(["- a\n", "1. a\n"])(
    "150,000 lines of %j are no error",
    (line) => {
      const lines = letterOf(`1. „a.“\n${line.repeat(150_000)}`);
      expect(understand(TracedText.of(readTextOf(pagesOfPlainText(lines)))).memo).not.toBeNull();
    },
    60_000,
  );

  it.each(["A0123/24 ", "Oberbürgermeister", "12. März 2024 "])(
    "a line of 150,000 times %j in the head is no error",
    (words) => {
      const letter = letterOf("„1. den Park zu pflegen.“").replace(/^An alle$/mu, `$&\n${words.repeat(150_000)}`);
      expect(understand(TracedText.of(readTextOf(pagesOfPlainText(letter)))).memo).not.toBeNull();
    },
    60_000,
  );

  it("any text at all is understood or refused, never an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        understand(TracedText.of(readTextOf(pagesOfPlainText(`${LETTER.slice(0, 20).join("\n")}\n${text}`))));
      }),
    );
  }, 60_000);
});

/** Words of labels, formulas and the letterhead, which stand in no value. */
const KNOWN_LABELS =
  /^(?:Hausmitteilung|Landeshauptstadt|Dresden|Datum|Beschlusskontrolle|Sitzungsnummer|nächste|vertraulich|März)$/u;
