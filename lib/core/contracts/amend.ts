import { type Day, intersect } from '#time';
import type { Contract } from './contract.ts';
import type { ContractVersion } from './versions.ts';

/** One step of an amendment: what becomes of a stored version, or what is added. */
export type AmendmentStep =
  | { action: 'created'; before: null; after: Contract }
  | { action: 'changed' | 'ended'; before: ContractVersion; after: ContractVersion }
  | { action: 'removed'; before: ContractVersion; after: null };

/**
 * What putting terms in force from their first day to their last does to the stored versions of the same vendor and
 * program, so that no two overlap: the version that begins on the same day is changed and keeps its id; one that the
 * terms cut into is ended there, and goes on afterwards where the terms end before it; one within them is removed.
 */
export function amend(versions: readonly ContractVersion[], terms: Contract): AmendmentStep[] {
  const own = versions.filter(({ vendor, program }) => vendor === terms.vendor && program === terms.program);
  const same = own.find(({ from }) => from === terms.from);
  const steps = own.filter((version) => overlap(version, terms)).flatMap((version) => stepsFor(version, terms, same));
  const put: AmendmentStep = same
    ? { action: 'changed', before: same, after: { ...terms, id: same.id } }
    : { action: 'created', before: null, after: terms };
  return [...steps, put];
}

type Span = { from: Day; to: Day | null };

const lastDay = '9999-12-31' as Day;

function overlap(a: Span, b: Span): boolean {
  return intersect(a, { from: b.from, to: b.to ?? lastDay }) !== null;
}

/** What is left of a version before the terms, and after them; of one that is left without a charge, nothing is. */
function stepsFor(version: ContractVersion, terms: Contract, same: ContractVersion | undefined): AmendmentStep[] {
  const { to } = terms;
  const carried = to !== null && (version.to === null || to < version.to) ? carriedOver(version, to) : null;
  const rest = carried && carried.charges.length > 0 ? carried : null;
  const goesOn: AmendmentStep[] = rest ? [{ action: 'created', before: null, after: rest }] : [];
  if (version === same) return goesOn;
  const ended = version.from < terms.from ? endedOn(version, terms.from) : null;
  if (ended && ended.charges.length > 0) return [{ action: 'ended', before: version, after: ended }, ...goesOn];
  if (rest && !ended) return [{ action: 'changed', before: version, after: { ...rest, id: version.id } }];
  return [{ action: 'removed', before: version, after: null }, ...(ended ? goesOn : [])];
}

/** The version without the days from `to` on, and without one-off amounts that would then never be billed. */
function endedOn(version: ContractVersion, to: Day): ContractVersion {
  return { ...version, to, charges: version.charges.filter((charge) => charge.kind !== 'one_off' || charge.on < to) };
}

/**
 * A version's terms as they go on from a later day: an index keeps counting from where it did, a one-off amount that is
 * still being amortised is carried, one that is past and was billed whole is not.
 */
export function carriedOver({ id: _, ...terms }: ContractVersion, from: Day): Contract {
  return {
    ...terms,
    from,
    charges: terms.charges.flatMap((charge): Contract['charges'] => {
      if (charge.kind === 'indexation') return [{ ...charge, since: charge.since ?? terms.from }];
      const isPast = charge.kind === 'one_off' && charge.on < from && charge.amortiseMonths === undefined;
      return isPast ? [] : [charge];
    }),
  };
}
