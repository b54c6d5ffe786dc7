import { requirePermission } from '#auth';
import type { Contract, ContractVersion, DeclarationIssue, Program } from '#contracts';
import { listScenarios, listVendors, type Session } from '#db';
import { changedTerms, type PackedRow, packRows } from '#economics';
import type { PublishedRate } from '#money';
import type { OtherInputs } from '#pricing';
import type { VendorMetrics } from '#quality';
import type { Period } from '#time';
import { type FilterInput, filtersFor } from './filters.ts';
import type { Choice, Filters } from './types.ts';
import { loadProposal, type Proposal } from './what-if-books.ts';

/** What an address asks of the page; terms as JSON. */
export type WhatIfInput = FilterInput & { vendor?: string | undefined; terms?: string | undefined };

/** A vendor's recorded calls as they are sent to a browser, which prices them by itself. */
export type Recorded = {
  vendor: string;
  program: string | null;
  period: Period;
  currency: string;
  rows: PackedRow[];
  versions: ContractVersion[];
  programs: Program[];
  published: PublishedRate[];
  inputs: OtherInputs;
  /** Null where the vendor has no contract: proposed terms must then be whole. */
  inForce: Contract | null;
  names: { code: string; name: string; color: number }[];
  /** What the sources of the calls say of their figures. */
  metrics: VendorMetrics[];
};

/** A kept scenario, with what its address asks. */
export type KeptScenario = {
  id: string;
  name: string;
  vendor: string;
  vendorName: string;
  program: string | null;
  from: string;
  to: string;
  terms: string;
  createdAt: number;
};

/** Which vendor, program and days; shared by the pages of what if. */
export type WhatIfScope = { vendor: string; vendors: Choice[]; filters: Filters };

export type WhatIfPage = WhatIfScope & {
  recorded: Recorded;
  /** The terms as the address has them. */
  terms: string | null;
  /** Null where the address proposes what is no contract: `issues` say why. */
  proposed: Contract | null;
  issues: DeclarationIssue[];
  scenarios: KeptScenario[];
};

/** The vendor (else the first one), program and days that an address chooses; null without any vendor or calls. */
export async function whatIfScope(
  session: Session,
  { vendor: asked, ...input }: WhatIfInput,
): Promise<(WhatIfScope & { period: Period }) | null> {
  requirePermission(session, 'view', 'economics');
  const vendors = await listVendors(session.database);
  const found = vendors.find(({ code }) => code === asked) ?? vendors[0];
  const filters = found && (await filtersFor(session, input, found.code));
  if (!found || !filters) return null;
  const { chosen, ...shown } = filters;
  const choices = vendors.map(({ code, name }) => ({ id: code, label: name }));
  return { vendor: found.code, vendors: choices, filters: shown, period: chosen };
}

/** All that the page needs to price any terms on a vendor's recorded calls; null without any vendor or calls. */
export async function whatIfPage(session: Session, input: WhatIfInput): Promise<WhatIfPage | null> {
  requirePermission(session, 'view', 'economics');
  const scope = await whatIfScope(session, input);
  if (!scope) return null;
  const { period, ...shown } = scope;
  const { vendor, filters } = scope;
  const { terms, fault } = termsIn(input.terms);
  const program = filters.program ?? undefined;
  const proposal = await loadProposal(session, { vendor, period, program, terms });
  if (!proposal) return null;
  const { read } = proposal;
  return {
    ...shown,
    recorded: recordedOf(proposal, vendor),
    terms: input.terms ?? null,
    proposed: read.ok && !fault ? read.contract : null,
    issues: fault ? [fault] : read.ok ? [] : read.issues,
    scenarios: await keptScenarios(session),
  };
}

/** The JSON of an address, which anybody may have written. */
export function termsIn(text: string | undefined): { terms: unknown; fault: DeclarationIssue | null } {
  if (text === undefined) return { terms: null, fault: null };
  try {
    return { terms: JSON.parse(text) as unknown, fault: null };
  } catch {
    return { terms: null, fault: { path: 'terms', message: 'the terms of this address are not whole' } };
  }
}

function recordedOf({ program, books, published, inForce, vendors, metrics }: Proposal, vendor: string): Recorded {
  const { period, currency, versions, programs, inputs } = books;
  return {
    ...{ vendor, program: program ?? null, period, currency },
    rows: packRows(books.rows),
    ...{ versions, programs, published, inputs, inForce, metrics },
    names: vendors.filter(({ code }) => code === vendor).map(({ code, name, color }) => ({ code, name, color })),
  };
}

async function keptScenarios({ database }: Session): Promise<KeptScenario[]> {
  const [scenarios, vendors] = [await listScenarios(database), await listVendors(database)];
  return scenarios.map(({ contract, createdBy: _, createdAt, ...own }) => ({
    ...own,
    vendorName: vendors.find(({ code }) => code === own.vendor)?.name ?? own.vendor,
    // Whole: what is in force may change, and what was proposed stays.
    terms: JSON.stringify(changedTerms(contract, null)),
    createdAt: createdAt.getTime(),
  }));
}
