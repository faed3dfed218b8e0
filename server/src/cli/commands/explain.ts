import type { RunnableRule } from '../../rules/engine/rule.ts';
import { rulePage, severityNames } from '../../rules/engine/rule-page.ts';
import { ruleByCode, rules } from '../../rules/index.ts';
import { greatest } from '../../text/lists.ts';
import { padEnd } from '../columns.ts';
import type { Arguments, Command } from '../command.ts';
import { complain } from '../complain.ts';
import { type Context, exitCodes } from '../io.ts';
import { messages } from '../messages.ts';
import { nearestName } from '../nearest-name.ts';

export const explain: Command = {
  name: 'explain',
  operands: { zh: '[规则代码…]', en: '[code…]' },
  operandChoices: rules.map(({ code }) => code),
  options: [],
  notes: { zh: '不写规则代码时列出所有规则。', en: 'Without a code, all rules are listed.' },
  run: async (context, given) => (given.operands.length > 0 ? pages(context, given) : list(context)),
};

async function pages({ io, language }: Context, { operands }: Arguments): Promise<number> {
  const found: RunnableRule[] = [];
  for (const code of operands) {
    const rule = ruleByCode(code);
    if (rule) found.push(rule);
    else {
      const near = nearestName(
        code,
        rules.map((each) => each.code),
      );
      await complain(io, messages.unknownCode(code, near)[language]);
    }
  }
  await io.stdout.write(found.map((rule) => rulePage(rule, language)).join('\n'));
  return found.length === operands.length ? exitCodes.clean : exitCodes.failure;
}

async function list({ io, language }: Context): Promise<number> {
  const codeWidth = greatest(rules.map(({ code }) => code.length)) + 2;
  const lines = rules.map((rule) => {
    const severity = severityNames[rule.severity][language];
    return `${padEnd(rule.code, codeWidth)}${padEnd(severity, language === 'zh' ? 6 : 13)}${rule.title[language]}\n`;
  });
  await io.stdout.write(lines.join(''));
  return exitCodes.clean;
}
