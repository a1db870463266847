import { type CommandOutline, type OptionOutline, outlineOf } from "../../src/cli/outline.ts";
import { createProgram } from "../../src/cli/program.ts";
import { bufferShell } from "./buffer-shell.ts";

/** The real program, as completion and the man page see it. */
export const PROGRAM: CommandOutline = outlineOf(createProgram("1.2.3", bufferShell(), () => {}));

const OPTION: OptionOutline = {
  flags: "--shape <shape>",
  names: ["--shape"],
  description: "the caller's shape: [round] or 'square'",
  takes: "choice",
  choices: ["round", "square"],
  defaultValue: "round",
};

const COMMAND: CommandOutline = { name: "", description: "", arguments: [], options: [], commands: [] };

/** A program with what the real one may come to have: commands of commands, signs that shells take for their own. */
export const NESTED: CommandOutline = {
  ...COMMAND,
  name: "prog-ram",
  description: "It's a program: with $(signs), `ticks` and \\backslashes.",
  commands: [
    {
      ...COMMAND,
      name: "fleet",
      description: "Many.",
      commands: [
        { ...COMMAND, name: "work", description: ".Works.", options: [OPTION] },
        {
          ...COMMAND,
          name: "look-up",
          description: "'Looks.",
          arguments: [{ form: "<x>", description: "", choices: ["a"] }],
        },
      ],
    },
  ],
};

/** A command and all below it. */
export function allCommands(outline: CommandOutline): CommandOutline[] {
  return [outline, ...outline.commands.flatMap(allCommands)];
}
