import { z } from 'zod';
import { amount, code, currency, day, decimalBetween, zone } from './scalars.ts';

const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day is HH:MM, 00:00 to 23:59');

/** A rate window: weekdays with a local time range (over midnight where it ends before it starts), or dates. */
const rateWindow = z
  .strictObject({
    class: code,
    days: z.array(weekday).min(1).optional(),
    from: clock.optional(),
    to: clock.optional(),
    dates: z.array(day).min(1).optional(),
  })
  .refine((w) => w.days || w.dates || w.from, 'a window needs days, dates or a time range')
  .refine((w) => (w.from === undefined) === (w.to === undefined), 'a time range needs both from and to')
  .refine((w) => w.from === undefined || w.from !== w.to, 'a time range cannot be empty')
  .refine((w) => !(w.dates && w.days), 'a window has either days or dates');

const rating = z
  .strictObject({
    billable: z.enum(['offered', 'attempted', 'handled', 'contact', 'resolved', 'sale']).default('handled'),
    basis: z.enum(['talk', 'connected', 'handle']).default('talk'),
    initialSeconds: z.int().min(0).max(3600).default(0),
    incrementSeconds: z.int().min(1).max(3600).default(1),
    excludeShorterThanSeconds: z.int().min(0).max(3600).default(0),
    windows: z.array(rateWindow).max(50).default([]),
  })
  .prefault({});
/** Which calls a contract bills, on which clock, and how seconds are rounded (economics.md section 2). */
export type Rating = z.output<typeof rating>;

const tier = z.strictObject({ upTo: z.int().positive().nullable(), rate: amount });
export type Tier = z.output<typeof tier>;

type Tiered = { rate?: string | undefined; tiers?: Tier[] | undefined; mode?: string | undefined };

function checkTiers(value: Tiered, context: z.RefinementCtx): void {
  const fail = (message: string, path: (string | number)[]) => context.addIssue({ code: 'custom', message, path });
  if ((value.rate === undefined) === (value.tiers === undefined)) fail('give either a rate or tiers', []);
  if (value.tiers && !value.mode) fail('tiers need a mode: graduated or volume', ['mode']);
  if (value.mode && !value.tiers) fail('a mode needs tiers', ['tiers']);
  let previous = 0;
  for (const [index, { upTo }] of (value.tiers ?? []).entries()) {
    const last = index === (value.tiers?.length ?? 0) - 1;
    if (last && upTo !== null) fail('the last tier is open: upTo null', ['tiers', index, 'upTo']);
    if (!last && upTo === null) fail('only the last tier is open', ['tiers', index, 'upTo']);
    if (upTo !== null && upTo <= previous)
      fail(`a tier must end after the one before it (${previous})`, ['tiers', index, 'upTo']);
    previous = upTo ?? previous;
  }
}

const tiered = {
  rate: amount.optional(),
  mode: z.enum(['graduated', 'volume']).optional(),
  tiers: z.array(tier).min(1).optional(),
};
const perCall = z.strictObject({ kind: z.literal('per_call'), ...tiered }).superRefine(checkTiers);
const perMinute = z.strictObject({ kind: z.literal('per_minute'), ...tiered }).superRefine(checkTiers);
const perOutcome = z.strictObject({
  kind: z.literal('per_outcome'),
  outcome: z.enum(['sale', 'resolved', 'contact']),
  rate: amount,
});
const revenueShare = z.strictObject({
  kind: z.literal('revenue_share'),
  percent: decimalBetween(0, 100, '0 to 100 percent'),
});
const fixed = z.strictObject({ kind: z.literal('fixed'), amount });

const known = z.discriminatedUnion('kind', [perCall, perMinute, perOutcome, revenueShare, fixed]);

/** The charges that this version of the product prices. */
export const workingCharges = ['per_call', 'per_minute', 'per_outcome', 'revenue_share', 'fixed'] as const;
const plannedCharges = new Set([
  'per_hour',
  'per_fte',
  'one_off',
  'minimum',
  'cap',
  'dead_band',
  'bonus_malus',
  'aht_collar',
  'surcharge',
  'indexation',
]);

/** One charge of a contract. A kind that the trade uses but this version cannot price is refused by its name. */
export const charge = z
  .unknown()
  .superRefine((value, context) => {
    const kind = (value as { kind?: unknown } | null)?.kind;
    if (typeof kind === 'string' && plannedCharges.has(kind)) {
      const message = `charge "${kind}" cannot be priced by this version; it prices ${workingCharges.join(', ')}`;
      context.addIssue({ code: 'custom', message, path: ['kind'] });
    }
  })
  .pipe(known);
export type Charge = z.output<typeof known>;
export type ChargeKind = Charge['kind'];

const assumption = z
  .union([
    amount.transform((value) => ({ value, low: value, high: value })),
    z.strictObject({ value: amount, low: amount, high: amount }),
  ])
  .refine(
    ({ value, low, high }) => Number(low) <= Number(value) && Number(value) <= Number(high),
    'low <= value <= high',
  );

const vendorCost = z.strictObject({
  agentHourly: assumption,
  load: decimalBetween(1, 5, '1 to 5').default('1'),
  occupancy: decimalBetween(0.01, 1, '0.01 to 1'),
  shrinkage: decimalBetween(0, 0.99, '0 to 0.99').default('0'),
  overheadPerCall: amount.default('0'),
  targetMargin: decimalBetween(0, 0.99, '0 to 0.99').default('0'),
});
/** What the client assumes about the vendor's own cost: a best guess of the wage with the range it may lie in. */
export type VendorCost = z.output<typeof vendorCost>;

const plan = z.strictObject({
  ahtSeconds: z.number().positive().optional(),
  callsPerMonth: z.number().positive().optional(),
  conversion: z.number().min(0).max(1).optional(),
});

/** A contract version as declared: half-open dates, rating, charges, the assumed vendor cost and the plan. */
export const contract = z
  .strictObject({
    vendor: code,
    program: code.optional(),
    from: day,
    to: day.nullish().transform((value) => value ?? null),
    currency,
    timezone: zone,
    exchange: z.enum(['month_average', 'call_day']).default('month_average'),
    rating,
    charges: z.array(charge).min(1),
    vendorCost: vendorCost.optional(),
    plan: plan.optional(),
  })
  .refine((c) => c.to === null || c.to > c.from, { error: 'a contract must end after it starts', path: ['to'] });
export type Contract = z.output<typeof contract>;
