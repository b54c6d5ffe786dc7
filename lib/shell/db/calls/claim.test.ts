import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { config } from '#config';
import { connect, type Database, openDatabase, readRollup, type Session, sweepAbandoned } from '#db';
import { FailedImportError, retryImport, runImport } from '#operations';
import { callLog, declare, importLog, norte, projectDir, saying, testNow, testSession } from '#testing';
import { importsPage } from '#views';

const row = (index: number) => ({ call_id: `c${index}`, started_at: '2026-03-02T09:00:00Z', talk_s: 60 });
const log = callLog(Array.from({ length: 30_000 }, (_, index) => row(index)));

const count = async ({ sql }: Database, table: string) =>
  (await sql.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n;
const running = async (session: Session) =>
  (await importsPage(session)).batches.filter(({ status }) => status === 'running');

async function declared(): Promise<Session> {
  const session = await testSession();
  await declare(session, norte);
  return session;
}

/** Keeps imports from storing calls, until it is let go. */
async function holdCalls({ database }: Session): Promise<() => Promise<void>> {
  const own = connect(database.url);
  const client = await own.pool.connect();
  await client.query('begin');
  await client.query('lock table call in exclusive mode');
  return async () => {
    await client.query('rollback');
    client.release();
    await own.close();
  };
}

const phase = async (session: Session) => (await importsPage(session)).batches[0]?.phase;
const storing = (session: Session) =>
  expect.poll(() => phase(session), { timeout: 60_000, interval: 50 }).toBe('storing');

/** The product's own command line, importing what it is given on standard input. */
async function importing(session: Session): Promise<ChildProcess> {
  const { database } = session;
  const bin = join(projectDir, 'lib/shell/cli/bin.mjs');
  const args = [bin, 'import', 'calls', '-', '--vendor', 'norte', '--program', 'orders'];
  const env = {
    ...process.env,
    ...{ DATABASE_URL: database.url, BREAKEVEN_DATA_DIR: config().dataDir },
    BREAKEVEN_CUSTOMER_KEY: 'a key of the tests only',
  };
  const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'ignore', 'pipe'] });
  child.stdin?.end(log);
  await storing(session);
  return child;
}

const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.once('exit', done));

describe('an import whose process is killed', () => {
  it('leaves no calls, the next start clears what it left, and it can be tried again', async () => {
    const session = await declared();
    const { database } = session;
    const letGo = await holdCalls(session);
    const child = await importing(session);
    const gone = ended(child);
    child.kill('SIGKILL');
    await gone;
    await letGo();

    // The server notices that the connection ended; then whoever opens the database finds the batch without a process.
    await expect
      .poll(
        async () => {
          await (await openDatabase({ databaseUrl: database.url, dataDir: '', projectDir })).close();
          return running(session);
        },
        { timeout: 30_000 },
      )
      .toEqual([]);
    expect(await count(database, 'call')).toBe(0);
    const [batch] = (await importsPage(session)).batches;
    expect(batch).toMatchObject({
      ...{ status: 'failed', inserted: 0, error: saying('the importing process ended before it was done') },
      seconds: expect.any(Number),
    });
    const id = batch?.id ?? '';
    await retryImport(session, id);
    expect(await runImport(session, { batch: id })).toMatchObject({ status: 'done', inserted: 30_000 });
    expect((await readRollup(database, {}))[0]?.calls).toBe(30_000);
  });
});

describe('an import on the command line', () => {
  it('is cancelled by Ctrl-C, and leaves nothing but its batch and its files', async () => {
    const session = await declared();
    const letGo = await holdCalls(session);
    const child = await importing(session);
    let said = '';
    child.stderr?.on('data', (text) => {
      said += text;
    });
    const gone = ended(child);
    child.kill('SIGINT');
    expect(await gone).toBe(1);
    await letGo();
    expect(said).toContain('the import was cancelled');
    const [batch] = (await importsPage(session)).batches;
    expect(batch).toMatchObject({ status: 'cancelled', inserted: 0, error: saying('cancelled') });
    expect(existsSync(join(config().dataDir, 'spool', batch?.id ?? ''))).toBe(true);
  });
});

describe('an import whose connection is ended by the database', () => {
  it.each([
    ['on which it stores', `select pid from pg_stat_activity where state = 'active' and query like 'copy call%'`],
    [
      'which says that its process lives',
      `select l.pid from pg_locks l join import_batch b on b.status = 'running'
       where l.locktype = 'advisory' and l.objsubid = 1
         and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended(b.id::text, 7262)`,
    ],
  ])('%s has failed, and says that the database went away', async (_, which) => {
    const session = await declared();
    const letGo = await holdCalls(session);
    const result = importLog(session, log);
    result.catch(() => {});
    await storing(session);
    const end = () =>
      session.database.sql.query(
        `select pg_terminate_backend(a.pid) from pg_stat_activity a
         where a.datname = current_database() and a.pid in (${which})`,
      );
    await expect.poll(async () => (await end()).length, { timeout: 30_000, interval: 50 }).toBeGreaterThan(0);
    await expect(result).rejects.toBeInstanceOf(FailedImportError);
    await letGo();
    expect((await importsPage(session)).batches[0]).toMatchObject({
      ...{ status: 'failed', error: saying('the database went away') },
    });
    expect(await count(session.database, 'call')).toBe(0);
    expect(await importLog(session, log)).toMatchObject({ inserted: 30_000 });
  });
});

describe('an import whose process lives', () => {
  it('is left alone', async () => {
    const session = await declared();
    const { database } = session;
    const letGo = await holdCalls(session);
    const result = importLog(session, log);
    await storing(session);
    expect(await sweepAbandoned(database, testNow)).toBe(0);
    expect(await running(session)).toHaveLength(1);
    await letGo();
    expect(await result).toMatchObject({ inserted: 30_000 });
    expect((await importsPage(session)).batches[0]).toMatchObject({ status: 'done', inserted: 30_000, error: null });
    expect(await sweepAbandoned(database, testNow)).toBe(0);
  });
});
