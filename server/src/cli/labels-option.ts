import { canonicalStyle, type LabelStyle, labelStyle, labelStyles } from '../forms/labels.ts';
import type { Arguments, Option } from './command.ts';

/** The labels of tables that a command writes. */
export const labelsOption: Option = {
  name: 'labels',
  value: 'STYLE',
  choices: labelStyles,
  description: {
    zh: '表格的行名和表头：short 短的（默认），official 表样的',
    en: 'the labels of its tables: short (the default) or official',
  },
};

/** The labels asked for, else the canonical ones. */
export function labelsOf({ values }: Arguments): LabelStyle {
  return labelStyle(values.get(labelsOption.name)) ?? canonicalStyle;
}
