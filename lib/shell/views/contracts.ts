import { requirePermission } from '#auth';
import { contractGaps } from '#contracts';
import { listPrograms, listVendors, listVersions, organisation, type Session, uncoveredDays } from '#db';
import { contractsReport, type Report, type StandingVersion } from '#reports';
import { todayIn, withStanding } from './contract-scope.ts';
import { isDemonstration } from './demonstration.ts';

/** The contracts of a vendor for one program, or for all (null), by where they stand. */
export type ContractGroup = {
  program: { code: string; name: string } | null;
  versions: Record<StandingVersion['standing'], StandingVersion['version'][]>;
};

/** What the page of contracts shows. */
export type ContractsView = {
  vendors: { code: string; name: string; color: number; groups: ContractGroup[] }[];
  report: Report;
  demonstration: boolean;
};

/** Every vendor's contracts by program: in force, upcoming and past; and the days with calls that have none. */
export async function contractsPage(session: Session): Promise<ContractsView> {
  requirePermission(session, 'view', 'declarations');
  const { database } = session;
  const [vendors, programs, versions, home] = await Promise.all([
    listVendors(database),
    listPrograms(database),
    listVersions(database),
    organisation(database),
  ]);
  const contracts = withStanding(session, versions);
  const gaps = contractGaps(await uncoveredDays(database), versions);
  const today = todayIn(session, home.timezone);
  return {
    vendors: vendors.map(({ code, name, color }) => ({
      code,
      name,
      color,
      groups: groupsOf(
        contracts.filter(({ version }) => version.vendor === code),
        programs,
      ),
    })),
    report: contractsReport({ vendors, programs, today, currency: home.currency, contracts, gaps }),
    demonstration: isDemonstration(vendors),
  };
}

/** By program, the contract for all programs first; the newest of a kind first. */
function groupsOf(
  contracts: readonly StandingVersion[],
  programs: readonly { code: string; name: string }[],
): ContractGroup[] {
  const codes = [null, ...programs.map(({ code }) => code)];
  return codes.flatMap((code) => {
    const own = contracts
      .filter(({ version }) => (version.program ?? null) === code)
      .sort((a, b) => (a.version.from < b.version.from ? 1 : -1));
    const at = (where: StandingVersion['standing']) =>
      own.filter(({ standing }) => standing === where).map(({ version }) => version);
    if (own.length === 0) return [];
    return [
      {
        program: programs.find((program) => program.code === code) ?? null,
        versions: { in_force: at('in_force'), upcoming: at('upcoming'), past: at('past') },
      },
    ];
  });
}
