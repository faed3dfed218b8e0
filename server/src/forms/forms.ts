import { applies, withPack } from './apply-packs.ts';
import { compileForm } from './compile.ts';
import type { Edition } from './edition.ts';
import { edition2008 } from './edition-2008.ts';
import { edition2019 } from './edition-2019.ts';
import { edition2021 } from './edition-2021.ts';
import type { Form, Forms } from './form.ts';
import { holder } from './held.ts';
import type { Pack } from './pack.ts';
import { compileWords, type WordList, wordLists } from './words.ts';

/** Every edition, newest first. */
const editions: readonly [Edition, ...Edition[]] = [edition2021, edition2019, edition2008];

/**
 * The forms, with packs at hand: `fitting` gives the forms with the rows, labels and headings of those packs that are
 * meant for a body and a year. The words of all packs are known from the start, as they tell body and year.
 */
export function formsOf(packs: readonly Pack[] = []): Forms {
  const known = new Map<string, Forms>();
  const fitting = (body: string | null, year: number | null): Forms => {
    if (packs.length === 0) return base;
    const chosen = packs.filter((pack) => applies(pack.applies, body, year));
    const key = chosen.map((pack) => packs.indexOf(pack)).join(' ');
    const forms = known.get(key) ?? compiled(chosen, packs, fitting);
    known.set(key, forms);
    return forms;
  };
  const base = compiled([], packs, fitting);
  known.set('', base);
  return base;
}

function compiled(chosen: readonly Pack[], all: readonly Pack[], fitting: Forms['fitting']): Forms {
  const [first, ...others] = editions;
  const compile = (edition: Edition, next: Edition | null): Form => compileForm(chosen.reduce(withPack, edition), next);
  const newest = compile(first, null);
  const list = [newest, ...others.map((edition, i) => compile(edition, editions[i] ?? null))];
  const forms: Forms = {
    all: list,
    newest,
    tables: list.flatMap(({ tables }) => tables),
    words: compileWords(additions(all)),
    packs: chosen,
    limits: Object.fromEntries(chosen.flatMap(({ limits }) => Object.entries(limits))),
    severities: Object.fromEntries(chosen.flatMap(({ rules }) => Object.entries(rules))),
    byId: (id) => list.find((form) => form.id === id) ?? null,
    forYear: (year) =>
      list.find(({ years }) => year >= years.first && (years.last === null || year <= years.last)) ?? null,
    settled: () => forms.derived(settledForms),
    fitting,
    derived: holder(() => forms),
  };
  return forms;
}

function settledForms(forms: Forms): Forms {
  const settled: Forms = {
    ...forms,
    fitting: () => settled,
    settled: () => settled,
  };
  return settled;
}

function additions(packs: readonly Pack[]): Partial<Record<WordList, readonly string[]>> {
  return Object.fromEntries(wordLists.map((name) => [name, packs.flatMap(({ words }) => words[name] ?? [])]));
}
