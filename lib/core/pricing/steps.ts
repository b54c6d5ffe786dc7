import type { Charge, ChargeKind } from '#contracts';
import type { Billing, ChargeLine, ChargeOf, PriceCharge } from './charge.ts';
import { fixed } from './charges/fixed.ts';
import { perCall } from './charges/per-call.ts';
import { perMinute } from './charges/per-minute.ts';
import { perOutcome } from './charges/per-outcome.ts';
import { revenueShare } from './charges/revenue-share.ts';

/** One kind of charge in its place in the order; it prices every charge of that kind in a contract. */
type Step<K extends ChargeKind> = { kind: K; lines: (charge: Charge, billing: Billing) => ChargeLine[] };

function step<K extends ChargeKind>(kind: K, price: PriceCharge<K>): Step<K> {
  const isOfKind = (charge: Charge): charge is ChargeOf<K> => charge.kind === kind;
  return { kind, lines: (charge, billing) => (isOfKind(charge) ? price(charge, billing) : []) };
}

/*
 * The order in which charges are priced. Each step sees the rounded lines of the steps before it.
 * 1. Variable lines first, from quantities alone: whatever looks at "the sum of the variable lines" (a minimum, a cap,
 *    a bonus) can only stand after all of them. Among themselves they are independent; the order is the reader's.
 * 2. Amounts of the month last: no variable line depends on them, and a commitment is not met by them.
 */
const ordered = [
  step('per_call', perCall),
  step('per_minute', perMinute),
  step('per_outcome', perOutcome),
  step('revenue_share', revenueShare),
  step('fixed', fixed),
] as const;

type Unpriced = Exclude<ChargeKind, (typeof ordered)[number]['kind']>;

/** The steps in order. Does not compile while a kind of charge has none, and names the kind. */
export const steps: [Unpriced] extends [never] ? readonly Step<ChargeKind>[] : { unpriced: Unpriced } = ordered;
