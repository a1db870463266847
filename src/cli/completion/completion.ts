import { EXIT_CODES, type ExitCode } from "../exit-codes.ts";
import type { CommandOutline } from "../outline.ts";
import type { Shell } from "../shell.ts";
import { writeOut } from "../streams.ts";
import { bashCompletion } from "./bash.ts";
import { fishCompletion } from "./fish.ts";
import { powershellCompletion } from "./powershell.ts";
import type { ShellName } from "./shell-names.ts";
import { zshCompletion } from "./zsh.ts";

const SCRIPTS: Readonly<Record<ShellName, (program: CommandOutline) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
};

/** The script that teaches a shell to complete the program's commands and options. */
export function completionScript(shell: ShellName, program: CommandOutline): string {
  return SCRIPTS[shell](program);
}

/** `hausmitteilung completion` */
export async function completion(name: ShellName, program: CommandOutline, shell: Shell): Promise<ExitCode> {
  await writeOut(shell.stdout, completionScript(name, program));
  return EXIT_CODES.allGood.code;
}
