// Hover: what a label, a value, a head, a heading or a code means.
import type { Hover } from 'vscode-languageserver-types';
import type { Element, SuppressionCodeElement, ValueElement } from '../analysis/element.ts';
import { elementAt } from '../analysis/element-at.ts';
import { mentionAt } from '../analysis/mention-links.ts';
import type { RuleSettings } from '../analysis/settings.ts';
import { ruleByCode } from '../rules/index.ts';
import type { Language } from '../text/language.ts';
import { touches } from '../text/span.ts';
import { carriedBlocks } from './hover-carried.ts';
import { childrenBlocks } from './hover-children.ts';
import { headingHover } from './hover-headings.ts';
import { cellMentionBlocks, mentionHover } from './hover-mentions.ts';
import { tableHover, valueHover } from './hover-tables.ts';
import { type Block, type Described, hoverContent } from './hover-text.ts';
import { rangeOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

export interface HoverOptions {
  readonly offset: number;
  readonly language: Language;
  readonly settings: RuleSettings;
  /** Whether the client shows Markdown. */
  readonly markdown: boolean;
  /** Whether the client opens `command:` links. */
  readonly commandLinks: boolean;
}

/** What stands at the offset, and the findings there; null where there is nothing to say. */
export async function hover(snapshot: Snapshot, options: HoverOptions): Promise<Hover | null> {
  const mention = mentionAt(snapshot.subject(options.settings), options.offset);
  const element = elementAt(snapshot.report, options.offset);
  const described = mention
    ? mentionHover(snapshot.subject(options.settings), mention, options.language)
    : element && (await describedAt(snapshot, element, options));
  const findings = await findingBlocks(snapshot, options);
  const blocks = [...(described?.blocks ?? []), ...findings];
  if (blocks.length === 0) return null;
  return {
    contents: hoverContent(blocks, options.markdown),
    ...(described ? { range: rangeOf(snapshot.lines, described.span) } : {}),
  };
}

function describedAt(
  snapshot: Snapshot,
  element: Element,
  options: HoverOptions,
): Described | null | Promise<Described | null> {
  const { offset, language } = options;
  switch (element.kind) {
    case 'suppression-code':
      return codeHover(element, options);
    case 'section':
    case 'subsection':
      return touches(element.selection, offset) ? headingHover(snapshot.report, element, language) : null;
    case 'value':
      return amongOthers(valueHover(element, language), snapshot, element, options);
    default:
      return touches(element.selection, offset) ? tableHover(element, language) : null;
  }
}

/** With what last year's report and the text say of the value. */
function amongOthers(
  { span, blocks }: Described,
  snapshot: Snapshot,
  element: ValueElement,
  { language, settings }: HoverOptions,
): Described {
  const subject = snapshot.subject(settings);
  return {
    span,
    blocks: [
      ...blocks,
      ...carriedBlocks(subject, element, language),
      ...childrenBlocks(subject, element, language),
      ...cellMentionBlocks(subject, element.cell, language),
    ],
  };
}

async function codeHover(
  { code, selection }: SuppressionCodeElement,
  options: HoverOptions,
): Promise<Described | null> {
  const blocks = await ruleBlocks(code.text, options);
  return blocks.length > 0 ? { span: selection, blocks } : null;
}

async function ruleBlocks(code: string, { language, commandLinks }: HoverOptions): Promise<readonly Block[]> {
  const rule = ruleByCode(code);
  if (!rule) return [];
  const { firstOfExplanation } = await import('../rules/engine/rule-page.ts');
  return [
    { kind: 'heading', text: `${rule.code} · ${rule.title[language]}` },
    { kind: 'text', text: firstOfExplanation(rule, language) },
    ...(commandLinks ? [explainLink(code, language)] : []),
  ];
}

function explainLink(code: string, language: Language): Block {
  return {
    kind: 'command',
    title: { zh: `规则 ${code} 的说明`, en: `About ${code}` }[language],
    command: 'nianbao.explain',
    argument: code,
  };
}

/** Links to the rules of the findings here, or the pages themselves where no link is opened; the client shows messages itself. */
async function findingBlocks(
  snapshot: Snapshot,
  { offset, settings, commandLinks, markdown, language }: HoverOptions,
): Promise<readonly Block[]> {
  const here = snapshot.check(settings).findings.filter(({ span }) => touches(span, offset));
  const codes = [...new Set(here.map(({ code }) => code))];
  if (commandLinks && markdown) return codes.map((code) => explainLink(code, language));
  return (await Promise.all(codes.map((code) => pageBlocks(code, language)))).flat();
}

async function pageBlocks(code: string, language: Language): Promise<readonly Block[]> {
  const rule = ruleByCode(code);
  if (!rule) return [];
  const { explanationText } = await import('../rules/engine/rule-page.ts');
  const paragraphs = explanationText(rule, language).split('\n\n');
  return [
    { kind: 'heading', text: `${code} · ${rule.title[language]}` },
    ...paragraphs.map((text): Block => ({ kind: 'text', text })),
  ];
}
