import type { CompletionScript } from './script.ts';
import type { OptionWords } from './words.ts';

export const powershell: CompletionScript = {
  shell: 'powershell',
  write: (commands, general) => `Register-ArgumentCompleter -Native -CommandName nianbao -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = [ordered]@{
${commands.map(({ name, summary }) => `    ${quoted(name)} = ${quoted(summary)}`).join('\n')}
  }
  $options = @{
${[optionTable('', general), ...commands.map(({ name, options }) => optionTable(name, options))].join('\n')}
  }
  $values = @{
${[
  ...valueLines('', general),
  ...commands.flatMap(({ name, options, operands }) => [
    ...(operands && operands.length > 0 ? [valueLine(`${name} `, operands)] : []),
    ...valueLines(name, options),
  ]),
].join('\n')}
  }
  $before = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  $command = [string]($before | Select-Object -Skip 1 | Where-Object { $commands.Contains($_) } | Select-Object -First 1)
  $last = if ($before.Count -gt 1) { $before[-1] } else { '' }
  $found = @(if ($values.ContainsKey("$command $last")) {
    $values["$command $last"] | ForEach-Object { , @($_, $_) }
  } elseif ($wordToComplete.StartsWith('-')) {
    $options[$command]
  } elseif ($command -eq '') {
    $commands.GetEnumerator() | ForEach-Object { , @($_.Key, $_.Value) }
  } elseif ($values.ContainsKey("$command ")) {
    $values["$command "] | ForEach-Object { , @($_, $_) }
  })
  $found | Where-Object { $_ -and $_[0].StartsWith($wordToComplete) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
  }
}
`,
};

function optionTable(command: string, options: readonly OptionWords[]): string {
  const lines = options.flatMap(({ flags, description }) =>
    flags.map((flag) => `      , @(${quoted(flag)}, ${quoted(description)})`),
  );
  return `    ${quoted(command)} = @(\n${lines.join('\n')}\n    )`;
}

function valueLines(command: string, options: readonly OptionWords[]): readonly string[] {
  return options.flatMap(({ flags, value }) =>
    value?.choices ? flags.map((flag) => valueLine(`${command} ${flag}`, value.choices ?? [])) : [],
  );
}

function valueLine(words: string, values: readonly string[]): string {
  return `    ${quoted(words)} = @(${values.map(quoted).join(', ')})`;
}

/** PowerShell takes curly quotes for straight ones. */
function quoted(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}
