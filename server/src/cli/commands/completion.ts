import { type Command, type LoadedCommand, UsageError } from '../command.ts';
import { scripts } from '../completion/index.ts';
import { commandWords, generalWords } from '../completion/words.ts';
import { exitCodes } from '../io.ts';
import { messages } from '../messages.ts';

const shells = scripts.map(({ shell }) => shell);

/** The command that completes all others; `loaded` gives them. */
export const completionOf = (loaded: () => Promise<readonly LoadedCommand[]>): Command => ({
  name: 'completion',
  operands: { zh: `<${shells.join('|')}>`, en: `<${shells.join('|')}>` },
  operandChoices: shells,
  options: [],
  notes: {
    zh: `写到标准输出，由您放到命令行读得到的地方：
  bash        在 ~/.bashrc 里写  source <(nianbao completion bash)
  zsh         在 ~/.zshrc 里写   source <(nianbao completion zsh)
  fish        nianbao completion fish > ~/.config/fish/completions/nianbao.fish
  PowerShell  在 $PROFILE 里写   nianbao completion powershell | Out-String | Invoke-Expression`,
    en: `Written to standard output, for you to put where the shell reads it:
  bash        in ~/.bashrc   source <(nianbao completion bash)
  zsh         in ~/.zshrc    source <(nianbao completion zsh)
  fish        nianbao completion fish > ~/.config/fish/completions/nianbao.fish
  PowerShell  in $PROFILE    nianbao completion powershell | Out-String | Invoke-Expression`,
  },
  async run({ io, language }, { operands: [shell, surplus] }) {
    if (shell === undefined) throw new UsageError(messages.missingShell(shells));
    if (surplus !== undefined) throw new UsageError(messages.surplusOperand(surplus));
    const script = scripts.find((each) => each.shell === shell);
    if (!script) throw new UsageError(messages.unknownValue('completion', shell, shells));
    await io.stdout.write(script.write(commandWords(await loaded(), language), generalWords(language)));
    return exitCodes.clean;
  },
});
