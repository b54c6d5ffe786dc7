import { z } from 'zod';
import { charge, checkCharges } from './charges.ts';
import { rating } from './rating.ts';
import { amount, code, currency, day, decimalBetween, zone } from './scalars.ts';

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
    charges: z.array(charge).min(1).max(50),
    vendorCost: vendorCost.optional(),
    plan: plan.optional(),
  })
  .refine((c) => c.to === null || c.to > c.from, { error: 'a contract must end after it starts', path: ['to'] })
  .superRefine(checkCharges);
export type Contract = z.output<typeof contract>;
