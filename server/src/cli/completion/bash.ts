import type { CompletionScript } from './script.ts';
import type { CommandWords, OptionWords } from './words.ts';

export const bash: CompletionScript = {
  shell: 'bash',
  write: (commands, general) => `_nianbao() {
  local cur prev command word values
  cur=\${COMP_WORDS[COMP_CWORD]}
  prev=\${COMP_WORDS[COMP_CWORD-1]}
  if [[ $cur == = ]]; then cur=
  elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  command=
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      ${commands.map(({ name }) => name).join('|')}) command=$word; break ;;
    esac
  done
  COMPREPLY=()
  case "$command $prev" in
${[...valueCases('', general), ...commands.flatMap(({ name, options }) => valueCases(name, options))].join('\n')}
  esac
  case "$command $cur" in
${commands.map((command) => optionCase(command.name, command.options)).join('\n')}
${optionCase('', general)}
  esac
  case "$command" in
    '') values='${commands.map(({ name }) => name).join(' ')}' ;;
${commands.flatMap(operandCase).join('\n')}
  esac
  [[ -n $values ]] || return
  compopt +o default
  COMPREPLY=($(compgen -W "$values" -- "$cur"))
}
complete -o default -F _nianbao nianbao
`,
};

function valueCases(command: string, options: readonly OptionWords[]): readonly string[] {
  return options.flatMap(({ flags, value }) => {
    if (!value) return [];
    const words = flags.map((flag) => `'${command} ${flag}'`).join('|');
    const answer = value.choices
      ? ` compopt +o default; COMPREPLY=($(compgen -W '${value.choices.join(' ')}' -- "$cur"));`
      : '';
    return [`    ${words})${answer} return ;;`];
  });
}

function optionCase(command: string, options: readonly OptionWords[]): string {
  const flags = options.flatMap((option) => option.flags).join(' ');
  return `    '${command} '-*) compopt +o default; COMPREPLY=($(compgen -W '${flags}' -- "$cur")); return ;;`;
}

function operandCase({ name, operands }: CommandWords): readonly string[] {
  if (operands === null) return [];
  return operands.length === 0
    ? [`    ${name}) compopt +o default; return ;;`]
    : [`    ${name}) values='${operands.join(' ')}' ;;`];
}
