// What the client says, in the language of Nianbao's messages.
import * as vscode from 'vscode';
import chinese from './texts.zh.json' with { type: 'json' };

export type Language = 'zh' | 'en';

const chineseOf: Readonly<Record<string, string>> = chinese;

/** The language of VS Code, which messages are shown in unless the setting names another. */
export function displayLanguage(): Language {
  return vscode.env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** The language that the setting `nianbao.language` names, or VS Code's. */
export function messageLanguage(): Language {
  const set = vscode.workspace.getConfiguration('nianbao').get<string>('language');
  return set === 'zh' || set === 'en' ? set : displayLanguage();
}

/** An English text, or the Chinese one for it, with `{0}` and so on replaced. */
export function t(text: string, ...values: readonly (string | number)[]): string {
  const pattern = messageLanguage() === 'zh' ? (chineseOf[text] ?? text) : text;
  return pattern.replace(/\{(\d+)\}/g, (place, number: string) => String(values[Number(number)] ?? place));
}

/** Fires when `t` may give other texts than before. */
export function onDidChangeLanguage(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('nianbao.language')) listener();
  });
}
