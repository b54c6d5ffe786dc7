import type { ContractVersion } from '#contracts';
import type { Text } from '#format';
import type { Line, LineDetail } from '#pricing';
import { charged, count } from './cells.ts';
import { kpiCell, ratesOf, signed } from './charge-words.ts';

type Detail<Name extends keyof LineDetail> = NonNullable<LineDetail[Name]>;
type Terms = Pick<ContractVersion, 'rating' | 'currency'>;

/**
 * Why a line says what it says, in sentences: which calls or which input its quantity comes from, and what decided its
 * rate. `version` is the contract version that the line was priced under. Null where there is nothing to explain.
 */
export function lineReason(line: Line, version: Terms): Text | null {
  const { tier, days, indexed } = line.detail;
  const from = origin(line, version);
  const texts = [
    ...(from ? [from] : []),
    ...(tier ? [{ key: 'lineReasons.tier', values: { mode: tier.mode } }] : []),
    ...(days && days.inForce < days.ofMonth ? [{ key: 'lineReasons.days', values: days }] : []),
    ...(indexed ? [{ key: 'lineReasons.indexed', values: { factor: quantity(indexed.factor) } }] : []),
  ];
  return texts.reduce<Text | null>((first, next) => (first ? both(first, next) : next), null);
}

function both(first: Text, next: Text): Text {
  return { key: 'lineReasons.and', values: { first: { kind: 'say', text: first }, next: { kind: 'say', text: next } } };
}

function origin({ charge, detail, rate, amount: billed }: Line, { rating, currency }: Terms): Text | null {
  switch (charge) {
    case 'per_call':
      return { key: 'lineReasons.calls', values: whichCalls(rating, detail) };
    case 'per_minute':
      return { key: 'lineReasons.minutes', values: { ...whichCalls(rating, detail), ...clock(rating, detail) } };
    case 'per_hour':
      return { key: 'lineReasons.hours', values: { hours: detail.hours ?? 'logged' } };
    case 'per_fte':
      return { key: 'lineReasons.fte' };
    case 'per_outcome':
      return { key: 'lineReasons.outcome', values: { outcome: detail.outcome ?? 'contact' } };
    case 'revenue_share':
      return { key: 'lineReasons.revenue', values: { currency } };
    case 'fixed':
      return { key: 'lineReasons.fixed' };
    case 'one_off':
      return oneOff(detail.amortised, billed !== 0n);
    case 'minimum':
    case 'cap':
      return detail.limit ? limit(charge, detail.limit, currency) : null;
    case 'dead_band':
      return detail.band ? band(detail.band) : null;
    case 'aht_collar':
      return detail.collar ? collar(detail.collar) : null;
    case 'bonus_malus':
      return detail.kpi ? bonus(detail.kpi, rate) : null;
    case 'surcharge':
      return surcharge(detail);
    case 'indexation':
      return null;
  }
}

/** What makes a call billable under the contract, and which class of hours the line is of. */
function whichCalls(rating: Terms['rating'], { rateClass, tier }: LineDetail) {
  const all = tier !== undefined || (rateClass === 'standard' && rating.windows.length === 0);
  return {
    billable: rating.billable,
    basis: rating.basis,
    shortest: rating.excludeShorterThanSeconds,
    repeats: rating.excludeRepeatsWithinHours ?? 0,
    rateClass: all ? 'all' : (rateClass ?? 'all'),
  };
}

function clock({ initialSeconds, incrementSeconds }: Terms['rating'], { billedSeconds = 0 }: LineDetail) {
  return { seconds: count(billedSeconds), initial: initialSeconds, increment: incrementSeconds };
}

function oneOff(amortised: LineDetail['amortised'], isBilled: boolean): Text {
  if (!amortised) return { key: 'lineReasons.oneOff' };
  return { key: 'lineReasons.amortised', values: { ...amortised, billed: isBilled ? 'now' : 'earlier' } };
}

function limit(charge: 'minimum' | 'cap', { amount: most, reached }: Detail<'limit'>, currency: string): Text {
  const values = { limit: charged(most, currency), reached: charged(reached, currency) };
  return charge === 'minimum' ? { key: 'lineReasons.minimum', values } : { key: 'lineReasons.cap', values };
}

function band({ calls, bound, side }: Detail<'band'>): Text {
  return { key: 'lineReasons.band', values: { calls: count(calls), bound: quantity(bound), side } };
}

function collar({ aht, bound, side, calls }: Detail<'collar'>): Text {
  return {
    key: 'lineReasons.collar',
    values: { aht: quantity(aht), bound: quantity(String(bound)), side, calls: count(calls) },
  };
}

function bonus({ kpi, value, step }: Detail<'kpi'>, rate: string): Text {
  const limited = Number(step) > Number(rate) ? 'cap' : Number(step) < Number(rate) ? 'floor' : 'none';
  return {
    key: 'lineReasons.bonus',
    values: { kpi, value: kpiCell(kpi, value), step: signed(step), limited, percent: signed(rate) },
  };
}

function surcharge({ rateClass = '', on = [] }: LineDetail): Text {
  return on.length === 0
    ? { key: 'lineReasons.surchargeAmount', values: { rateClass } }
    : { key: 'lineReasons.surcharge', values: { rateClass, on: ratesOf(on) } };
}

/** With all its digits: the line's quantity follows from it. */
function quantity(value: string) {
  return { kind: 'exact', cell: { kind: 'quantity', quantity: value } } as const;
}
