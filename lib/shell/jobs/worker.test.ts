import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { connect, findJob, type JobStatus, type Session } from '#db';
import { OperationError } from '#operations';
import { testNow, testSession } from '#testing';
import { enqueueIn } from './enqueue.ts';
import { defineKind, type InputIn, type NameIn } from './kind.ts';
import type { Pace } from './queue.ts';
import { runJob } from './run-job.ts';
import { openWorker, type Worker } from './worker.ts';

const pace: Pace = { retry: 1, heartbeat: 10, watch: 1 };

/** What was run, by the mark that a job was given. */
let runs: string[] = [];
/** What a job waits for before it ends. */
let gate = Promise.withResolvers<void>();

const marked = z.object({ mark: z.string() });
const kinds = {
  quick: defineKind({
    resource: 'declarations',
    input: marked,
    run: async (_, { mark }) => {
      runs.push(mark);
      return { mark };
    },
  }),
  watched: defineKind({
    resource: 'declarations',
    input: marked,
    run: async (_, { mark }, report) => {
      runs.push(mark);
      report({ done: 0, total: 10, step: 'reading' });
      report({ done: 7, total: 10, step: 'rating' });
      await gate.promise;
      return null;
    },
  }),
  endless: defineKind({
    resource: 'declarations',
    input: marked,
    run: async (_, { mark }, report) => {
      runs.push(mark);
      for (let done = 0; runs.length < 2; done += 1) {
        report({ done, total: null, step: null });
        await sleep(20);
      }
      return 'done at last';
    },
  }),
  refused: defineKind({
    resource: 'declarations',
    input: marked,
    run: async (_, { mark }) => {
      runs.push(mark);
      throw new OperationError('conflict', 'the version has been changed', [{ path: 'from', message: 'is taken' }]);
    },
  }),
  shaky: defineKind({
    resource: 'declarations',
    input: z.object({ mark: z.string(), faults: z.number() }),
    run: async (_, { mark, faults }) => {
      runs.push(mark);
      if (runs.length <= faults) throw new Error('a fault of ours');
      return { attempts: runs.length };
    },
  }),
};

let session: Session;
beforeAll(async () => {
  session = await testSession();
});

const open: Worker[] = [];
async function startWorker(own: Session = session, at: Pace = pace): Promise<Worker> {
  const worker = await openWorker(own, kinds, at);
  open.push(worker);
  return worker;
}

afterEach(async () => {
  gate.resolve();
  for (const worker of open.splice(0)) await worker.stop();
  vi.restoreAllMocks();
  runs = [];
  gate = Promise.withResolvers();
});

async function ask<Name extends NameIn<typeof kinds>>(kind: Name, input: InputIn<typeof kinds, Name>): Promise<string> {
  return (await enqueueIn(kinds, session, { kind, input })).id;
}

const job = (id: string) => findJob(session.database, id);

async function ended(id: string, status: JobStatus = 'done') {
  await expect.poll(async () => (await job(id))?.status, { timeout: 20_000, interval: 20 }).toBe(status);
  return job(id);
}

/** The stack of a fault of ours goes to standard error. */
const silence = () => vi.spyOn(process.stderr, 'write').mockReturnValue(true);

describe('a worker', () => {
  it('runs what was queued before it started, once', async () => {
    const id = await ask('quick', { mark: 'early' });
    await startWorker();
    expect(await ended(id)).toMatchObject({
      result: { mark: 'early' },
      error: null,
      startedAt: testNow,
      finishedAt: testNow,
    });
    expect(runs).toEqual(['early']);
  });

  it('runs what is queued while it waits or works without waiting for its own next look', async () => {
    await startWorker(session, { ...pace, watch: 60 });
    await ended(await ask('quick', { mark: 'while it waits' }));
    const first = await ask('watched', { mark: 'first' });
    await expect.poll(() => runs).toContain('first');
    const others = [await ask('watched', { mark: 'second' }), await ask('watched', { mark: 'third' })];
    gate.resolve();
    for (const id of [first, ...others]) await ended(id);
    expect(runs).toEqual(['while it waits', 'first', 'second', 'third']);
  });

  it('shows how far a job has come while it runs, the newest that was reported', async () => {
    await startWorker();
    const id = await ask('watched', { mark: 'seen' });
    await expect.poll(async () => (await job(id))?.progress).toEqual({ done: 7, total: 10, step: 'rating' });
    expect(await job(id)).toMatchObject({ status: 'running', finishedAt: null });
    gate.resolve();
    expect(await ended(id)).toMatchObject({ result: null, progress: { done: 7, total: 10, step: 'rating' } });
  });

  it('keeps why an operation refused, with its issues, and does not try again', async () => {
    await startWorker();
    const id = await ask('refused', { mark: 'no' });
    expect(await ended(id, 'failed')).toMatchObject({
      error: { message: 'the version has been changed', issues: [{ path: 'from', message: 'is taken' }], attempts: 1 },
      result: null,
    });
    // The queue would have given it out again after two seconds at most.
    await sleep(2_500);
    expect(runs).toEqual(['no']);
  });

  it('tries again after a fault of ours', async () => {
    const said = silence();
    await startWorker();
    const id = await ask('shaky', { mark: 'm', faults: 2 });
    expect(await ended(id)).toMatchObject({ result: { attempts: 3 }, error: null });
    expect(said.mock.calls.join()).toContain(`job ${id} (shaky), attempt 2: Error: a fault of ours`);
  });

  it('tries no more than three times', async () => {
    silence();
    await startWorker();
    const id = await ask('shaky', { mark: 'm', faults: 9 });
    await expect.poll(async () => (await job(id))?.error).toMatchObject({ attempts: 1 });
    expect(await job(id)).toMatchObject({ status: 'queued', finishedAt: null });
    expect(await ended(id, 'failed')).toMatchObject({
      error: { message: { key: 'jobs.failed', values: { attempts: 3, reference: id } }, issues: [], attempts: 3 },
    });
    expect(runs).toHaveLength(3);
  });

  it('refuses input that was stored under another schema', async () => {
    const id = await ask('quick', { mark: 'x' });
    await session.database.sql.execute(`update job set input = '{"mark": 7}' where id = $1`, [id]);
    await startWorker();
    expect(await ended(id, 'failed')).toMatchObject({ error: { issues: [{ path: 'mark' }], attempts: 1 } });
    expect(runs).toEqual([]);
  });

  it('gives back what it runs when it stops, for the next to run', async () => {
    const first = await startWorker();
    const id = await ask('endless', { mark: 'e' });
    await expect.poll(async () => (await job(id))?.progress).not.toBeNull();
    await first.stop();
    expect(await job(id)).toMatchObject({ status: 'queued', error: null });
    await startWorker();
    expect(await ended(id)).toMatchObject({ result: 'done at last' });
    expect(runs).toEqual(['e', 'e']);
  });

  it('ends what the queue has lost', async () => {
    const id = await ask('quick', { mark: 'lost' });
    await session.database.sql.execute('delete from jobs.job where id = $1', [id]);
    const kept = await ask('watched', { mark: 'kept' });
    const worker = await startWorker();
    expect(await worker.check()).toBe(true);
    expect(await job(id)).toMatchObject({ status: 'failed', error: { message: { key: 'jobs.interrupted' } } });
    gate.resolve();
    await ended(kept);
  });
});

describe('two workers', () => {
  it('never run the same job', async () => {
    const database = connect(session.database.url);
    const marks = Array.from({ length: 30 }, (_, n) => `job ${n}`);
    const ids: string[] = [];
    for (const mark of marks) ids.push(await ask('quick', { mark }));
    await Promise.all([startWorker(), startWorker({ ...session, database })]);
    for (const id of ids) await ended(id);
    expect([...runs].sort()).toEqual([...marks].sort());
    for (const worker of open.splice(0)) await worker.stop();
    await database.close();
  });

  it('run it one after the other where the queue gives it out twice, and the second finds it done', async () => {
    const id = await ask('watched', { mark: 'twice' });
    const { signal } = new AbortController();
    const both = [runJob(session, kinds, { id, signal }), runJob(session, kinds, { id, signal })];
    await expect.poll(() => runs).toEqual(['twice']);
    await sleep(200);
    gate.resolve();
    await Promise.all(both);
    expect(runs).toEqual(['twice']);
    expect(await job(id)).toMatchObject({ status: 'done' });
  });
});
