import type { CommandOutline, OptionOutline } from "../../src/cli/outline.ts";

/** An option that this many commands have is described once for all of them. */
const LEAST_SHARING = 3;

interface Command {
  readonly outline: CommandOutline;
  /** "hausmitteilung parse <files...>" */
  readonly usage: string;
}

/** All commands and options, as Markdown: a table for each command, and one of the options that several share. */
export function commandsMarkdown(program: CommandOutline): string {
  const commands = leavesOf(program.commands, ["hausmitteilung"]);
  const rows = commands.flatMap(({ outline }) => optionsOf(outline).map(rowOf));
  const shared = new Set(rows.filter((row) => rows.filter((other) => other === row).length >= LEAST_SHARING));
  const sections = commands.map((command) => section(command, shared));
  return `${sections.join("\n")}\n## Shared options\n\n${table([...shared])}`;
}

function leavesOf(commands: readonly CommandOutline[], path: readonly string[]): Command[] {
  return commands
    .filter(({ name }) => name !== "help")
    .flatMap((outline) => {
      const words = [...path, outline.name];
      if (outline.commands.length > 0) return leavesOf(outline.commands, words);
      return [{ outline, usage: [...words, ...outline.arguments.map(({ form }) => form)].join(" ") }];
    });
}

function optionsOf({ options }: CommandOutline): readonly OptionOutline[] {
  return options.filter(({ names }) => !names.includes("--help"));
}

function section({ outline, usage }: Command, shared: ReadonlySet<string>): string {
  const own = [
    ...outline.arguments.map(({ form, description }) => row(form, description)),
    ...optionsOf(outline)
      .map(rowOf)
      .filter((line) => !shared.has(line)),
  ];
  const others = optionsOf(outline)
    .filter((option) => shared.has(rowOf(option)))
    .map(({ names }) => `\`${names.at(-1)}\``);
  const parts = [
    `### ${outline.name}`,
    `\`${usage}\``,
    html(outline.description),
    ...(own.length > 0 ? [table(own).trimEnd()] : []),
    ...(others.length > 0 ? [`[Shared options](#shared-options): ${others.join(", ")}.`] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

function table(rows: readonly string[]): string {
  return `| option | does |\n|---|---|\n${rows.join("\n")}\n`;
}

function rowOf(option: OptionOutline): string {
  return row(option.flags, textOf(option));
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
