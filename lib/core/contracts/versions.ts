import type { Day } from '#time';
import type { Contract } from './contract.ts';

/** A declared contract with the id under which its roll-up rows and history refer to it. */
export type ContractVersion = Contract & { readonly id: string };

type Scope = { vendor: string; program?: string | undefined; from: Day; to: Day | null };

/** Pairs of versions (by index) of the same vendor and program whose half-open periods share a day. */
export function overlaps(versions: readonly Scope[]): { first: number; second: number }[] {
  const found: { first: number; second: number }[] = [];
  for (const [second, b] of versions.entries())
    for (const [first, a] of versions.slice(0, second).entries()) {
      const sameScope = a.vendor === b.vendor && a.program === b.program;
      if (sameScope && (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to))
        found.push({ first, second });
    }
  return found;
}

/**
 * The version in force for a vendor's program on a local day of the contract's zone: half-open [from, to), and a
 * contract that names the program beats one for all programs. Null where none is in force.
 */
export function contractOn<T extends Scope>(
  versions: readonly T[],
  vendor: string,
  program: string,
  day: Day,
): T | null {
  const inForce = (version: T) =>
    version.vendor === vendor && version.from <= day && (version.to === null || day < version.to);
  return (
    versions.find((version) => version.program === program && inForce(version)) ??
    versions.find((version) => version.program === undefined && inForce(version)) ??
    null
  );
}
