import * as vscode from 'vscode';
import { equal, ok, test, waitingFor } from './cases.ts';
import { extensionApi, find, findings, open } from './editor.ts';

const REPORT = '青禾镇2024.nianbao';
const LABEL = '| 行政复议';
const run = vscode.commands.executeCommand;

/** Numbers that look random and are the same in each run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield Math.floor(state / 65536);
  }
}

/** A copy of the report in an editor, with the cursor in a row of its last table, once its cells are known. */
async function copied(): Promise<vscode.TextEditor> {
  await extensionApi();
  const content = (await open(REPORT)).document.getText();
  const document = await vscode.workspace.openTextDocument({ language: 'nianbao', content });
  const editor = await vscode.window.showTextDocument(document);
  await findings(document, (found) => found.length > 0);
  const at = find(document, LABEL, '行政复议');
  editor.selection = new vscode.Selection(at, at);
  // Until the server has told where the cells are, nothing is selected.
  await until(async () => {
    await run('nianbao.nextCell');
    await pause(200);
    return !editor.selection.active.isEqual(at);
  }, 'the first value was not found');
  // A selection is heard of later than it is made: of several keys the last may still be on its way.
  await pause(400);
  editor.selection = new vscode.Selection(at, at);
  await until(() => editor.selection.isEmpty && editor.selection.active.isEqual(at), 'the cursor did not go back');
  await run('nianbao.nextCell');
  await until(() => !editor.selection.active.isEqual(at), 'the first value was not selected');
  return editor;
}

async function until(holds: () => boolean | Promise<boolean>, message: string): Promise<void> {
  waitingFor(() => message);
  for (let waited = 0; waited < 5000; waited += 20) {
    if (await holds()) return;
    await pause(20);
  }
  throw new Error(message);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

async function close(): Promise<void> {
  await run('workbench.action.revertAndCloseActiveEditor');
}

test('keys go from value to value, each selected', async () => {
  const editor = await copied();
  const { document } = editor;
  const at = (): string => `${document.getText(editor.selection)}@${editor.selection.active.line}`;
  const row = find(document, LABEL).line;
  const values = document
    .lineAt(row)
    .text.split('|')
    .slice(2, -1)
    .map((value) => value.trim());
  for (const value of values) {
    equal(at(), `${value}@${row}`);
    const before = editor.selection;
    await run('nianbao.nextCell');
    await until(() => !editor.selection.isEqual(before), `nothing after ${at()} was selected`);
  }
  equal(editor.selection.active.line, row + 1);
  await run('nianbao.previousCell');
  await until(() => at() === `${values.at(-1)}@${row}`, `back in the row before: ${at()}`);
  await run('nianbao.cellBelow');
  await until(() => editor.selection.active.line === row + 1, `below: ${at()}`);
  await close();
});

test('one undo takes back a value and the padding of its row, whatever was typed and however it was left', async () => {
  const editor = await copied();
  const { document } = editor;
  const random = numbers(7);
  const next = (below: number): number => random.next().value % below;
  const ways = ['nianbao.nextCell', 'nianbao.previousCell', 'nianbao.cellBelow', 'cursorUp', 'cursorHome'] as const;
  for (let round = 0; round < 6; round++) {
    for (let step = next(4); step >= 0; step--) await run('nianbao.nextCell');
    await pause(40);
    if (document.lineAt(editor.selection.active).text.split('|').length < 4) await run('nianbao.previousCell');
    const before = document.getText();
    await run('type', { text: String(next(10 ** (1 + next(6)))) });
    await pause(40);
    await run(ways[next(ways.length)] ?? 'cursorHome');
    await settled(document, 400);
    const after = document.getText();
    // The padding of a row that other keys have left is a step of its own, which goes by itself.
    await run('undo');
    await until(() => document.getText() === before, 'not undone');
    await run('redo');
    await until(() => document.getText() === after, 'not redone');
  }
  await close();
});

test('a row that an arrow or the mouse leaves is put below the others', async () => {
  const editor = await copied();
  const { document } = editor;
  const { line } = find(document, LABEL);
  const row = (): string => document.lineAt(line).text;
  const click = (): void => {
    editor.selection = new vscode.Selection(0, 0, 0, 0);
  };
  for (const leave of [() => run('cursorUp'), click]) {
    const before = row();
    const value = before.indexOf('|', 2) + 2;
    editor.selection = new vscode.Selection(line, value, line, before.indexOf('|', value) - 1);
    await pause(200);
    await run('type', { text: '345' });
    await pause(100);
    ok(row() !== before && row().length !== before.length, `nothing was typed: ${row()}`);
    await leave();
    await until(() => row().length === before.length, `not padded: ${row()}`);
    await run('undo');
    await until(() => row() === before, `not undone: ${row()}`);
  }
  await close();
});

/** Resolves when the text has been the same for a while. */
async function settled(document: vscode.TextDocument, quiet = 120): Promise<void> {
  for (let version = -1; version !== document.version; ) {
    version = document.version;
    await pause(quiet);
  }
}

test('commands on tables are one step each', async () => {
  const editor = await copied();
  const { document } = editor;
  const before = document.getText();
  for (const [command, argument] of [
    ['nianbao.clearValues'],
    ['nianbao.fillBlanks'],
    ['nianbao.recomputeTotals', 'report'],
    ['nianbao.insertRow'],
  ] as const) {
    const start = document.getText();
    await run(command, argument);
    await settled(document);
    if (document.getText() === start) continue;
    const end = document.getText();
    await run('undo');
    equal(document.getText(), start);
    await run('redo');
    equal(document.getText(), end);
  }
  ok(document.getText() !== before, 'no command did anything');
  await close();
});

test('the lens for totals works out those of the table that it stands over, wherever the cursor is', async () => {
  const editor = await copied();
  const { document } = editor;
  const { line } = find(document, LABEL);
  const { text } = document.lineAt(line);
  const last = text.lastIndexOf('|', text.trimEnd().length - 2);
  const total = new vscode.Range(line, last + 1, line, text.trimEnd().length - 1);
  await editor.edit((builder) => builder.replace(total, ' 987 '));
  editor.selection = new vscode.Selection(0, 0, 0, 0);
  let lens: vscode.CodeLens | undefined;
  await until(async () => {
    const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    lens = lenses.findLast(({ command }) => command?.command === 'nianbao.recomputeTotals');
    return lens !== undefined && lens.range.start.line < line;
  }, 'there is no lens for the totals of the table');
  await run('nianbao.recomputeTotals', ...(lens?.command?.arguments ?? []));
  await until(() => !document.lineAt(line).text.includes('987'), 'the total was not worked out');
  await close();
});
