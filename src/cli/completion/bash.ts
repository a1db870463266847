import type { CommandOutline, OptionOutline } from "../outline.ts";
import { inSingleQuotes } from "./quote.ts";

/**
 * A completion script for bash. It walks the words to the command they name; where it has nothing to say, bash
 * completes file names (`-o default`).
 */
export function bashCompletion(program: CommandOutline): string {
  const nodes = nodesOf(program, []);
  return `# Completion for ${program.name}: eval "$(${program.name} completion bash)"
_${program.name}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD - 1]}"
  local command="" words="" index
  [ "$previous" = "=" ] && previous="\${COMP_WORDS[COMP_CWORD - 2]}"
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "$command \${COMP_WORDS[index]}" in
${nodes.flatMap(stepsOf).join("\n")}
    esac
  done
  COMPREPLY=()
  case "$command:$previous" in
${nodes.flatMap(valuesOf).join("\n")}
  esac
  case "$command:$current" in
${nodes.flatMap(wordsOf).join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _${program.name} ${program.name}
`;
}

/** A command and the words that lead to it. */
interface Node {
  readonly path: string;
  readonly outline: CommandOutline;
}

function nodesOf(outline: CommandOutline, path: readonly string[]): Node[] {
  const below = outline.commands.flatMap((command) => nodesOf(command, [...path, command.name]));
  return [{ path: path.join(" "), outline }, ...below];
}

function stepsOf({ path, outline }: Node): string[] {
  return outline.commands.map(({ name }) => {
    const deeper = path === "" ? name : `${path} ${name}`;
    return `      ${inSingleQuotes(`${path} ${name}`)}) command=${inSingleQuotes(deeper)} ;;`;
  });
}

/** What follows an option that takes something. */
function valuesOf({ path, outline }: Node): string[] {
  return outline.options
    .filter(({ takes }) => takes !== "nothing")
    .map((option) => {
      const pattern = option.names.map((name) => inSingleQuotes(`${path}:${name}`)).join(" | ");
      return `    ${pattern}) ${answerTo(option)} ;;`;
    });
}

function answerTo({ takes, choices }: OptionOutline): string {
  if (takes === "path") return "return";
  if (takes === "value") return "compopt +o default; return";
  return `COMPREPLY=($(compgen -W ${inSingleQuotes(choices.join(" "))} -- "$current")); return`;
}

/** The options, once a dash is written; else commands or choices. */
function wordsOf({ path, outline }: Node): string[] {
  const options = outline.options.flatMap(({ names }) => names);
  const words = [...outline.commands.map(({ name }) => name), ...outline.arguments.flatMap(({ choices }) => choices)];
  const rows = [`    ${inSingleQuotes(`${path}:-`)}*) words=${inSingleQuotes(options.join(" "))} ;;`];
  if (words.length > 0) rows.push(`    ${inSingleQuotes(`${path}:`)}*) words=${inSingleQuotes(words.join(" "))} ;;`);
  return rows;
}
