import { EXIT_CODES } from "../exit-codes.ts";
import type { CommandOutline, OptionOutline } from "../outline.ts";

/** The manual page, section 1, in troff's man macros. It bears no date: the same commands give the same bytes. */
export function manPage(program: CommandOutline, version: string): string {
  const { name, description } = program;
  return [
    `.TH ${name.toUpperCase()} 1 "" ${quoted(`${name} ${version}`)} "User Commands"`,
    ".SH NAME",
    `${text(name)} \\- ${text(withoutStop(description))}`,
    ".SH SYNOPSIS",
    `.B ${text(name)}`,
    "[options] command [arguments]",
    ".SH DESCRIPTION",
    text(description),
    ".PP",
    `Examples are shown by ${bold(`${name} help`)} ${italic("command")}.`,
    ".SH OPTIONS",
    ...program.options.flatMap(optionEntry),
    ".SH COMMANDS",
    ...program.commands.flatMap((command) => commandEntries(command, [])),
    ".SH EXIT STATUS",
    ...Object.values(EXIT_CODES).flatMap(({ code, meaning }) => entry(bold(String(code)), text(meaning))),
    ".SH FILES",
    ...entry(bold("hausmitteilung.json"), "Options for each command, taken from the working directory."),
    "",
  ].join("\n");
}

function commandEntries(command: CommandOutline, path: readonly string[]): string[] {
  const words = [...path, command.name];
  const forms = command.arguments.map(({ form }) => form);
  return [
    `.SS ${quoted([...words, ...forms].join(" "))}`,
    text(command.description),
    ...command.arguments.flatMap(({ form, description }) => entry(italic(form), text(description))),
    ...command.options.flatMap(optionEntry),
    ...command.commands.flatMap((below) => commandEntries(below, words)),
  ];
}

function optionEntry({ flags, description, choices, defaultValue }: OptionOutline): string[] {
  const notes = [
    ...(choices.length > 0 ? [`one of ${choices.join(", ")}`] : []),
    ...(defaultValue === null ? [] : [`default: ${defaultValue}`]),
  ];
  return entry(bold(flags), text(notes.length > 0 ? `${description} (${notes.join("; ")})` : description));
}

function entry(tag: string, body: string): string[] {
  return [".TP", tag, body];
}

function bold(words: string): string {
  return `\\fB${text(words)}\\fR`;
}

function italic(words: string): string {
  return `\\fI${text(words)}\\fR`;
}

/** Text that troff takes for nothing else: backslashes and hyphens escaped, no control line. */
function text(words: string): string {
  return words.replaceAll("\\", "\\e").replaceAll("-", "\\-").replace(/^[.']/, "\\&$&");
}

function quoted(words: string): string {
  return `"${text(words).replaceAll('"', "\\(dq")}"`;
}

function withoutStop(words: string): string {
  return words.replace(/\.$/, "");
}
