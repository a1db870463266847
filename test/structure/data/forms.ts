import { readFileSync } from "node:fs";
import type { ExpectedItem } from "../letter.ts";

/** A form of a letter's body: its paragraphs, and the items a reader sees in them; " / " in a text parts its lines. */
interface TabledForm {
  readonly name: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly ExpectedItem[];
}

/** The table of forms, `forms.txt`: sentences by their keys first, then a section for each form. */
const [introduction = "", ...sections] = readFileSync(new URL("forms.txt", import.meta.url), "utf8").split("\n## ");
const WORDS = new Map(
  [...introduction.matchAll(/^([A-Z]+\d?): (.+)$/gmu)].map(([, key = "", text = ""]) => [key, text]),
);

export const TABLED_FORMS: readonly TabledForm[] = sections.map((section) => {
  const [head = "", ...items] = written(section.trim()).split("\n=>\n");
  const [name = "", ...paragraphs] = head.split("\n");
  return { name, paragraphs, items: items.map(itemOf) };
});

function written(text: string): string {
  return text.replace(/[A-Z]{4,}\d?/gu, (key) => WORDS.get(key) ?? key).replaceAll("→", "\t");
}

function itemOf(text: string): ExpectedItem {
  const fields = text.split("\n").map((line) => /^([^:]+): (.*)$/u.exec(line)?.slice(1) ?? []);
  const fieldOf = (label: string): string | undefined => fields.find(([key]) => key === label)?.[1];
  const leadIn = fieldOf("lead-in");
  const clauses = fields
    .filter(([key]) => key?.startsWith("clause "))
    .map(([key = "", value = ""]) => {
      const number = key.slice("clause ".length);
      return [number === "-" ? null : number, value] as [string | null, string];
    });
  return { ...(leadIn === undefined ? {} : { leadIn }), clauses, response: fieldOf("response") ?? null };
}
