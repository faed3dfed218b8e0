import type { CompletionScript } from './script.ts';
import type { CommandWords, OptionWords } from './words.ts';

export const zsh: CompletionScript = {
  shell: 'zsh',
  write: (commands, general) => `#compdef nianbao
_nianbao() {
  local curcontext="$curcontext" state
  local -a line commands
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join('\n')}
  )
  _arguments -C \\
${general.flatMap(specs).map(argument).join('')}    '1:command:->command' \\
    '*::argument:->argument'
  case $state in
    command) _describe -t commands command commands ;;
    argument)
      curcontext="\${curcontext%:*:*}:nianbao-$words[1]:"
      case $words[1] in
${commands.map(branch).join('')}      esac ;;
  esac
}
if [ "$funcstack[1]" = _nianbao ]; then _nianbao "$@"; else compdef _nianbao nianbao; fi
`,
};

function branch({ name, options, operands }: CommandWords): string {
  const operand =
    operands === null ? ["'*:file:_files'"] : operands.length > 0 ? [quoted(`*:value:(${operands.join(' ')})`)] : [];
  const all = [...options.flatMap(specs), ...operand];
  return `        ${name}) _arguments ${all.join(' \\\n          ')} ;;\n`;
}

function argument(spec: string): string {
  return `    ${spec} \\\n`;
}

/** One for each way to write it. */
function specs({ flags, description, repeatable, value }: OptionWords): readonly string[] {
  const excluded = repeatable ? '*' : flags.length > 1 ? `(${flags.join(' ')})` : '';
  const told = description.replace(/[\\[\]:]/g, '\\$&');
  const action = value?.choices ? `(${value.choices.join(' ')})` : value?.isPath ? '_files' : ' ';
  const rest = value ? `:${value.placeholder.replaceAll(':', '\\:')}:${action}` : '';
  return flags.map((flag) => {
    const takes = value ? (flag.startsWith('--') ? '=' : '+') : '';
    return quoted(`${excluded}${flag}${takes}[${told}]${rest}`);
  });
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
