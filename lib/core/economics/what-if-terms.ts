import { type Contract, type ContractVersion, type DeclarationIssue, parseContract } from '#contracts';
import type { RollupRow } from '#rollup';

type Scope = { vendor: string; program?: string | undefined };

/**
 * The terms that stand for today's: of the version under which most of the last recorded day's calls were handled, or
 * without any such calls of the vendor's last version. Null where the vendor has none.
 */
export function termsInForce(
  { rows, versions }: { rows: readonly RollupRow[]; versions: readonly ContractVersion[] },
  { vendor, program }: Scope,
): Contract | null {
  const own = versions.filter(
    (version) =>
      version.vendor === vendor &&
      (program === undefined || version.program === undefined || version.program === program),
  );
  const ids = new Set(own.map(({ id }) => id));
  const covered = rows.filter(
    (row) => row.contractId !== null && ids.has(row.contractId) && (program === undefined || row.program === program),
  );
  const last = covered.reduce((day, row) => (row.day > day ? row.day : day), '');
  const handled = new Map<string | null, number>();
  for (const row of covered)
    if (row.day === last) handled.set(row.contractId, (handled.get(row.contractId) ?? 0) + row.handled);
  const [most] = [...handled].sort(([, a], [, b]) => b - a);
  const byStart = [...own].sort((a, b) => (a.from < b.from ? -1 : 1));
  const found = own.find(({ id }) => id === most?.[0]) ?? byStart.at(-1);
  if (!found) return null;
  const { id: _, ...contract } = found;
  return contract;
}

/** Proposed terms made whole, or what is wrong with them. */
export type ReadTerms = { ok: true; contract: Contract } | { ok: false; issues: DeclarationIssue[] };

/**
 * Proposed terms as a contract: what they leave out stays as it is in the terms in force. They are written as a
 * declaration writes a contract, alone or as the one contract of a declaration file; null proposes no change.
 */
export function readTerms(
  terms: unknown,
  { vendor, inForce }: { vendor: string; inForce: Contract | null },
): ReadTerms {
  const own = onlyContract(terms);
  if (own === null || typeof own !== 'object' || Array.isArray(own))
    return { ok: false, issues: [{ path: '', message: 'give the terms of one contract' }] };
  return parseContract({ ...inForce, ...own, vendor });
}

function onlyContract(terms: unknown): unknown {
  if (terms == null) return {};
  if (typeof terms !== 'object' || !('contracts' in terms)) return terms;
  const { contracts } = terms;
  return Array.isArray(contracts) && contracts.length === 1 ? contracts[0] : null;
}

/** The program that proposed terms name by themselves. */
export function namedProgram(terms: unknown): string | undefined {
  const own = onlyContract(terms);
  const named = own !== null && typeof own === 'object' && 'program' in own ? own.program : undefined;
  return typeof named === 'string' ? named : undefined;
}

/** The terms of a contract that are not as in force, from which `readTerms` makes it whole again. */
export function changedTerms(contract: Contract, inForce: Contract | null): Partial<Contract> {
  const own = Object.entries(contract).filter(
    ([name, value]) =>
      !placed.includes(name) && JSON.stringify(value) !== JSON.stringify(inForce?.[name as keyof Contract]),
  );
  return Object.fromEntries(own) as Partial<Contract>;
}

/** Where and when a contract stands, which a proposal does not decide; without terms in force it must say when. */
const placed = ['vendor', 'program', 'from', 'to'];
