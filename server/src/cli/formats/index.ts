import type { OutputFormat } from './format.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { junit } from './junit.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';

/** The formats of `check`. */
export const formats: readonly OutputFormat[] = [pretty, json, jsonl, github, sarif, junit];

/** What is written where no format is named. */
export const defaultFormat = pretty;
