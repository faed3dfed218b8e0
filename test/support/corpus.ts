import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CorpusReport {
  readonly name: string;
  readonly text: string;
}

const folders = { corpus: '../corpus', examples: '../../examples' };

/** Every whole report of the project: those of `test/corpus/` and those of `examples/`. */
export const corpus: readonly CorpusReport[] = Object.entries(folders).flatMap(([folder, path]) =>
  readdirSync(join(import.meta.dirname, path))
    .filter((file) => file.endsWith('.nianbao'))
    .sort()
    .map((file) => ({
      name: `${folder}/${file.replace(/\.nianbao$/, '')}`,
      text: readFileSync(join(import.meta.dirname, path, file), 'utf8'),
    })),
);
