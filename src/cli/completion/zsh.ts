import type { CommandOutline, OptionOutline } from "../outline.ts";
import { functionName, inSingleQuotes } from "./quote.ts";

/** A completion script for zsh: a function for each command, made of `_arguments`. */
export function zshCompletion(program: CommandOutline): string {
  const main = functionName([program.name]);
  return `#compdef ${program.name}
# Completion for ${program.name}: eval "$(${program.name} completion zsh)", after compinit; or a file of $fpath.
${functionsOf(program, [program.name]).join("\n")}
if [ "\${funcstack[1]}" = ${inSingleQuotes(main)} ]; then
  ${main} "$@"
else
  compdef ${main} ${program.name}
fi
`;
}

function functionsOf(outline: CommandOutline, path: readonly string[]): string[] {
  const below = outline.commands.flatMap((command) => functionsOf(command, [...path, command.name]));
  return [...below, outline.commands.length > 0 ? groupFunction(outline, path) : leafFunction(outline, path)];
}

function leafFunction(outline: CommandOutline, path: readonly string[]): string {
  const specs = [...outline.options.map(optionSpec), ...argumentSpecs(outline)];
  const body = specs.length > 0 ? `_arguments ${specs.join(" ")}` : "_message 'nothing more'";
  return `${functionName(path)}() {
  ${body}
}`;
}

function groupFunction(outline: CommandOutline, path: readonly string[]): string {
  const commands = outline.commands.map(({ name, description }) => inSingleQuotes(`${name}:${escaped(description)}`));
  const calls = outline.commands.map(({ name }) => `        ${name}) ${functionName([...path, name])} ;;`);
  return `${functionName(path)}() {
  local state
  local -a commands
  _arguments -C ${outline.options.map(optionSpec).join(" ")} '1:command:->command' '*::argument:->arguments'
  case "$state" in
    command)
      commands=(${commands.join(" ")})
      _describe command commands
      ;;
    arguments)
      case "\${words[1]}" in
${calls.join("\n")}
      esac
      ;;
  esac
}`;
}

function optionSpec(option: OptionOutline): string {
  const { description } = option;
  // "--out=" takes its value as the next word, too.
  const names = option.names.map((name) => (name.startsWith("--") && option.takes !== "nothing" ? `${name}=` : name));
  const shared =
    names.length > 1 ? `${inSingleQuotes(`(${option.names.join(" ")})`)}{${names.join(",")}}` : names.join("");
  return `${shared}${inSingleQuotes(`[${escaped(description)}]${whatFollows(option)}`)}`;
}

function whatFollows({ takes, choices }: OptionOutline): string {
  if (takes === "nothing") return "";
  if (takes === "path") return ":path:_files";
  return takes === "choice" ? `:choice:(${choices.join(" ")})` : ":value: ";
}

function argumentSpecs({ arguments: all }: CommandOutline): string[] {
  return all.map(({ form, choices }) => {
    const place = form.includes("...") ? "*" : "";
    return inSingleQuotes(`${place}:argument:${choices.length > 0 ? `(${choices.join(" ")})` : "_files"}`);
  });
}

/** Colons and brackets part the pieces of a specification. */
function escaped(text: string): string {
  return text.replace(/[[\]:\\]/g, "\\$&");
}
