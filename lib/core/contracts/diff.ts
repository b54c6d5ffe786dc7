import type { Charge } from './charges.ts';
import type { Contract } from './contract.ts';
import type { RateWindow } from './rating.ts';

/** The terms that hold one value each, in the order in which a contract is read. */
const plainTerms = [
  'from',
  'to',
  'currency',
  'timezone',
  'exchange',
  'rating.billable',
  'rating.basis',
  'rating.initialSeconds',
  'rating.incrementSeconds',
  'rating.excludeShorterThanSeconds',
  'rating.excludeRepeatsWithinHours',
  'vendorCost.agentHourly.value',
  'vendorCost.agentHourly.low',
  'vendorCost.agentHourly.high',
  'vendorCost.load',
  'vendorCost.occupancy',
  'vendorCost.shrinkage',
  'vendorCost.overheadPerCall',
  'vendorCost.targetMargin',
  'plan.ahtSeconds',
  'plan.callsPerMonth',
  'plan.conversion',
] as const;
/** A term that holds one value, by its path in the declaration. */
export type PlainTerm = (typeof plainTerms)[number];

/** What a term holds; null = the contract does not say. */
export type TermValue = string | number | null;

type Changed<T> = { before: T | null; after: T | null };

/** What differs between two contracts; what one of them does not have is null there. */
export type ContractDiff = {
  terms: { term: PlainTerm; before: TermValue; after: TermValue }[];
  windows: Changed<RateWindow>[];
  charges: Changed<Charge>[];
};

/**
 * What changed from one contract to another. Charges are matched by kind and by their place among those of the kind,
 * rate windows by class and place, so that a charge put between two others is one addition and not a change of all
 * that follow. Where nothing differs every list is empty.
 */
export function diffContracts(before: Contract, after: Contract): ContractDiff {
  return {
    terms: plainTerms
      .map((term) => ({ term, before: valueAt(before, term), after: valueAt(after, term) }))
      .filter((change) => change.before !== change.after),
    windows: changes(before.rating.windows, after.rating.windows, (window) => window.class),
    charges: changes(before.charges, after.charges, (charge) => charge.kind),
  };
}

function valueAt(contract: Contract, term: PlainTerm): TermValue {
  let at: unknown = contract;
  for (const name of term.split('.')) at = (at as Record<string, unknown> | null | undefined)?.[name];
  return (at as TermValue | undefined) ?? null;
}

function changes<T>(before: readonly T[], after: readonly T[], groupOf: (item: T) => string): Changed<T>[] {
  const [old, fresh] = [placed(before, groupOf), placed(after, groupOf)];
  const names = [...new Set([...old.keys(), ...fresh.keys()])];
  return names
    .map((name) => ({ before: old.get(name) ?? null, after: fresh.get(name) ?? null }))
    .filter((pair) => canonical(pair.before) !== canonical(pair.after));
}

/** Items by their group and their place in it. */
function placed<T>(items: readonly T[], groupOf: (item: T) => string): Map<string, T> {
  const counts = new Map<string, number>();
  return new Map(
    items.map((item) => {
      const group = groupOf(item);
      const place = counts.get(group) ?? 0;
      counts.set(group, place + 1);
      return [`${group}/${place}`, item];
    }),
  );
}

/** One text for equal values, whatever the order of their keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
