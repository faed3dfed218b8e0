import { checkstyle } from './checkstyle.ts';
import type { OutputFormat } from './format.ts';
import { gcc } from './gcc.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { junit } from './junit.ts';
import { pretty } from './pretty.ts';
import { rdjson } from './rdjson.ts';
import { sarif } from './sarif.ts';

/** The formats of `check`. */
export const formats: readonly OutputFormat[] = [
  pretty,
  json,
  jsonl,
  github,
  gitlab,
  sarif,
  junit,
  checkstyle,
  rdjson,
  gcc,
];

/** What is written where no format is named. */
export const defaultFormat = pretty;
