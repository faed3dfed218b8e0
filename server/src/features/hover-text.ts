// Text of a hover, as Markdown or plain: whatever comes from a report or a rule is escaped in Markdown.
import type { MarkupContent } from 'vscode-languageserver-types';
import type { Span } from '../text/span.ts';

/** What there is to say of a place in the text. */
export interface Described {
  readonly span: Span;
  readonly blocks: readonly Block[];
}

/** A paragraph of a hover. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Its items may have several lines. */
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'command'; readonly title: string; readonly command: string; readonly argument: string };

/** The blocks as the client wants them; empty ones are left out. A command becomes a link in Markdown only. */
export function hoverContent(blocks: readonly Block[], markdown: boolean): MarkupContent {
  const texts = blocks.map(markdown ? markdownOf : plainOf).filter((text) => text !== '');
  return { kind: markdown ? 'markdown' : 'plaintext', value: texts.join('\n\n') };
}

function markdownOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text === '' ? '' : `**${escaped(block.text)}**`;
    case 'text':
      return escaped(block.text);
    case 'list':
      return block.items.map((item) => `- ${escaped(item).replaceAll('\n', '  \n  ')}`).join('\n');
    case 'command':
      return `[${escaped(block.title)}](command:${block.command}?${encodeURIComponent(JSON.stringify([block.argument]))})`;
  }
}

function plainOf(block: Block): string {
  switch (block.kind) {
    case 'list':
      return block.items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n');
    case 'command':
      return '';
    default:
      return block.text;
  }
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/^(\d+)\./, '$1\\.')
    .replace(/^([+-])/, '\\$1');
}
