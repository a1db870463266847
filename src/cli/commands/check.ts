import { InvalidArgumentError } from "commander";
import { CHECK_REPORTERS, type CheckFlags, type CheckReporter, type ReporterChoice } from "../check-flags.ts";
import { exitCodesHelp } from "../help.ts";
import type { AddCommand } from "./add-command.ts";
import { addGateOptions, type GateFlags, gateLimitsOf } from "./gate-options.ts";
import { positiveInteger } from "./option-values.ts";

const EXAMPLES = `
Examples:
  hausmitteilung check                                 all cases in fixtures/
  hausmitteilung check --init scans/letter.pdf         a first case: fixtures/letter/memo.pdf and what it gives
  hausmitteilung check memos --only '*scan*'           some of another folder
  hausmitteilung check --update                        expect from now on what is given now
  hausmitteilung check --record                        read scans with the engine, and record what it reads
  hausmitteilung check --max-cer 1 --min-pair-f1 95    exit code 6 also where scores are worse
  hausmitteilung check --reporter github --reporter junit=report.xml

A case is a folder with an input (memo.* or scan.*) and what is expected of it: <input>.expected.json, or expected.json
for all inputs. It holds whole records as parse writes them, or { "memo": { … } } with only the fields to be compared.
truth.json, where there is one, is what scores are counted against; pages.json is what the engine read on a scan.
`;

export const addCheck: AddCommand = (program, shell, onExit) => {
  const command = program
    .command("check")
    .description("Parse fixture memos and compare with what is expected of them.")
    .argument("[dir]", "folder of cases", "fixtures")
    .option("--reporter <kind[=file]>", `how to tell: ${CHECK_REPORTERS.join(", ")}; may be repeated`, addReporter, [])
    .option("--only <pattern>", 'cases and inputs whose "case/input" holds this; * stands for anything')
    .option("--update", "rewrite expectations that differ, write those that are missing; not where CI is set")
    .option("--init <file>", "make a case of this file: a folder with the file, what is read and what is given now")
    .option("--record", "read scans with the OCR engine and record what it reads in pages.json")
    .option("-j, --jobs <n>", "inputs or pages read at once (default: one a core, as memory allows)", positiveInteger);
  addGateOptions(command)
    .addHelpText("after", EXAMPLES + exitCodesHelp())
    .action(async (folder: string, flags: Omit<CheckFlags, "limits"> & GateFlags) => {
      const { check } = await import("../check.ts");
      onExit(await check(folder, { ...flags, limits: gateLimitsOf(flags) }, shell));
    });
};

/** @throws InvalidArgumentError */
function addReporter(value: string, chosen: readonly ReporterChoice[]): ReporterChoice[] {
  const [kind = "", ...rest] = value.split("=");
  if (!(CHECK_REPORTERS as readonly string[]).includes(kind)) {
    throw new InvalidArgumentError(`It must be one of ${CHECK_REPORTERS.join(", ")}.`);
  }
  const file = rest.length === 0 ? null : rest.join("=");
  if (file === "") throw new InvalidArgumentError("There must be a file's name behind the sign of equality.");
  return [...chosen, { kind: kind as CheckReporter, file }];
}
