// Whether what the prose itself says of requests balances: received and carried over are closed or carried forward.

import type { Quantity } from '../forms/quantities.ts';
import { balanceQuantities } from '../forms/request-quantities.ts';
import { contradictions } from './contradictions.ts';
import type { Mention } from './mention.ts';
import { mentions } from './mentions.ts';
import { fact } from './subject.ts';

/** The four counts of one paragraph that don't balance. */
export interface Imbalance {
  readonly received: Mention;
  readonly carriedOver: Mention;
  readonly closed: Mention;
  readonly carriedForward: Mention;
}

/** Paragraphs in which all four are said, once each and with nothing withdrawn or left beside them, and don't balance. */
export const imbalances = fact((subject): readonly Imbalance[] => {
  const against = new Set(contradictions(subject).map(({ mention }) => mention));
  const paragraphs = Map.groupBy(mentions(subject), ({ paragraph }) => paragraph);
  return [...paragraphs.values()].flatMap((said) =>
    imbalanceIn(said).filter((found) => !Object.values(found).some((one) => against.has(one))),
  );
});

/** Of four counts at most two are said by one number. */
const FEWEST = 3;

function imbalanceIn(said: readonly Mention[]): readonly Imbalance[] {
  const counts = said.filter(({ says, readings }) => says === 'number' && readings.length > 0);
  if (counts.length < FEWEST) return [];
  const only = (quantity: Quantity): Mention | null => {
    const found = counts.filter((mention) => means(mention, quantity));
    return found.length === 1 && found[0] && !found[0].approx && !found[0].weak ? found[0] : null;
  };
  const [received, carriedOver, closed, carriedForward] = [
    only(balanceQuantities.received),
    only(balanceQuantities.carriedOver),
    only(balanceQuantities.closed),
    only(balanceQuantities.carriedForward),
  ];
  if (!received || !carriedOver || !closed || !carriedForward || counts.some(({ weak }) => weak)) return [];
  const left = (closed.value ?? 0) + (carriedForward.value ?? 0);
  const came = received.value ?? 0;
  const holdsOpen = received.readings.length > 1;
  const balances = came + (carriedOver.value ?? 0) === left || (holdsOpen && came === left);
  return balances || received === closed ? [] : [{ received, carriedOver, closed, carriedForward }];
}

/** Whether the first reading of a mention is a quantity. */
function means({ readings }: Mention, { table, readings: [rows = []], columns }: Quantity): boolean {
  const text = rows.map((row) => `${table}.${row}.${columns[0]}`).join('+');
  return readings[0]?.text === text;
}
