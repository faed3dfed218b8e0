// The page that a preview's panel begins with: its tools, and room for the report. Nothing in it comes from a report.
import * as vscode from 'vscode';
import { escaped } from '../../../server/src/text/escape.ts';
import { messageLanguage, t } from '../texts.ts';
import type { PageTexts } from './messages.ts';

/** The page for a webview. Only the two files of the extension run and dress it; nothing else is loaded. */
export function shell(webview: vscode.Webview, extension: vscode.Uri): string {
  const file = (name: string) => escaped(webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', name)).toString());
  const nonce = randomNonce();
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${messageLanguage() === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(t('Preview'))}</title>
<link rel="stylesheet" nonce="${nonce}" href="${file('preview.css')}">
</head>
<body data-texts="${escaped(JSON.stringify(texts()))}">
<header id="bar">
<div role="group" aria-label="${escaped(t('Findings'))}">
${button('previous', t('Previous finding (Shift+F8)'), '↑')}
${button('next', t('Next finding (F8)'), '↓')}
<button type="button" id="count" aria-expanded="false" aria-controls="findings"></button>
</div>
<div role="group" aria-label="${escaped(t('Form'))}">
<button type="button" id="complete" title="${escaped(t('0 in every blank addend, sums in blank totals. In a total, = fills in its sum'))}">${escaped(t('Fill zeros and totals'))}</button>
</div>
<div role="group" aria-label="${escaped(t('View'))}" class="switch">
<button type="button" data-view="portal" aria-pressed="true">${escaped(t('Web'))}</button>
<button type="button" data-view="paper" aria-pressed="false">${escaped(t('A4'))}</button>
</div>
<div id="live" role="status" class="unseen"></div>
<div id="tip" role="tooltip" hidden></div>
</header>
<aside id="findings" aria-label="${escaped(t('Findings'))}" hidden><ol></ol></aside>
<main id="view" class="portal" lang="zh-CN"></main>
<script nonce="${nonce}" src="${file('preview.js')}"></script>
</body>
</html>`;
}

function button(id: string, label: string, sign: string): string {
  return `<button type="button" id="${id}" title="${escaped(label)}" aria-label="${escaped(label)}"><span aria-hidden="true">${sign}</span></button>`;
}

function texts(): PageTexts {
  return {
    errors: t('Errors: {0}', '{0}'),
    warnings: t('Warnings: {0}', '{0}'),
    remarks: t('Remarks: {0}', '{0}'),
    suppressed: t('Ignored: {0}', '{0}'),
    none: t('No findings'),
    ofAll: t('{0} of {1}', '{0}', '{1}'),
    error: t('Error'),
    warning: t('Warning'),
    information: t('Information'),
    hint: t('Hint'),
    ignored: t('Ignored'),
    reason: t('Reason: {0}', '{0}'),
    noReason: t('no reason given'),
    explain: t('Explain'),
    pageNumber: t('Page {0}', '{0}'),
    locked: {
      count: t('This row has more or fewer values than the form. Correct it in the text.'),
      extra: t('The form has no place for this value. Edit it in the text.'),
      repeat: t('The table is there twice; only the first one counts.'),
    },
    total: t('= fills in the sum'),
    leave: t('Tab now leaves the table'),
  };
}

function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
