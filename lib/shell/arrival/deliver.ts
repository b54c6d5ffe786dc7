import { requirePermission } from '#auth';
import { type Batch, findBatch, type IncomingFile, listPrograms, listVendors, type Session } from '#db';
import { type FormatName, formatNames } from '#imports';
import { queueImport } from '#jobs';
import { type InputIssue, OperationError, storeDelivery } from '#operations';
import { isZone } from '#time';
import { type ReadThrough, readThrough } from './read-through.ts';

/** A file that nobody looks at before it is imported. */
export type Arriving = {
  source: 'api' | 'folder';
  /** Null: every row names its vendor. */
  vendor: string | null;
  /** The program of rows that name none. */
  program: string | null;
  /** Of times without an offset; null = the vendor's own. */
  timezone: string | null;
  /** Null: found from the content. */
  format: string | null;
  file: IncomingFile;
  /** The sender's own name for this delivery: the same again is the same delivery. */
  idempotencyKey?: string;
};

/** A delivery that waits for its turn, or has had it; `existing` where it was sent before. */
export type Delivered = { id: string; existing: boolean };

type Read = { vendor: string | null; program: string | null; timezone: string | null; format: FormatName | null };

const unlike = (path: string, value: string | null, known: readonly string[], key: string): InputIssue[] =>
  value === null || known.includes(value) ? [] : [{ path, message: { key } }];

/** How the file is to be read, with what its vendor lends to it. Throws OperationError with all that is not known. */
async function readingOf({ database }: Session, { vendor, program, timezone, format }: Arriving): Promise<Read> {
  const vendors = await listVendors(database);
  const programs = (await listPrograms(database)).map(({ code }) => code);
  const codes = vendors.map(({ code }) => code);
  const issues: InputIssue[] = [
    ...unlike('vendor', vendor, codes, 'files.unknown_vendor'),
    ...unlike('program', program, programs, 'files.unknown_program'),
    ...unlike('format', format, formatNames, 'files.unknown_format'),
    ...(timezone === null || isZone(timezone) ? [] : [{ path: 'timezone', message: { key: 'files.unknown_zone' } }]),
  ];
  if (issues.length > 0) throw new OperationError('validation', 'the delivery was not taken', issues);
  const own = vendors.find(({ code }) => code === vendor);
  return { vendor, program, timezone: timezone ?? own?.timezone ?? null, format: format as FormatName | null };
}

/** Whether a delivery that was sent before is this one. */
async function isSame(batch: Batch, read: Read, { file, through }: { file: IncomingFile; through: ReadThrough }) {
  const { program, timezone, format } = batch.options;
  const [before] = batch.files;
  const asked = [read.vendor, read.program, read.timezone, read.format, file.name];
  const kept = [batch.vendor, program, timezone, format, before?.name];
  return asked.every((value, index) => value === kept[index]) && before?.sha256 === (await through.sha256());
}

/**
 * Keeps a file and queues its import. Under a key that was used before it is the delivery of then, and nothing is kept.
 * Throws OperationError for a vendor, program, zone or format that is not known, and for a key that was used for a
 * delivery of something else.
 */
export async function deliver(session: Session, arriving: Arriving): Promise<Delivered> {
  requirePermission(session, 'change', 'imports');
  const { source, file, idempotencyKey } = arriving;
  const read = await readingOf(session, arriving);
  const through = readThrough(file.bytes);
  const delivered = await storeDelivery(session, {
    ...{ source, ...read, mapping: null, strict: false, draft: false },
    files: [{ name: file.name, bytes: through.bytes }],
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  });
  const batch = await findBatch(session.database, delivered.id);
  if (delivered.existing && batch && !(await isSame(batch, read, { file, through })))
    throw new OperationError('validation', 'the delivery was not taken', [
      { path: 'Idempotency-Key', message: { key: 'files.key_used' } },
    ]);
  if (batch?.status === 'queued') await queueImport(session, delivered.id);
  return delivered;
}
