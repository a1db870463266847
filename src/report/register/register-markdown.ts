import type { ClauseReport, RegisterClause, RegisterPaper } from "../../register/schema.ts";
import { dayText, nameOf, noteText, placeOf, reviewText, roleText, STATES, suggestionText } from "./words.ts";

export function registerMarkdownHead(asOf: string | null): string {
  return `# Was aus den Beschlüssen wurde\n\nStand: ${dayText(asOf)}\n`;
}

/** A paper as a section: its clauses in a table, then every report on each. */
export function registerMarkdown(paper: RegisterPaper): string {
  const { meetings, title, clauses, notes, remarks } = paper;
  const heading = [paper.paper, ...(title === null ? [] : [oneLine(title)])].join(": ");
  const facts = [...meetings, `${paper.letters.length} Briefe`, `nächste Kontrolle: ${reviewText(paper)}`];
  const rows = clauses.map(
    (clause) =>
      `| ${[clause.number ?? "", clause.text, STATES[clause.state], reviewText(clause)].map(inTable).join(" | ")} |\n`,
  );
  const table =
    clauses.length === 0
      ? ""
      : `\n| Punkt | Wortlaut | Stand | nächste Kontrolle |\n|---|---|---|---|\n${rows.join("")}`;
  const said = remarks.map(({ response }) => `\n> ${escaped(oneLine(response))}\n`);
  const told = notes.map((note) => `- ${escaped(noteText(note, paper))}\n`);
  return [
    `\n## ${escaped(heading)}\n\n${escaped(facts.join(" · "))}\n`,
    table,
    ...clauses.map((clause) => clauseSection(clause, paper)),
    ...said,
    ...(told.length === 0 ? [] : ["\nHinweise:\n\n", ...told]),
  ].join("");
}

function clauseSection(clause: RegisterClause, paper: RegisterPaper): string {
  const suggestions = clause.suggestions.map(
    (one) => `- Vermutlich verlesen: ${escaped(suggestionText(one, paper))}\n`,
  );
  const reports = clause.reports.map((report) => reportLine(report, paper));
  return `\n### ${escaped(oneLine(nameOf(clause)))}: ${STATES[clause.state]}\n\n${reports.join("")}${suggestions.join("")}`;
}

function reportLine(report: ClauseReport, paper: RegisterPaper): string {
  const role = roleText(report);
  const facts = [placeOf(report, paper), ...(role === "" ? [] : [role])].join("; ");
  const answer = report.response === null ? "keine Antwort" : oneLine(report.response);
  return `- **${dayText(report.date)}** (${escaped(facts)}): ${escaped(answer)}\n`;
}

function inTable(text: string): string {
  return escaped(oneLine(text)).replaceAll("|", "\\|");
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** Text from a scan is text: it opens no link, image, tag or emphasis. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/gu, "\\$&");
}
