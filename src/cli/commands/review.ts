import { exitCodesHelp } from "../help.ts";
import type { ReviewFlags } from "../review.ts";
import type { AddCommand } from "./add-command.ts";
import { port } from "./option-values.ts";

const EXAMPLES = `
Examples:
  hausmitteilung review archive                        opens the clerk's desk in the browser
  hausmitteilung review archive --no-open --port 4711  prints the address; Ctrl-C ends it

Only this machine can connect, and only with the address printed. Add ?lang=en to it for English.
`;

export const addReview: AddCommand = (program, shell, onExit) => {
  program
    .command("review")
    .description("Look through an archive's records in the browser, the page beside the record, and correct them.")
    .argument("<dir>", "an archive's folder")
    .option("--no-open", "do not open the browser")
    .option("--port <n>", "port to listen on (default: any that is free)", port, 0)
    .option("--who <name>", "who decides, as the history names them (default: asked once, and kept)")
    .addHelpText("after", EXAMPLES + exitCodesHelp())
    .action(async (dir: string, flags: ReviewFlags) => {
      const { review } = await import("../review.ts");
      onExit(await review(dir, flags, shell));
    });
};
