import type { Contract } from '#contracts';
import type { Micros } from '#money';
import type { RollupRow } from '#rollup';
import type { Economics } from './economics.ts';
import { type MarginCurve, marginSlope } from './margin-curve.ts';
import { withLoggedHours } from './model-comparison-hours.ts';
import {
  chargeOf,
  type Model,
  type ModelLack,
  type ModelPlan,
  models,
  rateOf,
  standardRatings,
} from './model-comparison-rates.ts';
import { proposedSide, type WhatIfInput } from './what-if.ts';

/** A vendor's recorded calls of a period and what all models are to cost alike. */
export type ModelComparisonInput = Pick<WhatIfInput, 'books' | 'vendor' | 'program'> & {
  /** The terms that the models take their currency, zone and assumed vendor cost from. */
  contract: Contract;
  /** The same calls as each of the standard ratings rates them. */
  rows: Record<keyof typeof standardRatings, readonly RollupRow[]>;
  plan: ModelPlan;
  /** What a call costs at the plan under every model, in the contract's currency. */
  price: Micros;
};

/** One model on the recorded calls: the rate that makes it equal, and what comes of it; or what it lacks. */
export type ComparedModel = { model: Model } & (
  | { rate: string; economics: Economics; slope: MarginCurve['slope'] | null }
  | { lacks: ModelLack }
);

/**
 * The same recorded calls under every standard model, each at the rate at which a call of the plan's AHT, conversion and
 * revenue costs `price`: price / AHT by the minute and by the handle hour, times occupancy by the logged hour,
 * price / conversion by the sale, price / revenue per call as a share (pricing-models.md section 2.1). Months without an
 * hours file have handle hours / occupancy as logged hours.
 */
export function compareModels(input: ModelComparisonInput): ComparedModel[] {
  return models.map((model) => {
    const rate = rateOf(model, input);
    return 'lacks' in rate ? { model, ...rate } : { model, ...priced(model, rate.rate, input) };
  });
}

function priced(model: Model, rate: string, { rows, ...input }: ModelComparisonInput) {
  const rating = model === 'per_minute_60_60' ? 'wholeMinutes' : 'sixSeconds';
  const proposed = proposedSide({
    ...input,
    books: { ...input.books, inputs: withLoggedHours({ ...input, rows: rows.sixSeconds }) },
    contract: { ...input.contract, rating: standardRatings[rating], charges: [chargeOf(model, rate)] },
    rerated: rows[rating],
  });
  return { rate, economics: proposed.economics, slope: marginSlope(proposed.books) };
}
