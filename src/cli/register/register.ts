import { resolve } from "node:path";
import { writeFileAtomically } from "../../archive/write-file-atomically.ts";
import type { Letter } from "../../register/letter.ts";
import { withoutPaper } from "../../register/register-of.ts";
import { registerPaper } from "../../register/register-paper.ts";
import { REGISTER_VERSION, type RegisterPaper } from "../../register/schema.ts";
import { REGISTER_PAGE_END, registerPageHead, registerPageSection } from "../../report/page/register-page.ts";
import { registerCsvHead, registerCsvRows } from "../../report/register/register-csv.ts";
import { registerMarkdown, registerMarkdownHead } from "../../report/register/register-markdown.ts";
import { existingArchive } from "../archive-folder.ts";
import { EXIT_CODES, type ExitCode } from "../exit-codes.ts";
import type { Shell } from "../shell.ts";
import { writeOut } from "../streams.ts";
import { LetterCache } from "./letter-cache.ts";

export interface RegisterFlags {
  readonly asOf?: string;
  readonly format: "json" | "csv" | "markdown" | "html";
  readonly overdue?: true;
  readonly out?: string;
}

/**
 * `hausmitteilung register`: what became of each resolution of an archive, paper by paper.
 * @throws WrongUse, ArchiveDamaged, ReaderGone, OutputBroken; AbortError when interrupted
 */
export async function register(dir: string, flags: RegisterFlags, shell: Shell): Promise<ExitCode> {
  const paths = await existingArchive(dir);
  const cache = await LetterCache.open(paths, shell.interrupted);
  try {
    const asOf = flags.asOf ?? today();
    const pieces = WRITERS[flags.format](papersIn(cache, asOf, flags, shell.interrupted), asOf, () =>
      cache.withoutPaper(),
    );
    if (flags.out !== undefined) await writeFileAtomically(resolve(flags.out), pieces);
    else for await (const piece of pieces) await writeOut(shell.stdout, piece);
    return EXIT_CODES.allGood.code;
  } finally {
    cache.close();
  }
}

async function* papersIn(
  cache: LetterCache,
  asOf: string,
  { overdue }: RegisterFlags,
  interrupted: AbortSignal,
): AsyncGenerator<RegisterPaper> {
  for (const paper of cache.papers()) {
    interrupted.throwIfAborted();
    const found = registerPaper(paper, cache.lettersOn(paper), soloLettersIn(cache), asOf);
    if (overdue !== true || found.overdue) yield found;
  }
}

/** Letters on papers alone, each paper's read once. Made for one paper, so that not all are held. */
function soloLettersIn(cache: LetterCache): (paper: string) => readonly Letter[] {
  const read = new Map<string, readonly Letter[]>();
  return (paper) => {
    const known = read.get(paper) ?? cache.soloLettersOn(paper);
    read.set(paper, known);
    return known;
  };
}

type Writer = (
  papers: AsyncIterable<RegisterPaper>,
  asOf: string,
  others: () => readonly Letter[],
) => AsyncGenerator<string>;

const WRITERS: Readonly<Record<RegisterFlags["format"], Writer>> = {
  /** One JSON object, a paper a line: only one paper is held at a time. */
  async *json(papers, asOf, others) {
    yield `{"schemaVersion":${JSON.stringify(REGISTER_VERSION)},"asOf":${JSON.stringify(asOf)},"papers":[`;
    let separator = "\n";
    for await (const paper of papers) {
      yield `${separator}${JSON.stringify(paper)}`;
      separator = ",\n";
    }
    const rest = withoutPaper(others()).map((letter) => JSON.stringify(letter));
    yield `\n],"withoutPaper":[${rest.length === 0 ? "" : `\n${rest.join(",\n")}\n`}]}\n`;
  },
  async *csv(papers) {
    yield registerCsvHead();
    for await (const paper of papers) yield registerCsvRows(paper);
  },
  async *markdown(papers, asOf) {
    yield registerMarkdownHead(asOf);
    for await (const paper of papers) yield registerMarkdown(paper);
  },
  async *html(papers, asOf) {
    yield registerPageHead(asOf);
    for await (const paper of papers) yield registerPageSection(paper, asOf);
    yield REGISTER_PAGE_END;
  },
};

/** This day where the program runs. */
function today(): string {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${now.getFullYear()}-${month}-${day}`;
}
