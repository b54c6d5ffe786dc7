import { startOfDay } from '#time';
import type { ContractVersion } from './versions.ts';

/** A stretch of time, in ms since the epoch and half-open, in which one version is in force for a vendor's program. */
export type ContractSpan = { contractId: string; from: number; to: number };

const END_OF_TIME = Date.UTC(2300, 0, 1);

function spanOf(version: ContractVersion): ContractSpan {
  return {
    contractId: version.id,
    from: startOfDay(version.from, version.timezone),
    to: version.to === null ? END_OF_TIME : startOfDay(version.to, version.timezone),
  };
}

/** What is left of a span when the time of others is taken away. */
function without(span: ContractSpan, others: readonly ContractSpan[]): ContractSpan[] {
  let left = [span];
  for (const other of others)
    left = left.flatMap((part) => [
      ...(part.from < other.from ? [{ ...part, to: Math.min(part.to, other.from) }] : []),
      ...(part.to > other.to ? [{ ...part, from: Math.max(part.from, other.to) }] : []),
    ]);
  return left.filter((part) => part.from < part.to);
}

/**
 * When which version is in force for a vendor's program, as instants that do not overlap: each version's local dates on
 * its own zone's calendar, and one that names the program before one for all programs (economics.md section 2).
 */
export function contractSpans(versions: readonly ContractVersion[], vendor: string, program: string): ContractSpan[] {
  const own = versions.filter((version) => version.vendor === vendor && version.program === program).map(spanOf);
  const general = versions.filter((version) => version.vendor === vendor && version.program === undefined).map(spanOf);
  return [...own, ...general.flatMap((span) => without(span, own))].sort((a, b) => a.from - b.from);
}
