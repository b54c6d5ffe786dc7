import type { Facts, ReasonRule } from './reason-rule.ts';

const zoneFigures = ({ situation: { feePerCall, floor, ceiling } }: Facts) => ({
  fee: feePerCall,
  floor: floor?.value ?? null,
  ceiling,
});

/** The vendor needs more than the client can pay: no price lets both live. */
export const noPriceWorks: ReasonRule = (facts) => {
  if (facts.situation.zone !== 'broken') return null;
  const { ahtNeeded, revenueNeeded, aht, revenuePerCall } = facts.situation;
  return { ...zoneFigures(facts), aht, ahtNeeded, revenue: revenuePerCall, revenueNeeded };
};

/** The price is under what the vendor can live on, and the client could pay more. */
export const priceBelowFloor: ReasonRule = (facts) =>
  facts.situation.zone === 'underpriced' ? zoneFigures(facts) : null;

/** The price is over what the client can pay, and the vendor could live on less. */
export const priceAboveCeiling: ReasonRule = (facts) =>
  facts.situation.zone === 'overpriced' ? zoneFigures(facts) : null;
