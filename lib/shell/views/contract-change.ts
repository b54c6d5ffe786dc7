import { requirePermission } from '#auth';
import { parseContract } from '#contracts';
import { findJob, listPrograms, listVendors, listVersions, type Session } from '#db';
import { type MovedInput, movedReport, type Report } from '#reports';

/** A change of a contract that has been asked for: what moved, once it has been done. */
export type ContractChangeView = {
  job: string;
  /** The contract that the terms now are; null until they are in force, or where later ones replaced them. */
  contract: string | null;
  report: Report | null;
};

/** What came of a change of a contract, by the job that did it; null where there is no such job. */
export async function contractChange(session: Session, id: string): Promise<ContractChangeView | null> {
  requirePermission(session, 'view', 'declarations');
  const { database } = session;
  const job = await findJob(database, id);
  if (job?.kind !== 'recompute') return null;
  const parsed = parseContract((job.input as { terms: unknown }).terms);
  if (!parsed.ok || job.status !== 'done') return { job: id, contract: null, report: null };
  const { contract: terms } = parsed;
  const version = (await listVersions(database)).find(
    (own) => own.vendor === terms.vendor && own.program === terms.program && own.from === terms.from,
  );
  const { days, moved } = job.result as Pick<MovedInput, 'days' | 'moved'>;
  const [vendors, programs] = [await listVendors(database), await listPrograms(database)];
  return { job: id, contract: version?.id ?? null, report: movedReport({ vendors, programs, terms, days, moved }) };
}
