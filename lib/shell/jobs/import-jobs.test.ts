import { existsSync, mkdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { config } from '#config';
import { connect, findBatch, findJob, readRollup, type Session, settleJob } from '#db';
import { cancelImport, InterruptedError, retryImport, storeDelivery } from '#operations';
import { callLog, declare, program, saying, testSession, vendor } from '#testing';
import { kinds } from './kinds.ts';
import type { Pace } from './queue.ts';
import { queueImportIn, queueUndoIn, tidyImports } from './queue-import.ts';
import { openWorker, type Worker } from './worker.ts';

const pace: Pace = { retry: 1, heartbeat: 10, watch: 1 };

let session: Session;
beforeEach(async () => {
  session = await testSession();
  await declare(session, { vendors: [vendor('norte'), vendor('lumina')], programs: [program('orders')] });
});

const open: Worker[] = [];
async function startWorker(own = kinds as Parameters<typeof openWorker>[1]): Promise<Worker> {
  const worker = await openWorker(session, own, pace);
  open.push(worker);
  return worker;
}
afterEach(async () => {
  for (const worker of open.splice(0)) await worker.stop();
  vi.restoreAllMocks();
});

const row = (over = {}) => ({ call_id: 'a', started_at: '2026-03-02 09:00', talk_s: 60, ...over });

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

/** A log that waits for its turn, without a job. */
async function waiting(rows: Parameters<typeof callLog>[0], code = 'norte'): Promise<string> {
  const { id } = await storeDelivery(session, {
    ...{ program: 'orders', timezone: 'Europe/Rome', format: null, mapping: null, strict: true },
    files: [{ name: 'calls.csv', bytes: bytesOf(callLog(rows)) }],
    ...{ source: 'page', vendor: code, draft: false },
  });
  return id;
}
const ask = async (id: string) => (await queueImportIn(kinds, session, id)).id;
const batch = (id: string) => findBatch(session.database, id);
const reaches = (id: string, status: string) =>
  expect.poll(async () => (await batch(id))?.status, { timeout: 30_000, interval: 30 }).toBe(status);
const calls = async () =>
  (await readRollup(session.database, {})).map((own) => [own.vendor, own.calls, own.talkMs / 1000]);

/** Keeps imports of a vendor waiting until it is let go. */
async function holdTurn(code: string): Promise<() => Promise<void>> {
  const database = connect(session.database.url);
  const client = await database.pool.connect();
  await client.query('select pg_advisory_lock(7264, id) from vendor where code = $1', [code]);
  return async () => {
    await client.query('select pg_advisory_unlock_all()');
    client.release();
    await database.close();
  };
}

describe('a queued import', () => {
  it('is one job, however often it is asked for, and batch and job tell the same', async () => {
    const id = await waiting([row()]);
    const jobs = await Promise.all([ask(id), ask(id), ask(id)]);
    expect(new Set(jobs).size).toBe(1);
    expect(await batch(id)).toMatchObject({ status: 'queued', jobId: jobs[0] });
    await startWorker();
    await reaches(id, 'done');
    await expect.poll(async () => (await findJob(session.database, jobs[0] ?? ''))?.status).toBe('done');
    expect(await findJob(session.database, jobs[0] ?? '')).toMatchObject({
      ...{ kind: 'import', input: { batch: id }, error: null },
      result: { batch: id, status: 'done', rows: 1, inserted: 1 },
    });
    expect(await ask(id)).toBe(jobs[0]);
  });

  it('that nobody asked for is found by the worker', async () => {
    const [id, other] = [await waiting([row()]), await waiting([row({ call_id: 'b' })])];
    await (await startWorker()).check();
    await reaches(id, 'done');
    await reaches(other, 'done');
    expect(await calls()).toEqual([['norte', 2, 120]]);
  });

  it('waits for its vendor without keeping another vendor waiting, and in the order asked', async () => {
    const letGo = await holdTurn('norte');
    const norte = [];
    for (const talk of [60, 61, 62]) norte.push(await waiting([row({ talk_s: talk })]));
    const lumina = await waiting([row()], 'lumina');
    for (const id of [...norte, lumina]) await ask(id);
    await startWorker();
    await reaches(lumina, 'done');
    expect(await Promise.all(norte.map(async (id) => (await batch(id))?.status))).toEqual([
      'running',
      'queued',
      'queued',
    ]);
    await letGo();
    for (const id of norte) await reaches(id, 'done');
    expect(await calls()).toEqual([
      ['lumina', 1, 60],
      ['norte', 1, 62],
    ]);
  });

  it('that is cancelled ends its job without a fault, and is imported when it is tried again', async () => {
    const id = await waiting([row()]);
    const first = await ask(id);
    await cancelImport(session, id);
    await startWorker();
    await expect
      .poll(async () => (await findJob(session.database, first))?.result)
      .toMatchObject({ status: 'cancelled' });
    await expect(ask(id)).resolves.toBe(first);
    await retryImport(session, id);
    expect(await ask(id)).not.toBe(first);
    await reaches(id, 'done');
  });

  it('that fails says why in its batch and in its job, once', async () => {
    const id = await waiting([row({ talk_s: 'x' })]);
    const job = await ask(id);
    await startWorker();
    await reaches(id, 'failed');
    expect((await batch(id))?.error).toEqual(saying('1 of 1 rows'));
    await expect.poll(async () => (await findJob(session.database, job))?.error).toMatchObject({ attempts: 1 });
  });

  it('is refused where there is none, or nothing to import', async () => {
    await expect(ask(crypto.randomUUID())).rejects.toMatchObject({ refusal: 'not_found' });
    const id = await waiting([row()]);
    await cancelImport(session, id);
    await expect(ask(id)).rejects.toMatchObject({ refusal: 'conflict' });
  });
});

describe('a queued undo', () => {
  it('undoes an import that is done, and is one job', async () => {
    const id = await waiting([row()]);
    await ask(id);
    await startWorker();
    await reaches(id, 'done');
    const jobs = await Promise.all([queueUndoIn(kinds, session, id), queueUndoIn(kinds, session, id)]);
    expect(jobs[0]).toEqual(jobs[1]);
    await reaches(id, 'undone');
    expect(await calls()).toEqual([]);
    await expect(queueUndoIn(kinds, session, id)).rejects.toMatchObject({ refusal: 'conflict' });
  });
});

describe('records and jobs that disagree', () => {
  it('are made to agree: a job that is given up leaves a batch that failed, with the last reason', async () => {
    const [id, other] = [await waiting([row()]), await waiting([row()])];
    const jobs = [await ask(id), await ask(other)];
    const at = session.now();
    for (const job of jobs)
      await settleJob(session.database.sql, job, {
        status: 'failed',
        error: { message: { key: 'jobs.interrupted' } },
        at,
      });
    await session.database.sql.execute(
      `update import_batch set error = '{"key": "files.database_gone"}' where id = $1::uuid`,
      [other],
    );
    await tidyImports(session, kinds);
    expect(await batch(id)).toMatchObject({
      status: 'failed',
      error: saying('ended before it was done'),
      finishedAt: at,
    });
    expect(await batch(other)).toMatchObject({ status: 'failed', error: saying('the database went away') });
  });

  it('are made to agree: an import whose process died waits for its job, and has failed without one', async () => {
    const [id, other] = [await waiting([row()]), await waiting([row()])];
    await ask(id);
    await session.database.sql.execute(`update import_batch set status = 'running', phase = 'storing'`);
    await tidyImports(session, kinds);
    expect(await batch(id)).toMatchObject({ status: 'queued', phase: 'waiting', error: null });
    expect(await batch(other)).toMatchObject({ status: 'failed', error: saying('ended before it was done') });
  });

  it('are made to agree: what was to be cancelled when its process died has been', async () => {
    const id = await waiting([row()]);
    const job = await ask(id);
    await session.database.sql.execute(`update import_batch set status = 'running', phase = 'reading'`);
    await cancelImport(session, id);
    expect(await batch(id)).toMatchObject({ status: 'running', cancelRequested: true });
    await tidyImports(session, kinds);
    expect(await batch(id)).toMatchObject({ status: 'cancelled', error: saying('was cancelled') });
    await startWorker();
    await expect
      .poll(async () => (await findJob(session.database, job))?.result)
      .toMatchObject({ status: 'cancelled' });
  });

  it('are tried again where the work was interrupted, three times, and then have failed', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const id = await waiting([row()]);
    await ask(id);
    const gone = () => Promise.reject(new InterruptedError('Connection terminated'));
    await startWorker({ ...kinds, import: { ...kinds.import, run: gone } } as never);
    await reaches(id, 'failed');
    expect((await batch(id))?.error).toEqual(saying('at each of 3 attempts'));
  });

  it('do not keep the files of what nobody will ask for any more', async () => {
    const [failed, draft] = [await waiting([row({ talk_s: 'x' })]), await waiting([row()])];
    await session.database.sql.execute(`update import_batch set status = 'failed' where id = $1::uuid`, [failed]);
    await session.database.sql.execute(`update import_batch set status = 'draft' where id = $1::uuid`, [draft]);
    const folder = (id: string) => join(config().dataDir, 'spool', id);
    const lost = crypto.randomUUID();
    mkdirSync(folder(lost));
    const days = (n: number) => new Date(session.now().getTime() - n * 24 * 3_600_000);
    for (const id of [failed, draft, lost]) utimesSync(folder(id), days(6), days(6));
    await tidyImports(session, kinds);
    expect([failed, draft, lost].map((id) => existsSync(folder(id)))).toEqual([true, true, true]);
    for (const id of [failed, draft, lost]) utimesSync(folder(id), days(8), days(8));
    await tidyImports(session, kinds);
    expect([failed, draft, lost].map((id) => existsSync(folder(id)))).toEqual([false, true, false]);
  });

  it('do not keep a draft that nobody decides on for ever, and nothing but drafts is discarded', async () => {
    const folder = (id: string) => join(config().dataDir, 'spool', id);
    const aged = async (status: string, days: number) => {
      const id = await waiting([row()]);
      await session.database.sql.execute(
        'update import_batch set status = $2::import_status, started_at = $3::timestamptz where id = $1::uuid',
        [id, status, new Date(session.now().getTime() - days * 24 * 3_600_000).toISOString()],
      );
      return id;
    };
    const [old, young] = [await aged('draft', 31), await aged('draft', 29)];
    const others = [await aged('queued', 31), await aged('failed', 31), await aged('cancelled', 31)];
    await tidyImports(session, kinds);
    expect([await batch(old), existsSync(folder(old))]).toEqual([null, false]);
    for (const id of [young, ...others])
      expect([await batch(id), existsSync(folder(id))]).toEqual([expect.anything(), true]);
  });
});
