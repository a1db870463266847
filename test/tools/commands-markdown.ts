import type { CommandOutline, OptionOutline } from "../../src/cli/outline.ts";

/** Between these lines the README tells all commands and options. */
const BEGIN = /<!-- commands:.*?-->\n/s;
const END = "<!-- /commands -->";

/** A README with its part on commands and options made anew. */
export function withCommands(readme: string, program: CommandOutline): string {
  const begin = BEGIN.exec(readme);
  if (begin === null) throw new Error("The README has no place for the commands.");
  const start = begin.index + begin[0].length;
  return readme.slice(0, start) + sections(program.commands, []).join("\n") + readme.slice(readme.indexOf(END, start));
}

function sections(commands: readonly CommandOutline[], path: readonly string[]): string[] {
  return commands
    .filter(({ name }) => name !== "help")
    .flatMap((command) => {
      const words = [...path, command.name];
      return command.commands.length > 0 ? sections(command.commands, words) : [section(command, words)];
    });
}

/** A command folded away, so that the list of commands stays one. */
function section({ description, arguments: given, options }: CommandOutline, words: readonly string[]): string {
  const usage = ["hausmitteilung", ...words, ...given.map(({ form }) => form)].join(" ");
  const rows = [
    ...given.map(({ form, description: about }) => row(form, about)),
    ...options.filter(({ names }) => !names.includes("--help")).map((option) => row(option.flags, textOf(option))),
  ];
  const table = rows.length > 0 ? `\n| option | does |\n|---|---|\n${rows.join("\n")}\n` : "";
  return `<details><summary><code>${html(usage)}</code> ${html(description)}</summary>\n${table}\n</details>\n`;
}

function row(form: string, text: string): string {
  return `| \`${form}\` | ${html(text).replaceAll("|", "\\|")} |`;
}

function textOf({ description, choices, defaultValue }: OptionOutline): string {
  const notes = [
    ...(choices.length > 0 ? [`one of ${choices.join(", ")}`] : []),
    ...(defaultValue === null ? [] : [`default: ${defaultValue}`]),
  ];
  return notes.length > 0 ? `${description} (${notes.join("; ")})` : description;
}

function html(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("*", "\\*");
}
