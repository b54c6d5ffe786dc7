import type { Charge, ContractVersion, Rating, Tier } from '#contracts';
import type { Cell, Text } from '#format';
import { count, day, list, say } from './cells.ts';

/**
 * A contract in one sentence: `3.60 EUR per handled call; talk and hold time, 30 s minimum, 6 s increments; since
 * 1 Jan 2026`.
 */
export function contractText({ charges, rating, currency, from, to }: ContractVersion): Text {
  return {
    key: 'contract.sentence',
    values: {
      charges: list(charges.map((charge) => chargeCell(charge, rating, currency))),
      rating: ratingCell(rating),
      validity: to === null ? say('contract.since', { day: day(from) }) : { kind: 'period', from, to },
    },
  };
}

function chargeCell(charge: Charge, { billable }: Rating, currency: string): Cell {
  const money = (rate: string): Cell => ({ kind: 'rate', rate, unit: currency });
  switch (charge.kind) {
    case 'per_call':
      return tiered(say('contract.perCall', { billable }), charge, currency);
    case 'per_minute':
      return tiered(say('contract.perMinute'), charge, currency);
    case 'per_outcome':
      return say('contract.rated', {
        rate: money(charge.rate),
        unit: say('contract.perOutcome', { outcome: charge.outcome }),
      });
    case 'revenue_share':
      return say('contract.revenueShare', { rate: { kind: 'rate', rate: charge.percent, unit: '%' } });
    case 'fixed':
      return say('contract.fixed', { rate: money(charge.amount) });
  }
}

type Tiered = Extract<Charge, { kind: 'per_call' | 'per_minute' }>;

function tiered(unit: Cell, { rate, tiers = [], mode = 'graduated' }: Tiered, currency: string): Cell {
  if (rate !== undefined) return say('contract.rated', { rate: { kind: 'rate', rate, unit: currency }, unit });
  const bands = list(tiers.map((tier) => tierCell(tier, currency)));
  return say('contract.tiered', { unit, bands, mode });
}

function tierCell({ upTo, rate }: Tier, currency: string): Cell {
  const money: Cell = { kind: 'rate', rate, unit: currency };
  return upTo === null
    ? say('contract.tierAbove', { rate: money })
    : say('contract.tier', { rate: money, upTo: count(upTo) });
}

function ratingCell({ basis, initialSeconds, incrementSeconds, excludeShorterThanSeconds }: Rating): Cell {
  return say('contract.rating', {
    basis,
    initial: initialSeconds,
    increment: incrementSeconds,
    shortest: excludeShorterThanSeconds,
  });
}
