import type { Mention } from './mention.ts';
import { fact } from './subject.ts';

/** The numbers, denials and claims of a whole that the prose of a report makes, in the order of the text. */
export const mentions = fact((): readonly Mention[] => []);
