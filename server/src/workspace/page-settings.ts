// `page` of a settings file: how published pages look.
import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { type PageStyle, pageChoices } from '../forms/page-style.ts';
import type { FileProblem } from './file-problem.ts';
import { properties, spanOf } from './json-text.ts';

const keys = Object.keys(pageChoices);

/** What the file chooses; null where it says nothing of it. What can't be followed goes to `problems`. */
export function readPage(node: Node | undefined, problems: FileProblem[]): Partial<PageStyle> | null {
  if (!node) return null;
  if (node.type !== 'object') {
    problems.push(notAsked(node));
    return null;
  }
  for (const [key, , name] of properties(node)) if (!keys.includes(key)) problems.push(notAsked(name));
  const fonts = choice(node, 'fonts', problems);
  const pageNumbers = choice(node, 'pageNumbers', problems);
  return { ...(fonts ? { fonts } : {}), ...(pageNumbers ? { pageNumbers } : {}) };
}

function choice<Key extends keyof PageStyle>(page: Node, key: Key, problems: FileProblem[]): PageStyle[Key] | null {
  const node = findNodeAtLocation(page, [key]);
  if (!node) return null;
  const known = pageChoices[key].find((each) => each === node.value);
  if (known !== undefined) return known;
  problems.push(badChoice(key, node));
  return null;
}

function notAsked(node: Node): FileProblem {
  return {
    span: spanOf(node),
    message: {
      zh: `「page」应为一个对象，只有 ${keys.join('、')} 两项`,
      en: `“page” has to be an object of ${keys.join(' and ')}`,
    },
  };
}

function badChoice(key: keyof PageStyle, node: Node): FileProblem {
  const choices = pageChoices[key];
  return {
    span: spanOf(node),
    message: {
      zh: `「${key}」只能是 ${choices.join('、')} 之一`,
      en: `“${key}” has to be one of ${choices.join(', ')}`,
    },
  };
}
