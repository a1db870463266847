import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadLexicon } from "../../../src/lexicon/lexicon.ts";
import type { Diagnostic } from "../../../src/model/diagnostic.ts";
import type { Page } from "../../../src/model/page.ts";
import type { Memo } from "../../../src/model/record.ts";
import { repair } from "../../../src/repair/repair.ts";
import type { RawDoubt } from "../../../src/structure/evidence.ts";
import { factsOf } from "../../../src/structure/facts/piece-facts.ts";
import { piecesOf } from "../../../src/structure/facts/pieces.ts";
import { splitMemos } from "../../../src/structure/split-memos.ts";
import { pagesOfPlainText, readTextOf } from "../../../src/text/read-text.ts";
import { linesOf } from "../../../src/text/traced-lines.ts";
import type { TracedText } from "../../../src/text/traced-text.ts";
import type { LabelledLetter } from "./fit-classifier.ts";
import { labelPieces } from "./label-pieces.ts";
import { ownLetters } from "./own-letters.ts";

/** A letter to fit on or to be read: its text, its truth, its paper. */
export interface Letter extends LabelledLetter {
  /** "own": a letter of the project's own. */
  readonly kind: "text" | "print" | "s1" | "s2" | "s3" | "own";
  readonly memo: Memo;
  /** JSON Pointers of what nobody can tell. */
  readonly unscored: readonly string[];
  /** Words that repair doubts, in the text as read. */
  readonly doubts: readonly RawDoubt[];
  readonly text: TracedText;
  /** What repair found. */
  readonly findings: readonly Diagnostic[];
}

interface Truth {
  readonly memo: Memo;
  readonly unscored?: readonly string[];
}

interface Recorded {
  readonly pages: readonly Page[];
  readonly truth: Truth;
}

/**
 * The letters of a folder: `text/<id>.txt` and `truth/<id>.json`; and the printed and scanned ones that
 * record-scans.ts recorded in other folders, `<id>-<kind>.json`.
 */
export async function readLetters(folder: string, recorded: readonly string[]): Promise<Letter[]> {
  const lexicon = await loadLexicon({});
  const made = (
    id: string,
    kind: Letter["kind"],
    pages: readonly Page[],
    memo: Memo,
    unscored: readonly string[] = [],
  ): Letter[] => {
    const [first] = splitMemos(pages);
    if (first === undefined) return [];
    const {
      text,
      diagnostics,
      doubts: doubted,
    } = repair(readTextOf(first.pages), lexicon, {
      correct: true,
      minConfidence: 0.5,
    });
    const doubts = doubted.flatMap(({ start, end }) => text.rawRange(start, end) ?? []);
    const pieces = piecesOf(linesOf(text));
    const truth = labelPieces(pieces, memo);
    return [
      {
        id,
        kind,
        paper: "",
        memo,
        unscored,
        text,
        doubts,
        findings: diagnostics,
        facts: factsOf(pieces),
        truth,
        names: namesIn(memo),
      },
    ];
  };
  const letters = readdirSync(join(folder, "truth")).flatMap((file) => {
    const id = file.replace(/\.json$/, "");
    const text = readFileSync(join(folder, "text", `${id}.txt`), "utf8");
    const { memo, unscored } = JSON.parse(readFileSync(join(folder, "truth", file), "utf8")) as Truth;
    return made(id, "text", pagesOfPlainText(text), memo, unscored);
  });
  const read = recorded.flatMap((pagesFolder) =>
    readdirSync(pagesFolder).flatMap((file) => {
      const [, id = "", kind = ""] = /^(.+)-(print|s[123])\.json$/.exec(file) ?? [];
      const { pages, truth } = JSON.parse(readFileSync(join(pagesFolder, file), "utf8")) as Recorded;
      return made(id, kind as Letter["kind"], pages, truth.memo, truth.unscored);
    }),
  );
  const own = ownLetters().flatMap(({ id, pages, memo }) => made(id, "own", pages, memo));
  return [...withPapers([...letters, ...read]), ...own.map((letter) => ({ ...letter, paper: `own ${letter.id}` }))];
}

/** Letters on one paper are in one group, whatever other papers they name: the group bears its first paper's name. */
function withPapers(letters: readonly Letter[]): Letter[] {
  const parent = new Map<string, string>();
  const find = (key: string): string => {
    let at = key;
    while ((parent.get(at) ?? at) !== at) at = parent.get(at) as string;
    return at;
  };
  const papersOf = ({ id, memo }: Letter): string[] => {
    const papers = memo.references.map(({ paper }) => paper);
    return papers.length > 0 ? papers : [`letter:${id}`];
  };
  for (const letter of letters) {
    const [first = "", ...others] = papersOf(letter);
    for (const paper of others) {
      const [a, b] = [find(first), find(paper)].sort() as [string, string];
      parent.set(b, a);
    }
  }
  return letters.map((letter) => ({ ...letter, paper: find(papersOf(letter)[0] as string) }));
}

/** Words of persons' names in a letter: no feature names them. */
function namesIn(memo: Memo): Set<string> {
  const persons = [...memo.signatures.map(({ name }) => name ?? ""), memo.salutation ?? "", memo.recipient ?? ""];
  const words = persons
    .join(" ")
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return new Set(words.filter((word) => !NO_NAMES.has(word)));
}

/** Words of addresses and salutations that are no names. */
const NO_NAMES = new Set(
  `an alle fraktion fraktionen fraktionslose sowie mitglied mitglieder des der die und im in für stadtrates stadtrat
  stadträtin stadträtinnen stadträte landeshauptstadt dresden herr herrn frau damen herren sehr geehrte geehrter
  ortsbeirat stadtbezirksbeirat ortschaftsrat vorsitzende vorsitzender`.split(/\s+/u),
);
