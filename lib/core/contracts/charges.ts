import { z } from 'zod';
import { amount, code, day, decimalBetween } from './scalars.ts';

const tier = z.strictObject({ upTo: z.int().positive().nullable(), rate: amount });
/** One band of a price list: `upTo` is its last unit, null = open. */
export type Tier = z.output<typeof tier>;

type Tiered = { rate?: string | undefined; tiers?: Tier[] | undefined; mode?: string | undefined };
type Fail = (message: string, path: (string | number)[]) => void;

const failIn =
  (context: z.RefinementCtx): Fail =>
  (message, path) =>
    context.addIssue({ code: 'custom', message, path });

function checkTiers(value: Tiered, context: z.RefinementCtx): void {
  const fail = failIn(context);
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
  tiers: z.array(tier).min(1).max(50).optional(),
};
const perCall = z.strictObject({ kind: z.literal('per_call'), ...tiered }).superRefine(checkTiers);
const perMinute = z.strictObject({ kind: z.literal('per_minute'), ...tiered }).superRefine(checkTiers);
const perHour = z.strictObject({
  kind: z.literal('per_hour'),
  basis: z.enum(['logged', 'productive']),
  rate: amount,
});
const perFte = z.strictObject({ kind: z.literal('per_fte'), rate: amount });
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
const oneOff = z.strictObject({
  kind: z.literal('one_off'),
  amount,
  on: day,
  amortiseMonths: z.int().min(1).max(120).optional(),
});
const minimum = z.strictObject({ kind: z.literal('minimum'), amount });
const cap = z.strictObject({ kind: z.literal('cap'), amount });
const deadBand = z.strictObject({
  kind: z.literal('dead_band'),
  calls: z.int().positive(),
  band: decimalBetween(0, 1, '0 to 1'),
  arc: amount,
  rrc: amount,
});

/** What a bonus or malus may look at. */
export const kpis = ['service_level', 'aht', 'abandonment', 'conversion', 'resolution', 'qa', 'csat'] as const;
export type Kpi = (typeof kpis)[number];
const shares: readonly string[] = ['service_level', 'abandonment', 'conversion', 'resolution'];

const percent = decimalBetween(-100, 100, '-100 to 100 percent');
const bonusMalus = z
  .strictObject({
    kind: z.literal('bonus_malus'),
    kpi: z.enum(kpis, { error: (issue) => `"${String(issue.input)}" is no KPI: it is one of ${kpis.join(', ')}` }),
    steps: z
      .array(z.strictObject({ from: decimalBetween(0, 1_000_000, '0 to 1,000,000'), percent }))
      .min(1)
      .max(50),
    cap: percent.optional(),
    floor: percent.optional(),
  })
  .superRefine(({ kpi, steps, cap: most, floor: least }, context) => {
    const fail = failIn(context);
    if (Number(steps[0]?.from) !== 0)
      fail('the first step starts at 0, so that every value has a percent', ['steps', 0, 'from']);
    for (const [index, { from }] of steps.entries()) {
      const before = steps[index - 1]?.from;
      if (before !== undefined && Number(from) <= Number(before))
        fail(`a step must start after the one before it (${before})`, ['steps', index, 'from']);
      if (shares.includes(kpi) && Number(from) > 1)
        fail(`${kpi} is a share from 0 to 1: write 0.85 for 85%`, ['steps', index, 'from']);
    }
    if (most !== undefined && least !== undefined && Number(most) < Number(least))
      fail(`the cap is below the floor (${least})`, ['cap']);
  });

const seconds = z.number().min(0).max(86_400);
const ahtCollar = z
  .strictObject({ kind: z.literal('aht_collar'), low: seconds, high: seconds, perSecond: amount })
  .refine(({ low, high }) => low <= high, { error: 'the collar ends below its start', path: ['high'] });

/** Charges whose lines are of calls, which carry a rate class: what a surcharge may be on. */
export const surchargeBases = ['per_call', 'per_minute', 'per_outcome'] as const;
const surcharge = z
  .strictObject({
    kind: z.literal('surcharge'),
    rateClass: code,
    percent: decimalBetween(0, 1000, '0 to 1000 percent').optional(),
    /** An amount for every billed call of the class. */
    amount: amount.optional(),
    /** The charges whose lines a percent is taken of. */
    on: z
      .array(z.string())
      .min(1)
      .optional()
      .transform((value, context) => {
        const bases: (typeof surchargeBases)[number][] = [];
        for (const [index, kind] of (value ?? ['per_call', 'per_minute']).entries()) {
          const base = surchargeBases.find((own) => own === kind);
          if (base) bases.push(base);
          else
            failIn(context)(
              kind === 'surcharge'
                ? 'a surcharge on surcharges is circular: name the charges that it is on'
                : `a surcharge is on ${surchargeBases.join(', ')}, not on "${kind}"`,
              [index],
            );
        }
        return bases;
      }),
  })
  .refine((own) => (own.percent === undefined) !== (own.amount === undefined), 'give either a percent or an amount');

/** The kinds of charge whose rates an index can move. */
export const indexable = [
  'per_call',
  'per_minute',
  'per_hour',
  'per_fte',
  'per_outcome',
  'fixed',
  'dead_band',
  'aht_collar',
  'surcharge',
] as const;
/** A kind of charge whose rates an index can move. */
export type Indexable = (typeof indexable)[number];

const indexation = z.strictObject({
  kind: z.literal('indexation'),
  index: code,
  weight: decimalBetween(0, 1, '0 to 1'),
  /** The most that one anniversary may add, as a share. */
  cap: decimalBetween(0, 10, '0 to 10').optional(),
  /** The day whose anniversaries count, where it is not the version's first: an amended contract keeps its age. */
  since: day.optional(),
  /** The charges whose rates are indexed; every rate by the unit where it does not say. A monthly amount must be named. */
  on: z.array(z.enum(indexable)).min(1).optional(),
});

/** One charge of a contract: what is paid for, by which measure. */
export const charge = z.discriminatedUnion('kind', [
  perCall,
  perMinute,
  perHour,
  perFte,
  perOutcome,
  revenueShare,
  fixed,
  oneOff,
  minimum,
  cap,
  deadBand,
  bonusMalus,
  ahtCollar,
  surcharge,
  indexation,
]);
export type Charge = z.output<typeof charge>;
export type ChargeKind = Charge['kind'];

/** Every kind of charge, in the order in which a contract is usually read. */
export const chargeKinds = [
  'per_call',
  'per_minute',
  'per_hour',
  'per_fte',
  'per_outcome',
  'revenue_share',
  'surcharge',
  'aht_collar',
  'dead_band',
  'fixed',
  'one_off',
  'minimum',
  'cap',
  'bonus_malus',
  'indexation',
] as const satisfies readonly ChargeKind[];

/** The kinds of which a contract has at most one: two of them would have to agree on an order. */
const single: readonly ChargeKind[] = ['minimum', 'cap', 'dead_band', 'aht_collar', 'indexation'];

type Terms = {
  from: string;
  to: string | null;
  charges: readonly Charge[];
  rating: { windows: readonly { class: string }[] };
};

/** What no charge can say alone: one of a kind, a cap over its minimum, surcharges for classes that calls can have. */
export function checkCharges({ charges, rating, from, to }: Terms, context: z.RefinementCtx): void {
  const fail: Fail = (message, path) => failIn(context)(message, ['charges', ...path]);
  const least = charges.find((own) => own.kind === 'minimum');
  const classes = new Set(['standard', ...rating.windows.map((window) => window.class)]);
  for (const [index, own] of charges.entries()) {
    const { kind } = own;
    if (single.includes(kind) && charges.findIndex((other) => other.kind === kind) < index)
      fail(`a contract has one ${kind}`, [index, 'kind']);
    if (kind === 'cap' && least && Number(own.amount) < Number(least.amount))
      fail(`the cap is under the minimum of ${least.amount}: raise the cap or lower the minimum`, [index, 'amount']);
    if (kind === 'surcharge' && !classes.has(own.rateClass))
      fail(`no window of rating.windows gives the class "${own.rateClass}"; there is ${[...classes].join(', ')}`, [
        index,
        'rateClass',
      ]);
    if (kind === 'one_off' && to !== null && own.on >= to)
      fail('a one-off amount on or after the end of the contract is never billed', [index, 'on']);
    if (kind === 'one_off' && own.on < from && own.amortiseMonths === undefined)
      fail('a one-off amount before the contract starts is never billed', [index, 'on']);
  }
}
