import type { ContractVersion } from '#contracts';
import type { Day, Period } from '#time';

/** The contract versions of a list that are in force on a day. */
function inForceOn(contracts: readonly ContractVersion[], day: Day): ContractVersion[] {
  return contracts.filter(({ from, to }) => from <= day && (to === null || day < to));
}

/**
 * The AHT that was planned for a week, in seconds, by the contract in force on its first day within the period. Null
 * without a plan, and where contracts of several programs plan differently.
 */
export function planOn(contracts: readonly ContractVersion[], week: Day, { from }: Period): number | null {
  return agreed(inForceOn(contracts, week < from ? from : week).map(({ plan }) => plan?.ahtSeconds ?? null));
}

/** The share of its fee that the vendor is assumed to aim for; null where unknown or where contracts differ. */
export function targetMarginOn(contracts: readonly ContractVersion[], day: Day): number | null {
  return agreed(
    inForceOn(contracts, day).map(({ vendorCost }) => (vendorCost ? Number(vendorCost.targetMargin) : null)),
  );
}

function agreed(values: readonly (number | null)[]): number | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}
