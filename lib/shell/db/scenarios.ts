import { type Contract, contract as schema } from '#contracts';
import type { Day } from '#time';
import type { Db } from './database.ts';

/** Proposed terms that somebody kept under a name, with the calls that they were tried on. */
export type Scenario = {
  id: string;
  name: string;
  vendor: string;
  /** Null = all programs. */
  program: string | null;
  from: Day;
  to: Day;
  contract: Contract;
  createdBy: string;
  createdAt: Date;
};

type Query = Pick<Scenario, 'program' | 'from' | 'to'>;

/** Keeps a scenario; a vendor that is not declared is an error. */
export async function createScenario(db: Db, { vendor, program, from, to, ...scenario }: Scenario): Promise<void> {
  const { contract, ...named } = scenario;
  const query: Query = { program, from, to };
  await db.prisma.scenario.create({
    data: { ...named, query, contract: JSON.parse(JSON.stringify(contract)), vendor: { connect: { code: vendor } } },
  });
}

/** The scenarios of all vendors, the newest first. */
export async function listScenarios(db: Db): Promise<Scenario[]> {
  const rows = await db.prisma.scenario.findMany({
    include: { vendor: { select: { code: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(({ vendorId: _, query, contract, vendor, ...row }) => ({
    ...row,
    ...(query as Query),
    vendor: vendor.code,
    contract: schema.parse(contract),
  }));
}

/** Forgets a scenario; false where there was none. */
export async function removeScenario(db: Db, id: string): Promise<boolean> {
  const { count } = await db.prisma.scenario.deleteMany({ where: { id } });
  return count > 0;
}
