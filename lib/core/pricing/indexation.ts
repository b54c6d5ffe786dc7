import type { Charge, ChargeKind, ContractVersion, Indexable } from '#contracts';
import { type Fraction, formatMicros, fractionOf, micros, mulDiv, parseMicros } from '#money';
import { type Day, type Month, monthOf } from '#time';
import type { ChargeOf } from './charge.ts';
import type { IndexValue } from './inputs.ts';
import type { Missing } from './statement.ts';

/** A charge with its rates as they stand in the month; `factor` (six decimals) where an index has moved them. */
export type Indexed = { charge: Charge; factor: string | null };

/** The kinds whose rates are rates by the unit; the amount of a month is indexed where the contract names it. */
const byTheUnit: readonly Indexable[] = [
  'per_call',
  'per_minute',
  'per_hour',
  'per_fte',
  'per_outcome',
  'dead_band',
  'aht_collar',
  'surcharge',
];

/**
 * The contract's charges with the rates of a month: on each anniversary of its start (or of `since`) a rate is multiplied
 * by 1 + min(cap, weight x change of the index), from the first month that begins on or after the anniversary; the
 * factors multiply, and the rate is rounded once, to six decimals (economics.md section 4). The change is from the last
 * value of a month before one anniversary to that before the next: what is known when the anniversary comes. A value
 * that is missing is missing: the rates stay, and the statement says what it lacks.
 */
export function indexed(
  version: ContractVersion,
  month: Month,
  indices: readonly IndexValue[],
): { charges: Indexed[]; missing: Missing[] } {
  const place = version.charges.findIndex(({ kind }) => kind === 'indexation');
  const terms = version.charges[place];
  const plain = version.charges.map((charge) => ({ charge, factor: null }));
  if (terms?.kind !== 'indexation') return { charges: plain, missing: [] };
  const factor = factorOf(terms, { since: terms.since ?? version.from, month, indices });
  if (factor === null) return { charges: plain, missing: [{ place, charge: 'indexation', input: 'index' }] };
  if (factor.num === factor.den) return { charges: plain, missing: [] };
  const on: readonly ChargeKind[] = terms.on ?? byTheUnit;
  const written = formatMicros(micros(mulDiv(1_000_000n, factor.num, factor.den)), 6);
  return {
    charges: version.charges.map((charge) => {
      const moved = on.includes(charge.kind) ? times(charge, factor) : charge;
      return { charge: moved, factor: moved === charge ? null : written };
    }),
    missing: [],
  };
}

type Scope = { since: Day; month: Month; indices: readonly IndexValue[] };

function factorOf(terms: ChargeOf<'indexation'>, { since, month, indices }: Scope): Fraction | null {
  const known = indices
    .filter(({ index }) => index === terms.index)
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
  let factor: Fraction = { num: 1n, den: 1n };
  let before = lastBefore(known, monthOf(since));
  for (const anniversary of anniversaries(since, month)) {
    const now = lastBefore(known, monthOf(anniversary));
    // The same value again is no change that is known to be none: a newer one has not been published or imported.
    if (!before || !now || now === before) return null;
    factor = product(factor, stepOf(terms, fractionOf(before.value), fractionOf(now.value)));
    before = now;
  }
  return factor;
}

/** Yearly dates after `since` that lie at or before the first day of the month; 29 February comes on 1 March. */
function anniversaries(since: Day, month: Month): Day[] {
  const found: Day[] = [];
  const first = `${month}-01`;
  for (let year = Number(since.slice(0, 4)) + 1; ; year += 1) {
    const same = `${String(year).padStart(4, '0')}${since.slice(4)}`;
    const isLeapDay = since.endsWith('-02-29') && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
    const date = (isLeapDay ? `${same.slice(0, 5)}03-01` : same) as Day;
    if (date > first) return found;
    found.push(date);
  }
}

function lastBefore(known: readonly IndexValue[], month: Month): IndexValue | undefined {
  return known.filter((own) => own.month < month).at(-1);
}

/** 1 + min(cap, weight x (now / before - 1)). */
function stepOf({ weight, cap }: ChargeOf<'indexation'>, before: Fraction, now: Fraction): Fraction {
  const change = { num: now.num * before.den - before.num * now.den, den: before.num * now.den };
  const rise = product(fractionOf(weight), change);
  const most = cap === undefined ? null : fractionOf(cap);
  const taken = most !== null && rise.num * most.den > most.num * rise.den ? most : rise;
  return { num: taken.den + taken.num, den: taken.den };
}

function product(a: Fraction, b: Fraction): Fraction {
  return { num: a.num * b.num, den: a.den * b.den };
}

/** The charge with every rate in it multiplied; the same charge where it has none: a percent follows what it is taken of. */
function times(charge: Charge, { num, den }: Fraction): Charge {
  const moved = (rate: string) => formatMicros(micros(mulDiv(parseMicros(rate), num, den)), 6).replace(/\.?0+$/, '');
  switch (charge.kind) {
    case 'per_call':
    case 'per_minute':
      return {
        ...charge,
        ...(charge.rate === undefined ? {} : { rate: moved(charge.rate) }),
        ...(charge.tiers && { tiers: charge.tiers.map((tier) => ({ ...tier, rate: moved(tier.rate) })) }),
      };
    case 'per_hour':
    case 'per_fte':
    case 'per_outcome':
      return { ...charge, rate: moved(charge.rate) };
    case 'fixed':
      return { ...charge, amount: moved(charge.amount) };
    case 'dead_band':
      return { ...charge, arc: moved(charge.arc), rrc: moved(charge.rrc) };
    case 'aht_collar':
      return { ...charge, perSecond: moved(charge.perSecond) };
    case 'surcharge':
      return charge.amount === undefined ? charge : { ...charge, amount: moved(charge.amount) };
    default:
      return charge;
  }
}
