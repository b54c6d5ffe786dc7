import type { Charge, ChargeKind, ContractVersion, Tier } from '#contracts';
import type { Cell, Text } from '#format';
import { count, day, list, percent, rate, say, sum } from './cells.ts';

type Terms = Pick<ContractVersion, 'rating' | 'currency' | 'charges'>;
type ChargeOf<K extends ChargeKind> = Extract<Charge, { kind: K }>;

/** One charge in words: `3.60 EUR per handled call`, `at least 50,000 EUR a month`, `25% on top for night calls`. */
export function chargeText(charge: Charge, { rating, currency, charges }: Terms): Text {
  const money = (value: string) => rate(value, currency);
  switch (charge.kind) {
    case 'per_call':
      return tiered(say('contract.perCall', { billable: rating.billable }), charge, currency);
    case 'per_minute':
      return tiered(say('contract.perMinute'), charge, currency);
    case 'per_hour':
      return rated(money(charge.rate), say('contract.perHour', { basis: charge.basis }));
    case 'per_fte':
      return rated(money(charge.rate), say('contract.perFte'));
    case 'per_outcome':
      return rated(money(charge.rate), say('contract.perOutcome', { outcome: charge.outcome }));
    case 'revenue_share':
      return { key: 'contract.revenueShare', values: { rate: rate(charge.percent, '%') } };
    case 'fixed':
      return { key: 'contract.fixed', values: { amount: sum(charge.amount, currency) } };
    case 'one_off':
      return oneOff(charge, currency);
    case 'minimum':
      return { key: 'contract.minimum', values: { amount: sum(charge.amount, currency) } };
    case 'cap':
      return { key: 'contract.cap', values: { amount: sum(charge.amount, currency) } };
    case 'dead_band':
      return deadBand(charge, currency);
    case 'bonus_malus':
      return bonusMalus(charge);
    case 'aht_collar':
      return {
        key: 'contract.ahtCollar',
        values: { rate: money(charge.perSecond), low: plain(charge.low), high: plain(charge.high) },
      };
    case 'surcharge':
      return surcharge(charge, { currency, charges });
    case 'indexation':
      return indexation(charge);
  }
}

function rated(amount: Cell, unit: Cell): Text {
  return { key: 'contract.rated', values: { rate: amount, unit } };
}

function tiered(
  unit: Cell,
  { rate: flat, tiers = [], mode = 'graduated' }: ChargeOf<'per_call' | 'per_minute'>,
  currency: string,
): Text {
  if (flat !== undefined) return rated(rate(flat, currency), unit);
  const bands = list(tiers.map((tier) => tierCell(tier, currency)));
  return { key: 'contract.tiered', values: { unit, bands, mode } };
}

function tierCell({ upTo, rate: price }: Tier, currency: string): Cell {
  const values = { rate: rate(price, currency) };
  return upTo === null ? say('contract.tierAbove', values) : say('contract.tier', { ...values, upTo: count(upTo) });
}

function oneOff({ amount, on, amortiseMonths = 0 }: ChargeOf<'one_off'>, currency: string): Text {
  return { key: 'contract.oneOff', values: { amount: sum(amount, currency), on: day(on), months: amortiseMonths } };
}

function deadBand({ calls, band, arc, rrc }: ChargeOf<'dead_band'>, currency: string): Text {
  return {
    key: 'contract.deadBand',
    values: { calls: count(calls), band: percent(band), arc: rate(arc, currency), rrc: rate(rrc, currency) },
  };
}

function surcharge(charge: ChargeOf<'surcharge'>, { currency, charges }: Pick<Terms, 'currency' | 'charges'>): Text {
  const { rateClass } = charge;
  if (charge.percent === undefined)
    return { key: 'contract.surchargeAmount', values: { amount: rate(charge.amount ?? '0', currency), rateClass } };
  const priced = ['per_call', 'per_minute', 'per_outcome'].filter((kind) => charges.some((own) => own.kind === kind));
  const on = charge.on.filter((kind) => priced.includes(kind));
  return {
    key: 'contract.surcharge',
    values: { percent: rate(charge.percent, '%'), rateClass, on: on.length < priced.length ? ratesOf(on) : 'all' },
  };
}

/** Each step from its own start; one that starts at 0 is said by where it ends. */
function bonusMalus({ kpi, steps, cap, floor }: ChargeOf<'bonus_malus'>): Text {
  const cells = steps.map(({ from, percent: worth }, index) => {
    const next = steps[index + 1]?.from;
    if (index === 0 && next === undefined) return say('contract.stepAlways', { percent: signed(worth) });
    if (index === 0) return say('contract.stepUnder', { percent: signed(worth), to: kpiCell(kpi, next ?? from) });
    return say('contract.stepFrom', { percent: signed(worth), from: kpiCell(kpi, from) });
  });
  const limits = [
    ...(cap === undefined ? [] : [say('contract.stepCap', { percent: signed(cap) })]),
    ...(floor === undefined ? [] : [say('contract.stepFloor', { percent: signed(floor) })]),
  ];
  return { key: 'contract.bonusMalus', values: { kpi, steps: list([...cells, ...limits]) } };
}

/** A KPI's value as it is measured: a share as a percentage, seconds of AHT and a score as a number. */
export function kpiCell(kpi: ChargeOf<'bonus_malus'>['kpi'], value: string): Cell {
  return kpi === 'aht' || kpi === 'qa' || kpi === 'csat' ? { kind: 'quantity', quantity: value } : percent(value);
}

/** A percent with its sign, since a bonus and a malus are told apart by it: `+3%`, `-5%`, `0%`. */
export function signed(value: string): Cell {
  const sign = Number(value) > 0 ? 'plus' : 'none';
  return say('contract.signed', { sign, percent: rate(value, '%') });
}

function indexation({ index, weight, cap, since, on }: ChargeOf<'indexation'>): Text {
  return {
    key: 'contract.indexation',
    values: {
      rates: on ? ratesOf(on) : say('contract.allRates'),
      n: on?.length ?? 2,
      index,
      weight: percent(weight),
      cap: cap === undefined ? 'none' : percent(cap),
      since: since === undefined ? 'none' : day(since),
    },
  };
}

/** The rates of kinds of charge, by name. */
export function ratesOf(kinds: readonly ChargeKind[]): Cell {
  return list(kinds.map((kind) => say('contract.rateOf', { kind })));
}

function plain(value: number): Cell {
  return { kind: 'quantity', quantity: String(value) };
}
