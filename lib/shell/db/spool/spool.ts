import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { config } from '#config';
import type { SourceFile } from '#imports';
import type { Batch } from '../batches.ts';
import { isBatchId } from '../calls/batch-id.ts';
import type { Db } from '../database.ts';
import { fileOnDisk } from './file-on-disk.ts';

/** A file on its way in. */
export type IncomingFile = { name: string; bytes: AsyncIterable<Uint8Array> };

const spool = () => join(config().dataDir, 'spool');

function folderOf(batchId: string): string {
  if (!isBatchId(batchId)) throw new Error(`not a batch id: ${batchId}`);
  return join(spool(), batchId);
}

/** Where an import puts aside what it reads, until it is done. */
export function gatheringFolder(batchId: string): string {
  return join(folderOf(batchId), 'gathering');
}

/** A file that is kept, and what it is told by: its name, its size and the hash of its content. */
export type SpooledFile = { name: string; size: number; sha256: string };

/**
 * Keeps a delivery's file in the data folder until it has been imported, as it comes, in memory that does not grow with
 * it. It has its final name only when all of it is there and on the disk.
 */
export async function spoolFile(batchId: string, place: number, { name, bytes }: IncomingFile): Promise<SpooledFile> {
  const folder = folderOf(batchId);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, String(place));
  const hash = createHash('sha256');
  let size = 0;
  async function* hashed() {
    for await (const chunk of bytes) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  }
  await pipeline(hashed(), createWriteStream(`${path}.part`, { mode: 0o600, flush: true }));
  await rename(`${path}.part`, path);
  return { name, size, sha256: hash.digest('hex') };
}

/** The files of a delivery as they were named, in order. Throws where one is no longer there. */
export function spooledFiles(batchId: string, names: readonly string[]): SourceFile[] {
  return names.map((name, index) => fileOnDisk(join(folderOf(batchId), String(index + 1)), name));
}

/** Whether a delivery's files are still kept. */
export function areSpooled({ id, files }: Pick<Batch, 'id' | 'files'>): boolean {
  const names = files.map(({ name }) => name);
  try {
    return spooledFiles(id, names).length > 0;
  } catch {
    return false;
  }
}

/** Forgets a delivery's files. */
export async function dropSpool(batchId: string): Promise<void> {
  await rm(folderOf(batchId), { recursive: true, force: true });
}

/** So long files wait for another try of an import that failed or was cancelled. */
const KEPT_MS = 7 * 24 * 3_600_000;

async function modified(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.mtimeMs ?? Number.POSITIVE_INFINITY;
}

/** Forgets the files of deliveries that nobody has asked for in a week; those that wait for somebody or their turn stay. */
export async function sweepSpool({ prisma }: Pick<Db, 'prisma'>, now: Date): Promise<void> {
  const kept = await readdir(spool()).catch(() => []);
  for (const id of kept.filter(isBatchId)) {
    if (now.getTime() - (await modified(folderOf(id))) < KEPT_MS) continue;
    const batch = await prisma.importBatch.findUnique({ where: { id }, select: { status: true } });
    if (batch === null || !['draft', 'queued', 'running'].includes(batch.status)) await dropSpool(id);
  }
}
