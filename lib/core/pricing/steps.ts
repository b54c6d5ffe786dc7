import type { Charge, ChargeKind } from '#contracts';
import type { Billing, ChargeLine, ChargeOf, Lacking, PriceCharge } from './charge.ts';
import { ahtCollar } from './charges/aht-collar.ts';
import { bonusMalus } from './charges/bonus-malus.ts';
import { deadBand } from './charges/dead-band.ts';
import { fixed } from './charges/fixed.ts';
import { cap, minimum } from './charges/limits.ts';
import { oneOff } from './charges/one-off.ts';
import { perCall } from './charges/per-call.ts';
import { perFte } from './charges/per-fte.ts';
import { perHour } from './charges/per-hour.ts';
import { perMinute } from './charges/per-minute.ts';
import { perOutcome } from './charges/per-outcome.ts';
import { revenueShare } from './charges/revenue-share.ts';
import { surcharge } from './charges/surcharge.ts';

/** One kind of charge in its place in the order; it prices every charge of that kind in a contract. */
type Step<K extends ChargeKind> = { kind: K; lines: (charge: Charge, billing: Billing) => ChargeLine[] | Lacking };

function step<K extends ChargeKind>(kind: K, price: PriceCharge<K>): Step<K> {
  const isOfKind = (charge: Charge): charge is ChargeOf<K> => charge.kind === kind;
  return { kind, lines: (charge, billing) => (isOfKind(charge) ? price(charge, billing) : []) };
}

/*
 * The order in which charges are priced. Each step sees the rounded lines of the steps before it. Rates are those of
 * the month: indexation has moved them before the first step.
 * 1. Lines from quantities alone. Among themselves they are independent; the order is the reader's.
 * 2. Surcharges, which look at the lines of the calls that they are on.
 * 3. What looks at the sum of the variable lines: it can only stand after all of them. None of the three counts as
 *    variable, so that a bonus does not meet a commitment and a true-up earns no bonus.
 * 4. Amounts of the month last: no variable line depends on them, and a commitment is not met by them.
 */
const ordered = [
  step('per_call', perCall),
  step('per_minute', perMinute),
  step('per_hour', perHour),
  step('per_outcome', perOutcome),
  step('revenue_share', revenueShare),
  step('dead_band', deadBand),
  step('aht_collar', ahtCollar),
  step('surcharge', surcharge),
  step('minimum', minimum),
  step('cap', cap),
  step('bonus_malus', bonusMalus),
  step('per_fte', perFte),
  step('fixed', fixed),
  step('one_off', oneOff),
] as const;

type Unpriced = Exclude<ChargeKind, (typeof ordered)[number]['kind'] | 'indexation'>;

/** The steps in order. Does not compile while a kind of charge has none, and names the kind. */
export const steps: [Unpriced] extends [never] ? readonly Step<ChargeKind>[] : { unpriced: Unpriced } = ordered;
