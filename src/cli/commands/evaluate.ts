import { Option } from "commander";
import type { EvaluateFlags } from "../evaluate.ts";
import { exitCodesHelp } from "../help.ts";
import type { AddCommand } from "./add-command.ts";
import { addGateOptions, type GateFlags, gateLimitsOf } from "./gate-options.ts";

const EXAMPLES = `
Examples:
  hausmitteilung evaluate truth records                          scores as a table
  hausmitteilung evaluate truth records --format json | jq .scores.bodyCER
  hausmitteilung evaluate truth records --format html > evaluation.html
  hausmitteilung evaluate truth records --max-cer 1 --min-pair-f1 95

TRUTH_DIR holds <id>.json or <id>/truth.json: { "memo": { … }, "unscored": ["/memo/date"] }; fields that are absent are
not scored. RECORDS_DIR holds <id>.json as parse writes them, or folders of them, whose scores are told apart.
`;

export const addEvaluate: AddCommand = (program, shell, onExit) => {
  const command = program
    .command("evaluate")
    .description("Score records against true memos, without parsing anything.")
    .argument("<truth-dir>", "folder of true memos")
    .argument("<records-dir>", "folder of records, or of one folder for each group of records")
    .addOption(new Option("--format <format>", "how to tell").choices(["table", "json", "html"]).default("table"))
    .option("--sources <dir>", "where to find the scans whose pages the HTML page shows (default: beside the truths)");
  addGateOptions(command)
    .addHelpText("after", EXAMPLES + exitCodesHelp())
    .action(async (truths: string, records: string, flags: Omit<EvaluateFlags, "limits"> & GateFlags) => {
      const { evaluateFolders } = await import("../evaluate.ts");
      onExit(await evaluateFolders(truths, records, { ...flags, limits: gateLimitsOf(flags) }, shell));
    });
};
