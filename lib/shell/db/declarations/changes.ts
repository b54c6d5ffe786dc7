import type { AmendmentStep, Contract, ContractVersion } from '#contracts';
import type { Db } from '../database.ts';
import { asDate, contractRow, withoutNulls } from './contract-row.ts';
import { idsByCode } from './read.ts';

/** Who changes something, and when. */
export type By = { actor: string; at: Date; note?: string | null };

/** One change of a contract's terms, as it is kept. */
export type ContractChange = {
  id: number;
  versionId: string;
  vendor: string;
  program: string | null;
  action: 'created' | 'changed' | 'ended' | 'removed';
  before: unknown;
  after: unknown;
  actor: string;
  at: Date;
  note: string | null;
};

type Scope = { vendorId: number; programId: number | null };
type Recorded = { versionId: number; action: ContractChange['action']; before: unknown; after: unknown };

/** One changes terms at a time, on what the one before has committed: two would each end a version where the other goes on. */
export async function lockTerms(tx: Db): Promise<void> {
  await tx.sql.execute('select pg_advisory_xact_lock(7264)');
}

/** Keeps a change of terms in the history, which only grows. */
async function recordChange(
  tx: Db,
  { vendorId, programId }: Scope,
  { versionId, action, before, after, by }: Recorded & { by: By },
): Promise<void> {
  await tx.sql.execute(
    `insert into contract_change (version_id, vendor_id, program_id, action, before, after, actor, at, note)
     values ($1, $2, $3, $4, $5::text::jsonb, $6::text::jsonb, $7, $8::timestamptz, $9)`,
    [
      ...[versionId, vendorId, programId, action],
      ...[before, after].map((terms) => (terms === null ? null : JSON.stringify(terms))),
      ...[by.actor, by.at.toISOString(), by.note ?? null],
    ],
  );
}

/** Takes the steps of an amendment and records each; returns the ids of the versions that now stand. */
export async function saveAmendment(tx: Db, steps: readonly AmendmentStep[], by: By): Promise<string[]> {
  const saved: string[] = [];
  // A version that is moved or ended makes room before another is put there.
  const order = { removed: 0, ended: 1, changed: 2, created: 3 };
  for (const step of [...steps].sort((a, b) => order[a.action] - order[b.action])) {
    const scope = await scopeOf(tx, step.after ?? step.before);
    const versionId = await take(tx, scope, step);
    await recordChange(tx, scope, { versionId, action: step.action, before: step.before, after: step.after, by });
    if (step.after) saved.push(String(versionId));
  }
  return saved;
}

async function scopeOf(tx: Db, { vendor, program }: Contract | ContractVersion): Promise<Scope> {
  const ids = await idsByCode(tx);
  const vendorId = ids.vendors.get(vendor);
  const programId = program === undefined ? null : ids.programs.get(program);
  if (vendorId === undefined || programId === undefined) throw new Error(`undeclared: ${vendor} ${program ?? ''}`);
  return { vendorId, programId };
}

async function take(tx: Db, scope: Scope, { before, after }: AmendmentStep): Promise<number> {
  const id = before === null ? null : Number(before.id);
  if (after === null) {
    await tx.prisma.contractVersion.delete({ where: { id: id ?? 0 } });
    return id ?? 0;
  }
  const data = { ...withoutNulls(contractRow(after)), from: asDate(after.from) };
  if (id === null) return (await tx.prisma.contractVersion.create({ data: { ...scope, ...data } })).id;
  await tx.sql.execute('update contract_version set valid_to = null, vendor_cost = null, plan = null where id = $1', [
    id,
  ]);
  await tx.prisma.contractVersion.update({ where: { id }, data });
  return id;
}

/** The history of a vendor's contracts, or of one version, newest first. */
export async function contractHistory(
  db: Db,
  { vendor, versionId }: { vendor?: string; versionId?: string } = {},
): Promise<ContractChange[]> {
  return db.sql.query<ContractChange>(
    `select c.id, c.version_id::text as "versionId", v.code as vendor, p.code as program, c.action, c.before, c.after,
       c.actor, c.at, c.note
     from contract_change c join vendor v on v.id = c.vendor_id left join program p on p.id = c.program_id
     where ($1::text is null or v.code = $1) and ($2::int is null or c.version_id = $2) order by c.at desc, c.id desc`,
    [vendor ?? null, versionId === undefined ? null : Number(versionId)],
  );
}
