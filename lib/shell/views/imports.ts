import { requirePermission } from '#auth';
import {
  type Batch,
  findBatch,
  listBatches,
  listPrograms,
  listRejects,
  listVendors,
  type Session,
  type StoredReject,
} from '#db';
import type { Text } from '#format';
import type { BatchReject, BatchSummary, BatchView, ImportsView } from './types.ts';

const SHOWN_BATCHES = 50;
const SHOWN_REJECTS = 100;
const PAGE = 5_000;

function summary(batch: Batch): BatchSummary {
  const { warnings, error, bytesRead, bytesTotal, startedAt, finishedAt, vendor, vendorName, ...rest } = batch;
  return {
    ...rest,
    vendor: vendor ?? '',
    vendorName: vendorName ?? vendor ?? '',
    startedAt: startedAt.getTime(),
    seconds: finishedAt === null ? null : (finishedAt.getTime() - startedAt.getTime()) / 1000,
    bytes: { read: bytesRead, total: bytesTotal },
    warnings: warnings as Text[],
    error: error as Text | null,
  };
}

function fromStored({ reason, ...place }: StoredReject): BatchReject {
  return { ...place, reason: reason as Text };
}

/** What can be imported for whom, and what has been. */
export async function importsPage(session: Session): Promise<ImportsView> {
  requirePermission(session, 'view', 'imports');
  const programs = (await listPrograms(session.database)).map(({ code, name }) => ({ id: code, label: name }));
  const vendors = await listVendors(session.database);
  const batches = await listBatches(session.database, { take: SHOWN_BATCHES });
  return {
    vendors: vendors.map(({ code, name, timezone }) => ({ id: code, label: name, timezone, programs })),
    batches: batches.map(summary),
  };
}

/** How far one import has come, or what it came to; null where there is none of this id. */
export async function batchSummary(session: Session, id: string): Promise<BatchSummary | null> {
  requirePermission(session, 'view', 'imports');
  const batch = await findBatch(session.database, id);
  return batch && summary(batch);
}

/** One import with the first of its rejects. */
export async function batchPage(session: Session, id: string): Promise<BatchView | null> {
  const batch = await batchSummary(session, id);
  if (batch === null) return null;
  const rejects = await listRejects(session.database, id, { take: SHOWN_REJECTS });
  return { batch, rejects: rejects.map(fromStored) };
}

/** Every reject of an import, in file order, page by page. */
export async function* allRejects(session: Session, id: string): AsyncGenerator<BatchReject[]> {
  requirePermission(session, 'view', 'imports');
  for (let skip = 0; ; skip += PAGE) {
    const page = await listRejects(session.database, id, { skip, take: PAGE });
    if (page.length === 0) return;
    yield page.map(fromStored);
  }
}
