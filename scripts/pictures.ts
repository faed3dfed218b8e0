// The pictures of the READMEs and of the walkthrough, in both languages, with VS Code's default settings:
// node scripts/pictures.ts [zh|en] [NAME …]
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findChromium, launch } from './browser.ts';
import { type Host, installHost, root, startHost } from './host.ts';
import { addChinese } from './language-pack.ts';
import { type Language, locales, openEditor, webp } from './live-editor.ts';
import { type Picture, pathOf, pictures } from './picture-list.ts';

const words = process.argv.slice(2);
const languages = (['zh', 'en'] as const).filter(
  (each) => words.includes(each) || !words.some((word) => word in locales),
);
const names = words.filter((word) => !(word in locales));
const chromium = findChromium();
if (!chromium) throw new Error('pictures need Chromium or Chrome');

await installHost();
const scratch = mkdtempSync(join(tmpdir(), 'nianbao-pictures-'));
const browser = await launch(chromium);
try {
  for (const language of languages) await takeAll(language);
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}
process.exit();

async function takeAll(language: Language): Promise<void> {
  const data = join(scratch, `data-${language}`);
  if (language === 'zh') await addChinese(data);
  const host = await startHost(data, locales[language]);
  try {
    for (const picture of pictures) {
      if (names.length === 0 || names.includes(picture.name)) await take(host, language, picture);
    }
  } finally {
    await host.stop();
  }
}

/** Takes a picture; once more in a fresh window where the first goes wrong, as on a busy machine. */
async function take(host: Host, language: Language, picture: Picture): Promise<void> {
  for (const attempt of [1, 2]) {
    try {
      return await takeIn(join(scratch, `${language}-${attempt}`, picture.name, '年报'), host, language, picture);
    } catch (error) {
      const [reason] = String(error).split('\n');
      console.log(`${picture.name} (${language}) was not taken: ${reason}`);
    }
  }
  process.exitCode = 1;
}

async function takeIn(folder: string, host: Host, language: Language, picture: Picture): Promise<void> {
  const { width, height } = picture;
  const page = await openEditor(browser, host, folder, language, {
    width,
    height,
    scale: 1.5,
    ...furnish(folder, picture),
  });
  const seen = join(root, 'out/pictures', `${picture.name}-${language}.png`);
  try {
    await picture.show(page, language);
    const target = join(root, pathOf(picture, language));
    mkdirSync(dirname(target), { recursive: true });
    const bytes = await webp(page, await page.screenshot({ animations: 'disabled', path: seen }));
    writeFileSync(target, bytes);
    console.log(`${target} ${Math.round(bytes.length / 1024)} KB`);
  } catch (error) {
    await page.screenshot({ path: seen });
    throw error;
  } finally {
    await page.context().close();
  }
}

/** Lays a picture's files into its folder; names the one to be opened. */
function furnish(folder: string, { files, open, drafts }: Picture): { readonly file?: string } {
  mkdirSync(folder, { recursive: true });
  for (const [name, source] of Object.entries(files)) {
    const [from, to] = [join(root, source), join(folder, name)];
    if (name.endsWith('.docx')) {
      execFileSync(process.execPath, [join(root, 'dist/nianbao.cjs'), 'export', from, '--to', 'docx', '-o', to]);
    } else copyFileSync(from, to);
  }
  if (drafts) makeDrafts(folder, drafts);
  return open === undefined ? {} : { file: open };
}

/** A repository with one version, and what has been changed since. */
function makeDrafts(folder: string, change: (folder: string) => void): void {
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
  git('init', '--initial-branch', 'main');
  git('config', 'user.name', '河湾镇党政办');
  git('config', 'user.email', 'office@example.invalid');
  git('add', '.');
  git('commit', '-m', '送审稿');
  change(folder);
}
