import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { connect, type Database, findJob, migrate, resetDatabase, type Session, startCluster, stopCluster } from '#db';
import { projectDir, testSession } from '#testing';
import { enqueueIn } from './enqueue.ts';
import { keepWorking, type Working } from './keep-working.ts';
import { defineKind } from './kind.ts';
import type { Pace } from './queue.ts';
import { openWorker } from './worker.ts';

const pace: Pace = { retry: 1, heartbeat: 10, watch: 1 };

const kinds = {
  echo: defineKind({
    resource: 'declarations',
    input: z.string(),
    run: async (_, text) => text,
  }),
};

let working: Working | null = null;
afterEach(async () => {
  await working?.stop();
  working = null;
  vi.restoreAllMocks();
});

/** Works on whatever database is open; the second time something is asked for, it may be another. */
function workOn(opened: () => Session, open = async () => opened()): void {
  working = keepWorking({ open, opened: async () => opened().database, kinds, pace });
}

async function runs(session: Session, text: string): Promise<void> {
  const { id } = await enqueueIn(kinds, session, { kind: 'echo', input: text });
  const result = async () => (await findJob(session.database, id))?.result;
  await expect.poll(result, { timeout: 30_000, interval: 50 }).toBe(text);
}

describe('work in the background', () => {
  it('begins when the database can be opened at last, and says once why it waits', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const session = await testSession();
    let asked = 0;
    workOn(
      () => session,
      async () => {
        asked += 1;
        if (asked < 3) throw new Error('the database is starting up');
        return session;
      },
    );
    await runs(session, 'after a while');
    expect(asked).toBe(3);
    expect(said.mock.calls).toEqual([['work in the background waits: the database is starting up\n']]);
  });

  it('goes on when everything in the database has been deleted', async () => {
    const session = await testSession();
    workOn(() => session);
    await runs(session, 'before');
    await resetDatabase(session.database.url, projectDir);
    await runs(session, 'after');
  });

  it('forgets what was queued when everything in the database is deleted', async () => {
    const session = await testSession();
    await enqueueIn(kinds, session, { kind: 'echo', input: 'gone' });
    await resetDatabase(session.database.url, projectDir);
    expect(await session.database.sql.query(`select 1 from pg_namespace where nspname = 'jobs'`)).toEqual([]);
    expect(await session.database.prisma.job.count()).toBe(0);
  });

  it('leaves nothing open when it stops, even while it starts', async () => {
    const session = await testSession();
    workOn(() => session);
    await working?.stop();
    const open = () =>
      session.database.sql.query(`
      select application_name from pg_stat_activity
      where datname = current_database() and application_name = 'breakeven jobs'`);
    await expect.poll(open).toEqual([]);
  });
});

describe('a job whose process is killed', () => {
  // A heart that may stand still for so long is not what tells of the death.
  const patient = { ...pace, heartbeat: 300 };

  it('is soon run again by another', { timeout: 90_000 }, async () => {
    const session = await testSession();
    const { id } = await enqueueIn(kinds, session, { kind: 'echo', input: 'again' });
    const child = spawn(process.execPath, ['--input-type=module', '-e', hangingWorker(session.database.url)], {
      cwd: projectDir,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const job = () => findJob(session.database, id);
    await expect.poll(async () => (await job())?.status, { timeout: 60_000 }).toBe('running');
    child.kill('SIGKILL');
    working = keepWorking({ open: async () => session, opened: async () => session.database, kinds, pace: patient });
    await expect.poll(async () => (await job())?.result, { timeout: 25_000, interval: 100 }).toBe('again');
    expect(await job()).toMatchObject({ status: 'done', error: null });
  });

  it('is noticed by its heart where its connection outlives it', { timeout: 90_000 }, async () => {
    const session = await testSession();
    // The first worker makes the queue at the pace of the tests.
    await (await openWorker(session, kinds, pace)).stop();
    const { id } = await enqueueIn(kinds, session, { kind: 'echo', input: 'again' });
    // The state of a job that was taken a minute ago by a machine that has lost its power since.
    await session.database.sql.execute(
      `update jobs.job set state = 'active', started_on = now() - interval '60s', heartbeat_on = now() - interval '60s'
       where id = $1`,
      [id],
    );
    workOn(() => session);
    const result = async () => (await findJob(session.database, id))?.result;
    await expect.poll(result, { timeout: 25_000, interval: 100 }).toBe('again');
  });
});

/** A process that takes every job and never ends one. */
const hangingWorker = (url: string) => `
  const { connect } = await import('#db');
  const { z } = await import('zod');
  const { openWorker } = await import('${projectDir}/lib/shell/jobs/worker.ts');
  const echo = { resource: 'declarations', input: z.string(), run: () => new Promise(() => {}) };
  const session = { actor: { id: 'x', name: 'X', role: 'admin' }, database: connect('${url}'), now: () => new Date() };
  await openWorker(session, { echo }, ${JSON.stringify({ ...pace, heartbeat: 300 })});`;

describe('a database server that is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'breakeven-jobs-'));
  const databases: Database[] = [];
  /** Somebody else at the old address, who hangs up. */
  const taken = createServer((socket) => socket.destroy());

  afterEach(async () => {
    await working?.stop();
    working = null;
    for (const database of databases) await database.close();
    taken.close();
    await stopCluster(folder);
    rmSync(folder, { recursive: true, force: true });
  });

  it('and comes back at another address is followed', { timeout: 120_000 }, async () => {
    const model = await testSession();
    const open = async (): Promise<Session> => {
      const { url } = await startCluster(folder, { throwAway: true });
      await migrate(url, projectDir);
      const database = connect(url);
      databases.push(database);
      return { ...model, database };
    };
    let session = await open();
    workOn(() => session);
    await runs(session, 'before');
    // A cluster that is thrown away writes late.
    await session.database.sql.execute('checkpoint');

    const [pid = '', , , port = ''] = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await expect.poll(() => occupy(Number(port))).toBe(true);
    const before = session.database.url;
    session = await open();
    expect(session.database.url).not.toBe(before);
    await runs(session, 'after');
  });

  function occupy(port: number): Promise<boolean> {
    return new Promise((done) => {
      taken.once('error', () => done(false)).listen(port, '127.0.0.1', () => done(true));
    });
  }
});
