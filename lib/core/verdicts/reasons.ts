import * as evidence from './evidence-reasons.ts';
import * as loss from './loss-reasons.ts';
import * as price from './price-reasons.ts';
import type { Facts, ReasonRule } from './reason-rule.ts';
import * as vendor from './vendor-reasons.ts';
import { type Reason, type ReasonCode, reasonCodes, type State } from './verdict.ts';

/** One rule for each code; the order in which they are given is that of `reasonCodes`. */
const rules: Record<ReasonCode, ReasonRule> = {
  client_loses_per_call: loss.clientLoses,
  handle_time_above_break_even: loss.handleTimeAboveBreakEven,
  vendor_loses_per_call: loss.vendorLoses,
  client_not_yet_recovered: loss.clientNotYetRecovered,
  vendor_not_yet_recovered: loss.vendorNotYetRecovered,
  client_may_lose_per_call: loss.clientMayLose,
  vendor_may_lose_per_call: loss.vendorMayLose,
  no_price_works: price.noPriceWorks,
  price_below_floor: price.priceBelowFloor,
  price_above_ceiling: price.priceAboveCeiling,
  client_recovering: loss.clientRecovering,
  vendor_recovering: loss.vendorRecovering,
  depends_on_wage: vendor.dependsOnWage,
  holds_across_wages: vendor.holdsAcrossWages,
  runs_over_plan: vendor.runsOverPlan,
  hold_heavy: vendor.holdHeavy,
  long_runs: evidence.longRuns,
  too_few_days: evidence.tooFewDays,
  too_few_calls: evidence.tooFewCalls,
  too_few_sales: evidence.tooFewSales,
  client_undecided: evidence.clientUndecided,
  vendor_undecided: evidence.vendorUndecided,
  no_contract: evidence.noContract,
  no_inputs: evidence.noInputs,
  no_revenue: evidence.noRevenue,
  no_vendor_cost: evidence.noVendorCost,
  healthy_both: evidence.healthyBoth,
  healthy_client: evidence.healthyClient,
  healthy_vendor: evidence.healthyVendor,
};

/** What explains a state by itself stands first, whatever else is remarkable. */
const leading: Record<State, readonly ReasonCode[]> = {
  failing: [],
  at_risk: [],
  healthy: ['healthy_both', 'healthy_client', 'healthy_vendor'],
  not_enough_evidence: [
    ...(['no_contract', 'no_inputs', 'no_revenue', 'too_few_days', 'too_few_calls', 'too_few_sales'] as const),
    ...(['client_undecided', 'vendor_undecided'] as const),
  ],
};

/** Every reason that applies, most important first: those that explain the state, then in the order of `reasonCodes`. */
export function reasonsFor(facts: Facts): Reason[] {
  const first = leading[facts.state];
  return [...first, ...reasonCodes.filter((code) => !first.includes(code))].flatMap((code) => {
    const figures = rules[code](facts);
    return figures ? [{ code, figures }] : [];
  });
}
