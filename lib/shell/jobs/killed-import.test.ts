import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { config } from '#config';
import { connect, findBatch, findJob, readRollup, type Session } from '#db';
import { rebuildRollup, storeDelivery } from '#operations';
import { callLog, declare, importLog, norte, projectDir, testSession } from '#testing';
import { keepWorking, type Working } from './keep-working.ts';
import { kinds } from './kinds.ts';
import type { Pace } from './queue.ts';
import { queueImportIn } from './queue-import.ts';

/** A heart that may stand still for so long is not what tells of the death. */
const pace: Pace = { retry: 1, heartbeat: 300, watch: 1 };

/** Key of the lock that holds a process where the test wants it. */
const HOLD = 919;

let session: Session;
let working: Working | null = null;
const children: ChildProcess[] = [];
beforeEach(async () => {
  session = await testSession();
  await declare(session, norte);
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await working?.stop();
  working = null;
});

/** A process that works as the server does. */
function startProcess(): ChildProcess {
  const script = `
    const { keepWorking } = await import('${projectDir}/lib/shell/jobs/keep-working.ts');
    const { kinds } = await import('${projectDir}/lib/shell/jobs/kinds.ts');
    const { openedDatabase } = await import('#db');
    const { openSession } = await import('#views');
    keepWorking({ open: openSession, opened: openedDatabase, kinds, pace: ${JSON.stringify(pace)} });`;
  const env = {
    ...process.env,
    DATABASE_URL: session.database.url,
    BREAKEVEN_DATA_DIR: config().dataDir,
    BREAKEVEN_CUSTOMER_KEY: 'a key of the tests only',
  };
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    ...{ cwd: projectDir, env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.push(child);
  return child;
}

/** Has whatever makes a record say so wait for the test's lock; lets go of it at the end. */
async function holdAt(table: 'import_batch' | 'job', condition: string): Promise<() => Promise<void>> {
  const database = connect(session.database.url);
  const client = await database.pool.connect();
  await client.query(`
    create function hold() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock(${HOLD}); return new; end $$;
    create trigger hold before update on ${table} for each row when (${condition}) execute function hold();
    select pg_advisory_lock(${HOLD})`);
  return async () => {
    await client.query('select pg_advisory_unlock_all()');
    client.release();
    await database.close();
  };
}

async function stopHolding(): Promise<void> {
  await session.database.sql.execute('drop function hold() cascade');
}

const isHeld = async () =>
  (
    await session.database.sql.query(
      `select 1 from pg_locks where locktype = 'advisory' and objid = ${HOLD} and not granted
         and database = (select oid from pg_database where datname = current_database())`,
    )
  ).length > 0;

async function killAt(table: 'import_batch' | 'job', condition: string): Promise<void> {
  const letGo = await holdAt(table, condition);
  const child = startProcess();
  await expect.poll(isHeld, { timeout: 90_000, interval: 50 }).toBe(true);
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await gone;
  await letGo();
  await stopHolding();
}

async function* bytesOf(content: string | Uint8Array) {
  yield typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

async function queued(...contents: (string | Uint8Array)[]): Promise<string> {
  const { id } = await storeDelivery(session, {
    ...{ program: 'orders', timezone: 'Europe/Rome', format: null, mapping: null, strict: false },
    files: contents.map((content, index) => ({ name: `${index}.csv`, bytes: bytesOf(content) })),
    ...{ source: 'page', vendor: 'norte', draft: false },
  });
  await queueImportIn(kinds, session, id);
  return id;
}

const row = (index: number, over = {}) => ({
  ...{ call_id: `c${index}`, started_at: `2026-03-0${(index % 7) + 1} 09:00`, talk_s: index % 300 },
  ...over,
});
const log = callLog([
  ...Array.from({ length: 2_000 }, (_, index) => row(index)),
  row(0, { call_id: 'x', talk_s: 'x' }),
]);

const words = async () =>
  session.database.sql.query(
    `select w.call_id, w.talk_ms, w.batch_row, b.started_at is not null as is_kept
     from (select * from call_word) w join import_batch b on b.id = w.batch_id order by 1, 3`,
  );

/** What a worker that lives makes of what was left: the whole import, once. */
async function isFinished(id: string, expected: { inserted: number; updated: number }): Promise<void> {
  working = keepWorking({ open: async () => session, opened: async () => session.database, kinds, pace });
  const job = (await findBatch(session.database, id))?.jobId ?? '';
  await expect
    .poll(async () => (await findJob(session.database, job))?.status, { timeout: 60_000, interval: 100 })
    .toBe('done');
  expect(await findBatch(session.database, id)).toMatchObject({ status: 'done', error: null, ...expected });
  expect(existsSync(join(config().dataDir, 'spool', id))).toBe(false);
  const kept = await readRollup(session.database, {});
  await rebuildRollup(session);
  expect(await readRollup(session.database, {})).toEqual(kept);
}

const total = async () => (await readRollup(session.database, {})).reduce((sum, { calls }) => sum + calls, 0);

describe('an import whose process is killed', () => {
  it.each([
    ['while it waits for its turn', 'waiting'],
    ['while its content is looked up', 'checking'],
    ['before anything is read', 'reading'],
    ['before its calls are stored', 'storing'],
    ['when its calls are stored', 'rolling_up'],
    ['when its days are rolled up', 'judging'],
    ['in its last statement', 'done'],
  ])('%s is finished by the next, whole and once', { timeout: 180_000 }, async (_, phase) => {
    // Calls that are changed and confirmed too: what was said before must be there once as well.
    const earlier = await importLog(session, callLog([row(1, { talk_s: 9 }), row(2)]), { vendor: 'norte' });
    const id = await queued(log);
    await killAt('import_batch', `new.phase = '${phase}' and new.id = '${id}'`);
    expect(await total()).toBe(2);
    expect(await words()).toEqual([]);
    await isFinished(id, { inserted: 1_998, updated: 1 });
    expect(await total()).toBe(2_000);
    expect(await words()).toMatchObject([
      { call_id: 'c1', talk_ms: 9_000 },
      { call_id: 'c2', talk_ms: 2_000 },
    ]);
    expect(await session.database.prisma.importReject.count({ where: { batchId: id } })).toBe(1);
    expect(await findBatch(session.database, earlier.batch)).toMatchObject({ status: 'done' });
  });

  it('while the parts of its calls are joined is finished by the next', { timeout: 180_000 }, async () => {
    const sample = (path: string) => readFileSync(join(projectDir, 'samples/call-logs/platforms', path));
    const id = await queued(sample('asterisk-cdr/ok/21-columns-ring-group.csv'));
    await killAt('import_batch', `new.phase = 'joining' and new.id = '${id}'`);
    expect(await total()).toBe(0);
    await isFinished(id, { inserted: 2, updated: 0 });
  });

  it('when it was done, but before anybody was told, is not done twice', { timeout: 180_000 }, async () => {
    const id = await queued(log);
    await killAt('job', `new.status = 'done'`);
    expect(await findBatch(session.database, id)).toMatchObject({ status: 'done', inserted: 2_000 });
    const { committed } = (await findBatch(session.database, id)) ?? {};
    await isFinished(id, { inserted: 2_000, updated: 0 });
    expect(await findBatch(session.database, id)).toMatchObject({ committed });
    expect(await total()).toBe(2_000);
  });
});
