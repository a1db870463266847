import { exitCodesHelp } from "../help.ts";
import type { VerifyFlags } from "../verify.ts";
import type { AddCommand } from "./add-command.ts";

const EXAMPLES = `
Examples:
  hausmitteilung verify archive
  hausmitteilung verify archive --originals            reads all originals again
`;

export const addVerify: AddCommand = (program, shell, onExit) => {
  program
    .command("verify")
    .description("Compare every record of an archive with its schema, its hash and the indexes.")
    .argument("<dir>", "the archive's folder")
    .option("--originals", "whether the originals are there, and unchanged, as well")
    .addHelpText("after", EXAMPLES + exitCodesHelp())
    .action(async (folder: string, flags: VerifyFlags) => {
      const { verify } = await import("../verify.ts");
      onExit(await verify(folder, flags, shell));
    });
};
