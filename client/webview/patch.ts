// Changes the page with as little as it takes: elements that stay keep focus, selection and place.
import { describeCells } from './cells.ts';

/** Makes `target` equal to `source`, which is taken apart for it; a field in which something is typed stays. */
function morph(target: Element, source: Element): void {
  for (const { name } of [...target.attributes]) {
    if (name !== 'style' && !source.hasAttribute(name)) target.removeAttribute(name);
  }
  for (const { name, value } of source.attributes) {
    if (target.getAttribute(name) !== value) target.setAttribute(name, value);
  }
  const wanted = [...source.childNodes];
  const own = [...target.childNodes].filter((node) => !(node instanceof HTMLInputElement));
  wanted.forEach((child, i) => {
    const present = own[i];
    if (!present) target.insertBefore(child, own.at(-1)?.nextSibling ?? target.firstChild);
    else if (present instanceof Element && child instanceof Element && present.tagName === child.tagName) {
      morph(present, child);
    } else if (present instanceof Text && child instanceof Text) {
      if (present.data !== child.data) present.data = child.data;
    } else present.replaceWith(child);
  });
  for (const node of own.slice(wanted.length)) node.remove();
}

/** The element that the server's HTML for a block describes. In the page, columns know their widths and cells can take the focus. */
export function elementOf(html: string): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = html;
  const element = template.content.firstElementChild;
  if (!(element instanceof HTMLElement)) throw new Error('a block has no element');
  const cells = element.querySelectorAll('th, td');
  element.removeAttribute('tabindex');
  describeCells(element);
  for (const part of cells.length > 0 ? cells : [element]) part.setAttribute('tabindex', '-1');
  return element;
}

/** Changes the element of a block from one HTML to another: where only rows of a table differ, these alone. */
export function patch(element: HTMLElement, before: string, after: string): void {
  const [old, next] = [before.split('\n'), after.split('\n')];
  const changed = next.flatMap((line, i) => (line === old[i] ? [] : [i]));
  const rows = element.querySelector('table')?.rows;
  if (!rows || old.length !== next.length || !changed.every((i) => isRow(old[i]) && isRow(next[i]))) {
    morph(element, elementOf(after));
    return;
  }
  for (const i of changed) {
    const row = rows[old.slice(0, i).filter(isRow).length];
    const wanted = elementOf(`<div><table><tbody>${next[i]}</tbody></table></div>`).querySelector('tr');
    if (row && wanted) morph(row, wanted);
  }
}

function isRow(line: string | undefined): boolean {
  return line !== undefined && /^<tr[ >]/.test(line);
}

/** The policy forbids styles at elements, and allows a script to set them. */
export function setWidths(block: HTMLElement): void {
  for (const column of block.querySelectorAll('col')) column.style.width = `${column.dataset.share}%`;
  if (block.dataset.right !== undefined) block.style.setProperty('--right', `${block.dataset.right}em`);
}
