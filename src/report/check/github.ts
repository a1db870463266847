import { type CaseReport, type CheckReport, isBad, passes } from "../../evaluate/check-report.ts";
import { counted } from "../messages.ts";
import { gateText } from "../scores-table.ts";
import { faultText } from "../value-text.ts";
import { plainLines } from "./word-diff.ts";

/** GitHub shows ten annotations of a step; the first differences of each case tell most. */
const MOST_OF_A_CASE = 3;

/** A check as GitHub's workflow commands, which annotate the files that state the expectations. */
export function githubCheck(report: CheckReport): string {
  const { cases, evaluation, broken = [] } = report;
  const gates = evaluation.gates.filter(({ met }) => !met).map((gate) => command("error", {}, gateText(gate)));
  const faults = broken.flatMap(({ path: file, faults }) =>
    faults.map((fault) => command("error", { file, title: "broken" }, faultText(fault))),
  );
  const success = passes(report) ? [command("notice", {}, `${counted(cases.length, "memo")} read as expected.`)] : [];
  return [...faults, ...cases.flatMap(commandsOf), ...gates, ...success].map((line) => `${line}\n`).join("");
}

function commandsOf(report: CaseReport): string[] {
  const { name, notes, differences, expectationPath: file } = report;
  const about = { file, title: name };
  const warnings = notes.map((note) => command("warning", about, note));
  if (!isBad(report)) return warnings;
  if (report.verdict === "new") return [...warnings, command("error", about, "Nothing is expected yet.")];
  const more = differences.length - MOST_OF_A_CASE;
  return [
    ...warnings,
    ...differences
      .slice(0, MOST_OF_A_CASE)
      .map((difference) => command("error", about, plainLines(difference).join("\n"))),
    ...(more > 0 ? [command("error", about, `… and ${more} more differences.`)] : []),
  ];
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function command(
  level: "error" | "warning" | "notice",
  properties: Readonly<Record<string, string>>,
  message: string,
): string {
  const told = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(value)}`);
  return `::${level}${told.length === 0 ? "" : ` ${told.join(",")}`}::${escaped(message)}`;
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
