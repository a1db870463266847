import type { CommandOutline } from "../outline.ts";

/**
 * A completion script for PowerShell 5.1 and 7: a table of what may follow. Where nothing in it fits, PowerShell
 * completes file names.
 */
export function powershellCompletion(program: CommandOutline): string {
  return `# Completion for ${program.name}: ${program.name} completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName ${program.name} -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $table = @{
${rowsOf(program, []).join("\n")}
  }
  $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
    Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  $command = ''
  foreach ($word in $words) {
    $deeper = "$command $word".Trim()
    if ($table.ContainsKey($deeper)) { $command = $deeper }
  }
  $after = if ($words.Count -gt 0) { "$command $($words[-1])".Trim() } else { '' }
  $choices = if ($table.ContainsKey("$after =")) { $table["$after ="] } else { $table[$command] }
  $choices | Where-Object { $_ -like "$wordToComplete*" } |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`;
}

/** A command's words under its name; the choices of an option under the command, the option and "=". */
function rowsOf(outline: CommandOutline, path: readonly string[]): string[] {
  const words = [
    ...outline.commands.map(({ name }) => name),
    ...outline.arguments.flatMap(({ choices }) => choices),
    ...outline.options.flatMap(({ names }) => names),
  ];
  const choices = outline.options.flatMap((option) =>
    option.takes === "choice" ? option.names.map((name) => row([...path, name, "="].join(" "), option.choices)) : [],
  );
  const below = outline.commands.flatMap((command) => rowsOf(command, [...path, command.name]));
  return [row(path.join(" "), words), ...choices, ...below];
}

function row(key: string, words: readonly string[]): string {
  return `    ${quoted(key)} = @(${words.map(quoted).join(", ")})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
