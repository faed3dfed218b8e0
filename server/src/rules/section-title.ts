import { type DefinedSection, definedSections } from '../analysis/section-places.ts';
import type { Subject } from '../analysis/subject.ts';
import { canonical } from '../text/canonical.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Fix, Rule } from './engine/rule.ts';

const code = 'section-title';

/** The wording of a section's title differs from the official one. */
export const sectionTitle: Rule = {
  code,
  group: 'structure',
  severity: 'hint',
  title: { zh: '标题与规定的不一致', en: 'A title differs from the official one' },
  explanation: {
    zh: `六个部分的标题与规定的文字不一样时提示；多字、少字、错字的是警告。空格、全角半角和引号的差别不算。

标题由《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号；2019、2020年度为国办公开办函〔2019〕60号）规定。常见的别的写法，如「存在问题及改进措施」，看得懂，但是审核时常要求改回来。

做法：改为规定的标题。`,
    en: `Fires when the title of one of the six parts differs from the official wording: a hint for a wording in use, a warning for wrong, doubled or lost characters. Spacing, width and quotation marks make no difference.

The titles are set by the form (国办公开办函〔2021〕30号; for 2019 and 2020 国办公开办函〔2019〕60号). Other wordings are understood, but reviewers often want the official one.

What to do: use the official title.`,
  },
  example: {
    wrong: '二、{{section-title:主动公开政府政府信息情况}}\n\n五、{{section-title:存在问题及改进措施}}\n',
    right: '二、主动公开政府信息情况\n\n五、存在的主要问题及改进情况\n',
  },
  check,
};

function* check({ report }: Subject): Generator<Finding> {
  for (const section of definedSections(report)) {
    const { match, definition, title } = section;
    if (match !== 'variant' && match !== 'misspelt') continue;
    const misspelt = match === 'misspelt';
    yield finding(code, {
      span: title.span,
      ...(misspelt ? { severity: 'warning' as const } : {}),
      message: () =>
        misspelt
          ? {
              zh: `标题有错字、多字或少字：应为「${definition.title}」`,
              en: `Misspelt title: it should be “${definition.title}”`,
            }
          : { zh: `规定的标题是「${definition.title}」`, en: `The official title is “${definition.title}”` },
      fixes: () => [fix(section)],
      data: { section: definition.id, misspelt },
    });
  }
}

function fix(section: DefinedSection): Fix {
  const { definition, title } = section;
  return {
    title: { zh: `改为「${definition.title}」`, en: `Change to “${definition.title}”` },
    edits: [{ span: title.span, text: definition.title }],
    certain: isCertain(section),
  };
}

/** Not where the title is known by its key words alone: it may say more than the official one. */
function isCertain({ match, title, definition }: DefinedSection): boolean {
  return match === 'misspelt' || definition.variants.some((variant) => canonical(variant) === canonical(title.text));
}
