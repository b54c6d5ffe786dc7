import { requirePermission } from '#auth';
import { type Contract, type ContractVersion, parseContract } from '#contracts';
import { type ContractChange, contractHistory, listPrograms, listVendors, listVersions, type Session } from '#db';
import {
  type ContractPart,
  contractParts,
  contractReport,
  type RecordedChange,
  type Report,
  type StandingVersion,
} from '#reports';
import { ofScope, todayIn, withStanding } from './contract-scope.ts';
import { yamlOf } from './contract-yaml.ts';

/** What one contract's page shows. */
export type ContractView = {
  version: ContractVersion;
  standing: StandingVersion['standing'];
  vendor: { code: string; name: string; color: number };
  program: { code: string; name: string } | null;
  parts: ContractPart[];
  /** The versions of the same vendor and program, by their first day. */
  versions: StandingVersion[];
  /** The version it is compared with. */
  against: string | null;
  yaml: string;
  /** Sections: `terms`, where compared `difference`, `versions`, `history`. */
  report: Report;
};

/** One contract to be read, with the versions beside it, its history and, where asked, what differs from another. */
export async function contractPage(session: Session, id: string, against?: string): Promise<ContractView | null> {
  requirePermission(session, 'view', 'declarations');
  const { database } = session;
  const versions = await listVersions(database);
  const version = versions.find((own) => own.id === id);
  if (!version) return null;
  const [vendors, programs] = [await listVendors(database), await listPrograms(database)];
  const { code, name, color } = vendors.find((own) => own.code === version.vendor) ?? {
    code: version.vendor,
    name: version.vendor,
    color: 0,
  };
  const siblings = withStanding(session, ofScope(versions, version));
  const other = siblings.find((own) => own.version.id === against && own.version.id !== id)?.version ?? null;
  return {
    version,
    standing: siblings.find((own) => own.version.id === id)?.standing ?? 'past',
    vendor: { code, name, color },
    program: programs.find((own) => own.code === version.program) ?? null,
    parts: contractParts(version),
    versions: siblings,
    against: other?.id ?? null,
    yaml: yamlOf([version]),
    report: contractReport({
      vendors,
      programs,
      version,
      versions: siblings,
      against: other,
      today: todayIn(session, version.timezone),
      history: await historyOf(session, version),
    }),
  };
}

async function historyOf({ database }: Session, version: ContractVersion): Promise<RecordedChange[]> {
  const all = await contractHistory(database, { vendor: version.vendor });
  return all
    .filter(({ program }) => program === (version.program ?? null))
    .map(({ id, action, before, after, actor, at, note }) => ({
      id: String(id),
      action,
      actor,
      note,
      at: at.getTime(),
      before: fromStored(before),
      after: fromStored(after),
    }));
}

/** Recorded terms; null where there are none, or where they were written by rules that no longer read them. */
function fromStored(terms: ContractChange['before']): Contract | null {
  if (terms === null || typeof terms !== 'object') return null;
  const { id: _, ...declared } = terms as Record<string, unknown>;
  const read = parseContract(declared);
  return read.ok ? read.contract : null;
}
