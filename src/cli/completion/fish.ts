import type { CommandOutline, OptionOutline } from "../outline.ts";

/** A completion script for fish: a line for each command and each option. */
export function fishCompletion(program: CommandOutline): string {
  return `# Completion for ${program.name}: ${program.name} completion fish | source
${linesOf(program, program.name, []).join("\n")}
`;
}

function linesOf(outline: CommandOutline, program: string, path: readonly string[]): string[] {
  const names = outline.commands.map(({ name }) => name);
  const here = `complete -c ${program} -n ${quoted(conditionOf(path, names))}`;
  return [
    // Names of files are of no use where a command is wanted, or one of a few words, or nothing.
    ...(takesFiles(outline) ? [] : [`${here} -f`]),
    ...outline.commands.map(({ name, description }) => `${here} -a ${name} -d ${quoted(description)}`),
    ...outline.arguments.flatMap(({ choices }) => choices).map((choice) => `${here} -a ${choice}`),
    ...outline.options.map((option) => `${here} ${optionOf(option)}`),
    ...outline.commands.flatMap((command) => linesOf(command, program, [...path, command.name])),
  ];
}

/** Holds where the words of the path were written, and none of the commands that might follow. */
function conditionOf(path: readonly string[], commands: readonly string[]): string {
  const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`);
  const unseen = commands.length === 0 ? [] : [`not __fish_seen_subcommand_from ${commands.join(" ")}`];
  return [...seen, ...unseen].join("; and ");
}

function takesFiles({ arguments: all }: CommandOutline): boolean {
  return all.some(({ choices }) => choices.length === 0);
}

function optionOf({ names, takes, choices, description }: OptionOutline): string {
  const forms = names.map((name) => (name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const value = { nothing: "", value: " -x", path: " -r -F", choice: ` -x -a ${quoted(choices.join(" "))}` }[takes];
  return `${forms.join(" ")}${value} -d ${quoted(description)}`;
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, "\\$&")}'`;
}
