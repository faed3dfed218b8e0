// docs/api.md: what the library exports, from its declarations.

/** Where the page's own text ends and the declarations begin. */
export const apiMarks = { start: '<!-- declarations -->', end: '<!-- /declarations -->' } as const;

const DECLARED =
  /^(?:\/\*\* (?<told>(?:(?!\*\/)[\s\S])*?)\s*\*\/\n)?export (?:declare )?(?<kind>function\*?|const|interface|type) (?<name>\w+)(?:[^\n]*;\n|[^\n]*\n[\s\S]*?\n\}[^\n]*\n)/gm;

/** The page with the functions and values, then the types, of texts of declarations. */
export function apiPage(page: string, declarations: readonly string[]): string {
  const all = declarations
    .flatMap((text) => [...text.matchAll(DECLARED)])
    .map(({ 0: whole, groups }) => ({
      isType: groups?.kind === 'interface' || groups?.kind === 'type',
      section: section(groups?.name ?? '', groups?.told ?? '', whole),
    }));
  const [calls, types] = [false, true].map((isType) => all.filter((each) => each.isType === isType));
  const sections = [...(calls ?? []), ...(types ?? [])].map(({ section }) => section);
  const [before = ''] = page.split(apiMarks.start);
  return `${before}${apiMarks.start}\n\n${sections.join('\n\n')}\n\n${apiMarks.end}\n`;
}

function section(name: string, told: string, whole: string): string {
  const text = told.replaceAll(/\n \* ?/g, ' ').trim();
  const code = whole
    .slice(whole.indexOf('export '))
    .replace(/^export (?:declare )?/, '')
    .replaceAll('    ', '  ')
    .replaceAll(/import\("[^"]*"\)\./g, '')
    .trim();
  return [`### ${name}`, ...(text ? [text] : []), `\`\`\`ts\n${code}\n\`\`\``].join('\n\n');
}
