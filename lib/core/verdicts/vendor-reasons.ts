import type { Facts, ReasonRule } from './reason-rule.ts';

/** Handle time above plan by more than this is worth saying; so is hold above this share of handle time. */
const OVER_PLAN = 1.05;
const HEAVY_HOLD = 0.2;

/** Another conclusion about the vendor follows somewhere in the range of wages, and at which wage it turns. */
export const dependsOnWage: ReasonRule = ({ vendorBook, situation: { agentHourly, aht, breakEvenAht } }) => {
  if (!vendorBook.known || vendorBook.assumptionsHold) return null;
  // Labour cost is proportional to the wage, so at break-even the wage scales as break-even handle time does.
  const turnsAt = agentHourly && breakEvenAht && aht ? (agentHourly.value * breakEvenAht.value) / aht : null;
  return {
    wage: agentHourly?.value ?? null,
    wageLow: agentHourly?.low ?? null,
    wageHigh: agentHourly?.high ?? null,
    turnsAt,
  };
};

/** The conclusion about the vendor is the same at both ends of the assumed wage. */
export const holdsAcrossWages: ReasonRule = ({ vendorBook, situation: { agentHourly } }) => {
  const concluded = vendorBook.state === 'failing' || vendorBook.state === 'healthy';
  if (!concluded || !vendorBook.assumptionsHold || !agentHourly || agentHourly.low === agentHourly.high) return null;
  return { wage: agentHourly.value, wageLow: agentHourly.low, wageHigh: agentHourly.high };
};

/** Calls take longer than was planned when the price was agreed. */
export const runsOverPlan: ReasonRule = ({ situation: { aht, planAhtSeconds: plan } }) =>
  aht !== null && plan !== null && aht > plan * OVER_PLAN ? { aht, plan } : null;

/** Customers wait on hold for much of a call that runs too long: the agents lack tools or information. */
export const holdHeavy: ReasonRule = (facts) => {
  const { aht, ahtParts } = facts.situation;
  if (aht === null || ahtParts.hold === null || !runsLong(facts) || ahtParts.hold < HEAVY_HOLD * aht) return null;
  return { hold: ahtParts.hold, aht };
};

function runsLong(facts: Facts): boolean {
  const { aht, breakEvenAht } = facts.situation;
  return runsOverPlan(facts) !== null || (aht !== null && breakEvenAht !== null && aht > breakEvenAht.value);
}
