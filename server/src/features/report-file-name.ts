// Which files look like reports by their names: those that importing is offered for.
import type { Words } from '../forms/words.ts';
import { anyOf } from '../text/any-of.ts';
import { canonical } from '../text/canonical.ts';

/** Whether a file's name says what reports are about, and that it is a report. */
export function isReportName(name: string, words: Words): boolean {
  const text = canonical(name.replace(/\.[^.]*$/, ''));
  return words.topicIn(text) >= 0 && words.derived(endingIn).test(text);
}

function endingIn({ titleEndings, titleVariants }: Words): RegExp {
  return new RegExp(anyOf([...titleEndings, ...titleVariants]), 'u');
}
