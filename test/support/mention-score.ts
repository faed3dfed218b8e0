import { formulaOf } from '../../server/src/forms/formula.ts';
import { standardForms } from '../../server/src/forms/index.ts';
import type { GoldMention, GoldParagraph, GoldResult } from './mention-gold.ts';

/** How results compare with labelled prose. */
export interface Score {
  /** Mentions that mean a cell, and those of them that were linked to one of their readings. */
  readonly asked: number;
  readonly linked: number;
  /** Formulas on a number that means another cell or none. */
  readonly wrong: readonly string[];
  /** Mentions that contradict the values, and those of them that were warned of. */
  readonly contradicted: number;
  readonly found: number;
  /** Warnings where nothing contradicts. */
  readonly falseAlarms: readonly string[];
}

/** The score of results; paragraphs without values are asked for links only. */
export function scoreOf(gold: readonly GoldParagraph[], resultOf: (paragraph: GoldParagraph) => GoldResult): Score {
  const scores = gold.map((paragraph) => paragraphScore(paragraph, resultOf(paragraph)));
  const sum = (key: 'asked' | 'linked' | 'contradicted' | 'found') =>
    scores.reduce((all, score) => all + score[key], 0);
  return {
    asked: sum('asked'),
    linked: sum('linked'),
    wrong: scores.flatMap(({ wrong }) => wrong),
    contradicted: sum('contradicted'),
    found: sum('found'),
    falseAlarms: scores.flatMap(({ falseAlarms }) => falseAlarms),
  };
}

type Place = Pick<GoldMention, 'start' | 'end'>;

function paragraphScore(
  { id, text, edition, mentions }: GoldParagraph,
  { mentions: said, warnings }: GoldResult,
): Score {
  const at = (place: Place) => mentions.find((mention) => mention.start < place.end && place.start < mention.end);
  const name = ({ start, end }: Place) => `${id} «${text.slice(start, end)}»`;
  const meant = mentions.filter(({ means }) => means.length > 0);
  const linked = new Set<GoldMention>();
  const wrong: string[] = [];
  for (const each of said) {
    const mention = at(each);
    const readings = [...(mention?.means ?? []), ...(mention?.weak ?? [])].map((formula) =>
      canonical(edition, formula),
    );
    if (each.means.some((formula) => readings.includes(canonical(edition, formula)))) {
      if (mention && mention.means.length > 0) linked.add(mention);
    } else if (!mention || mention.means.length > 0 || (mention.weak ?? []).length === 0) {
      wrong.push(name(each));
    }
  }
  const contradicted = mentions.filter(({ agrees }) => agrees === false);
  const isPart = (mention: GoldMention) => contradicted.some(({ sum_of }) => sum_of?.includes(mention.id));
  const warned = warnings.map((warning) => ({ warning, mention: at(warning) }));
  return {
    asked: meant.length,
    linked: linked.size,
    wrong,
    contradicted: contradicted.length,
    found: contradicted.filter((mention) => warned.some((each) => each.mention === mention)).length,
    falseAlarms: warned
      .filter(({ mention }) => !mention || (mention.agrees !== false && !isPart(mention)))
      .map(({ warning }) => name(warning)),
  };
}

/** A formula as the cells that it adds up, in one order; as it is where the form lacks one of them. */
function canonical(edition: string, text: string): string {
  const form = standardForms().byId(edition);
  const formula = form && formulaOf(form, text.replace(/=0$/, ''));
  if (!formula) return text;
  const cells = [formula.sum, formula.of ?? [], formula.equals ?? []].map((part) =>
    part.map(({ table, row, column }) => `${table}.${row}.${column}`).sort(),
  );
  return JSON.stringify(cells);
}
