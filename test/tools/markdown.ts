import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A fenced block of a Markdown text. */
export interface Block {
  /** "sh", "js"; empty where none is named. */
  readonly language: string;
  readonly code: string;
  /** 1-based line of its first fence. */
  readonly line: number;
  /** Line of the last fence. */
  readonly end: number;
}

/** All fenced blocks, in order; those within a list without its indent. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split("\n");
  for (let index = 0; index < lines.length; index++) {
    const [, indent, language] = /^( *)```(\w*)$/.exec(lines[index] ?? "") ?? [];
    if (indent === undefined || language === undefined) continue;
    const end = lines.indexOf(`${indent}\`\`\``, index + 1);
    const code = lines.slice(index + 1, end).map((line) => line.slice(indent.length));
    blocks.push({ language, code: code.join("\n"), line: index + 1, end: end + 1 });
    index = end;
  }
  return blocks;
}

/** A link, or an address of a picture. */
export interface Link {
  readonly file: string;
  readonly target: string;
}

/** The links of a Markdown file, those in code left out. */
export function linksOf(file: string): Link[] {
  const text = readMarkdown(file)
    .replace(/^ *```[\s\S]*?^ *```/gm, "")
    .replace(/`[^`\n]*`/g, "");
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => ({ file, target }));
}

/** The anchors that GitHub gives a file's headings. */
export function anchorsOf(file: string): Set<string> {
  const headings = readMarkdown(file)
    .replace(/^ *```[\s\S]*?^ *```/gm, "")
    .matchAll(/^#+ (.*)$/gm);
  return new Set([...headings].map(([, heading = ""]) => anchorOf(heading)));
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
}

/** All Markdown files that git knows, by their paths below the root. */
export function markdownFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"], { cwd: ROOT });
  return listed
    .toString()
    .split("\n")
    .filter((file) => file !== "");
}

export function readMarkdown(file: string): string {
  return readFileSync(`${ROOT}${file}`, "utf8");
}
