// What each picture shows: the files of its folder, the size of its window, and what is done there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { formFrame, goToLine, hide, type Language, runCommand } from './live-editor.ts';

export interface Picture {
  readonly name: string;
  /** Whether it goes with the extension: the READMEs alone show the others. */
  readonly packed?: boolean;
  readonly width: number;
  readonly height: number;
  /** The files of the folder, and the examples that they come from; a Word file is exported from its example. */
  readonly files: Readonly<Record<string, string>>;
  /** The file that is open at first. */
  readonly open?: string;
  /** What is changed in the folder after its first version was kept. */
  readonly drafts?: (folder: string) => void;
  readonly show: (page: Page, language: Language) => Promise<void>;
}

const report = '河湾镇-2024.nianbao';
const wrong = { [report]: 'examples/河湾镇-2024-有误.nianbao' };
const wide = { width: 1280, height: 720 };
const narrow = { width: 960, height: 600 };
/** Two tables beside each other, no row of them wrapped. */
const widest = { width: 1600, height: 860 };

/** The line of the total that does not add up. */
const total = 67;

const titles = {
  begin: { zh: '年报：新建或导入', en: 'Annual Report: Begin or Import' },
  importReport: { zh: '导入年报', en: 'Import a Report' },
  openForm: { zh: '以表单打开', en: 'Open as Form' },
  openPreviewToSide: { zh: '在侧边打开预览', en: 'Open Preview to the Side' },
  export: { zh: '导出…', en: 'Export…' },
} as const;

/** Where a picture lies: those that the READMEs alone show aren't packed. */
export function pathOf({ name, packed = true }: Picture, language: Language): string {
  return `docs/${packed ? 'images' : 'readme'}/${language}/${name}.webp`;
}

export const pictures: readonly Picture[] = [
  {
    ...wide,
    name: 'import',
    files: { '青禾镇2023年年度报告.docx': 'examples/青禾镇-2023.nianbao' },
    async show(page, language) {
      await page.locator('.pane-header', { hasText: titles.begin[language] }).waitFor();
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: '.docx' }).click({ button: 'right' });
      await page.locator('.monaco-menu .action-item', { hasText: titles.importReport[language] }).click();
      await page.waitForSelector('.statusbar-item[id*="nianbao.summary"] .codicon', { timeout: 30_000 });
      await goToLine(page, 34);
      await page.waitForTimeout(1500);
    },
  },
  {
    width: 1600,
    height: 720,
    name: 'finding',
    files: wrong,
    open: report,
    async show(page) {
      await hide(page, 'sidebar', 'Control+B');
      await goToLine(page, total - 1);
      await page.keyboard.press('F8');
      await page.waitForSelector('.peekview-widget, .zone-widget');
      await page.waitForTimeout(1500);
    },
  },
  {
    ...wide,
    name: 'hover',
    packed: false,
    files: wrong,
    open: report,
    async show(page) {
      await hide(page, 'sidebar', 'Control+B');
      await goToLine(page, 50);
      await hoverOverValue(page, '（二）部分公开', /^\s*2\s*$/);
    },
  },
  {
    ...narrow,
    name: 'mend',
    files: wrong,
    open: report,
    async show(page) {
      await hide(page, 'sidebar', 'Control+B');
      await goToLine(page, total - 1);
      await page.keyboard.press('F8');
      await page.waitForTimeout(500);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+.');
      await page.waitForSelector('.action-widget', { timeout: 10_000 });
      await page.waitForTimeout(800);
    },
  },
  {
    ...widest,
    name: 'preview',
    packed: false,
    files: wrong,
    open: report,
    show: opened('openPreviewToSide'),
  },
  {
    ...narrow,
    name: 'form',
    files: wrong,
    open: report,
    show: opened('openForm'),
  },
  {
    ...narrow,
    name: 'export',
    files: wrong,
    open: report,
    async show(page, language) {
      await hide(page, 'sidebar', 'Control+B');
      await runCommand(page, titles.export[language]);
      await page.waitForSelector('.quick-input-list .monaco-list-row');
      await page.waitForTimeout(800);
    },
  },
  {
    ...wide,
    name: 'version',
    files: wrong,
    open: report,
    drafts: mendTotal,
    async show(page, language) {
      await page.keyboard.press('Control+Shift+G');
      const message = page.locator('.scm-editor .native-edit-context, .scm-editor textarea').first();
      await message.waitFor({ timeout: 30_000 });
      await goToLine(page, total - 8);
      await page.keyboard.press('Control+Shift+G');
      await message.focus();
      await page.keyboard.insertText({ zh: '总计改正，送审第二稿', en: 'Total put right, second draft' }[language]);
      await page.waitForTimeout(2500);
    },
  },
  {
    ...widest,
    name: 'compare',
    files: wrong,
    drafts: mendTotal,
    async show(page) {
      await page.keyboard.press('Control+Shift+G');
      await page.locator('.scm-view .monaco-list-row', { hasText: report }).click({ timeout: 30_000 });
      await page.waitForTimeout(1000);
      await hide(page, 'sidebar', 'Control+B');
      await page.waitForTimeout(4000);
    },
  },
];

/** What a command opens where the cursor stands in the total. */
function opened(command: keyof typeof titles): Picture['show'] {
  return async (page, language) => {
    await hide(page, 'sidebar', 'Control+B');
    await goToLine(page, total);
    await tabToValue(page);
    await runCommand(page, titles[command][language]);
    await formFrame(page);
    await page.waitForTimeout(2500);
  };
}

/** The total is put right, as its user would do it. */
function mendTotal(folder: string): void {
  const file = join(folder, report);
  const text = readFileSync(file, 'utf8');
  const mended = text.replace(
    '| 2.重复申请         |      1 |    0 |    0 |    0 |        0 |    0 |    1 |',
    '| 2.重复申请         |      0 |    0 |    0 |    0 |        0 |    0 |    0 |',
  );
  writeFileSync(file, mended.replace('          3件 |', '            3 |'));
}

/** Selects the next value, once the editor knows that it stands in a row. */
async function tabToValue(page: Page): Promise<void> {
  await page.waitForTimeout(2500);
  await page.keyboard.press('Tab');
  await page.waitForTimeout(800);
}

/** Puts the mouse over a number in the row that begins with a label. */
async function hoverOverValue(page: Page, label: string, number: RegExp): Promise<void> {
  const row = page.locator('.monaco-editor .view-line', { hasText: label });
  const box = await row.locator('span > span').filter({ hasText: number }).last().boundingBox();
  if (!box) throw new Error(`the row of ${label} has no such number`);
  await page.mouse.move(box.x + box.width - 4, box.y + box.height / 2, { steps: 5 });
  await page.waitForSelector('.monaco-hover-content', { timeout: 10_000 });
  await page.waitForTimeout(1500);
}
