// The page that VS Code shows of the extension: docs/extension.md with its pictures inside, since VS Code shows none that lie beside it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const PICTURE = /(!\[[^\]]*\]\()(images\/[\w/]+\.webp)(\))/g;

const text = readFileSync(join(root, 'docs/extension.md'), 'utf8');
const page = text.replace(PICTURE, (_, before: string, name: string, after: string) => {
  const bytes = readFileSync(join(root, 'docs', name)).toString('base64');
  return `${before}data:image/webp;base64,${bytes}${after}`;
});
mkdirSync(join(root, 'out'), { recursive: true });
writeFileSync(join(root, 'out/extension-readme.md'), page);
