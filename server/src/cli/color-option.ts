import type { Arguments, Option } from './command.ts';
import type { Context } from './io.ts';

export const colorOption: Option = {
  name: 'color',
  value: 'auto|always|never',
  choices: ['auto', 'always', 'never'],
  description: {
    zh: '是否用颜色；不写时终端上用，设了 NO_COLOR 不用',
    en: 'colours; by default in a terminal, unless NO_COLOR is set',
  },
};

/** Whether a result is to be coloured: as asked, else where it goes to a terminal. */
export function usesColor({ io }: Context, { values }: Arguments): boolean {
  const wanted = values.get(colorOption.name) ?? 'auto';
  const toTerminal = io.stdout.isTerminal && !values.has('output');
  const automatic = toTerminal && !io.env.NO_COLOR && io.env.TERM !== 'dumb';
  return wanted === 'always' || (wanted === 'auto' && automatic);
}
