import { Argument } from "commander";
import { SHELL_NAMES, type ShellName } from "../completion/shell-names.ts";
import type { AddCommand } from "./add-command.ts";

const EXAMPLES = `
Examples:
  hausmitteilung completion fish | source              in ~/.config/fish/config.fish
  eval "$(hausmitteilung completion bash)"             in ~/.bashrc
  eval "$(hausmitteilung completion zsh)"              in ~/.zshrc, after compinit
  hausmitteilung completion powershell | Out-String | Invoke-Expression    in $PROFILE
`;

export const addCompletion: AddCommand = (program, shell, onExit) => {
  program
    .command("completion")
    .description("Print a script that teaches your shell this program's commands and options.")
    .addArgument(new Argument("<shell>", "the shell it is for").choices(SHELL_NAMES))
    .addHelpText("after", EXAMPLES)
    .action(async (name: ShellName) => {
      const [{ completion }, { outlineOf }] = await Promise.all([
        import("../completion/completion.ts"),
        import("../outline.ts"),
      ]);
      onExit(await completion(name, outlineOf(program), shell));
    });
};
