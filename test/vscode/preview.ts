// The preview as a user has it, in a real VS Code: seen and handled from outside, by pointer and keyboard.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { type Host, root } from '../../scripts/host.ts';
import { openPreviewWindow, workspaceWith } from './preview-window.ts';
import { type Outcome, runInTurn } from './window.ts';

interface Place {
  readonly page: Page;
  preview: Frame;
  readonly reopen: () => Promise<Frame>;
}

const REPORT = join(root, 'examples/河湾镇-2024-有误.nianbao');
/** VS Code in a browser keeps the state of its windows every five seconds, and tells nobody. */
const UNTIL_KEPT = 7000;
const WRONG = 'td.marked.error';

const cases: Readonly<Record<string, (place: Place) => Promise<void>>> = {
  'shows the report in its form': async ({ preview }) => {
    assert.equal(await preview.locator('h1').textContent(), '河湾镇人民政府2024年政府信息公开工作年度报告');
    assert.equal(await preview.locator('#view').getAttribute('lang'), 'zh-CN');
    assert.equal(await preview.locator('table').count(), 3);
    assert.match((await preview.locator('caption').first().textContent()) ?? '', /表二/);
    assert.equal(await preview.locator('th[scope="rowgroup"][rowspan]').count(), 5);
  },

  'marks the wrong cell by a sign and says what is wrong': async ({ preview }) => {
    const cell = preview.locator(WRONG);
    assert.equal(await cell.count(), 1);
    assert.equal(await cell.textContent(), '8');
    assert.equal(await cell.locator('.sign').count(), 1);
    const id = (await cell.getAttribute('aria-describedby')) ?? '';
    assert.match((await preview.locator(`#${id}`).textContent()) ?? '', /表三.*总计.*少 1/);
    assert.match((await preview.locator('#count').textContent()) ?? '', /错误 1.*警告 2/);
  },

  'goes from finding to finding, by buttons and keys': async ({ page, preview }) => {
    await preview.locator('#next').click();
    await focus(preview, '3件');
    await page.keyboard.press('F8');
    await focus(preview, '8');
    await preview.locator('#tip').waitFor();
    assert.match((await preview.locator('#tip').textContent()) ?? '', /少 1/);
    await page.keyboard.press('Shift+F8');
    await focus(preview, '3件');
    await preview.locator('#next').click();
  },

  'lets arrow keys walk the table, merged cells and all': async ({ page, preview }) => {
    await page.keyboard.press('ArrowRight');
    await focus(preview, '1');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    await focus(preview, '三、本年度办理结果');
    await page.keyboard.press('ArrowRight');
    await focus(preview, '（一）予以公开');
    assert.equal(await preview.locator('#view [tabindex="0"]').count(), 1);
  },

  'goes to the source of a cell, which the editor then has selected': async ({ page, preview }) => {
    const focused = page.locator('.monaco-editor.focused').first();
    // A worker's extension host may still be busy with the last key: then the editor is shown, and the page keeps the focus.
    for (let tries = 0; tries < 5 && !(await focused.isVisible()); tries++) {
      await preview.locator(WRONG).click({ modifiers: ['Control'] });
      await focused.waitFor({ timeout: 3000 }).catch(() => {});
    }
    await focused.waitFor();
    await preview.locator('td.cursor', { hasText: /^8$/ }).waitFor();
  },

  'changes with the text, and only where it changes': async ({ page, preview }) => {
    await preview.evaluate("for (const part of document.querySelectorAll('#view *')) part.known = true");
    await page.keyboard.type('9');
    await preview.locator('td.cursor', { hasText: '9' }).waitFor();
    await preview.locator('#count', { hasText: '错误 2' }).waitFor();
    assert.equal(
      await preview.evaluate("[...document.querySelectorAll('#view *:not(.sign)')].every((part) => part.known)"),
      true,
    );
    await page.keyboard.press('Control+Z');
    await preview.locator('#count', { hasText: '错误 1' }).waitFor();
  },

  'keeps the edited paragraph where it is': async ({ page, preview }) => {
    const paragraph = preview.locator('p', { hasText: '每周推送' });
    await paragraph.click();
    await preview.locator('p.cursor', { hasText: '每周推送' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(500);
    const top = async (): Promise<number> => (await paragraph.boundingBox())?.y ?? Number.NaN;
    const before = await top();
    await page.keyboard.insertText('长'.repeat(200));
    await preview.locator('p', { hasText: '长长长' }).waitFor();
    assert.ok(Math.abs((await top()) - before) < 2, `it was at ${before}, and is at ${await top()}`);
  },

  'shows a hostile text as text': async ({ page, preview }) => {
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('\n<script>window.harmed = 1</script><img src="x" onerror="window.harmed = 1">\n');
    await preview.locator('p', { hasText: 'onerror=' }).waitFor();
    assert.equal(await preview.locator('#view :is(script, img)').count(), 0);
    assert.equal(await preview.evaluate('window.harmed'), undefined);
  },

  'is accessible, in both views': async ({ preview }) => {
    const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
    await preview.locator('#count').click();
    for (const view of ['portal', 'paper']) {
      await preview.locator(`[data-view="${view}"]`).click();
      await preview.evaluate(axe);
      const { violations } = (await preview.evaluate('axe.run(document)')) as { violations: readonly Violation[] };
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        [],
      );
    }
  },

  'comes back with the window, in the view that it had': async (place) => {
    await place.page.waitForTimeout(UNTIL_KEPT);
    place.preview = await place.reopen();
    await place.preview.locator('#view.paper').waitFor();
    await place.preview.locator(WRONG).waitFor();
  },
};

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Resolves when the part with this text has the focus. */
async function focus(preview: Frame, text: string): Promise<void> {
  const part = "(document.activeElement.closest('td') ?? document.activeElement)";
  const here = () => preview.evaluate(`${part}.textContent`) as Promise<string>;
  for (let waited = 0; waited < 3000 && (await here()) !== text; waited += 50) await preview.waitForTimeout(50);
  assert.equal(await here(), text);
}

/** Runs the cases in one window, one after the other, and says their lines. */
export async function runPreviewCases(host: Host, browser: Browser, web: boolean, folder: string): Promise<Outcome> {
  const file = workspaceWith(folder, REPORT);
  const { close, ...place } = await openPreviewWindow(browser, host, folder, file, { web });
  place.page.setDefaultTimeout(15_000);
  const outcome = await runInTurn('the preview', cases, place, place.page);
  await close();
  return outcome;
}
