// What the page has of VS Code.
import type { FromPage, PageState, PageTexts } from '../src/preview/messages.ts';

interface Host {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): Host;

export const host = acquireVsCodeApi();

export const texts = JSON.parse(document.body.dataset.texts ?? '{}') as PageTexts;

export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
}

/** An element of the shell. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no #${id}`);
  return element;
}
