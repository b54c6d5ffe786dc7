import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Database, openDatabase, readRollup, type Session, sweepAbandoned } from '#db';
import { fileOfStream } from '#imports';
import { importCalls } from '#operations';
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

/** The product's own command line, importing what it is given on standard input and waiting for more. */
async function importing(session: Session): Promise<ChildProcess> {
  const { database } = session;
  const bin = join(projectDir, 'lib/shell/cli/bin.mjs');
  const args = [bin, 'import', 'calls', '-', '--vendor', 'norte', '--program', 'orders'];
  const env = { ...process.env, DATABASE_URL: database.url, BREAKEVEN_CUSTOMER_KEY: 'a key of the tests only' };
  const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin?.on('error', () => {});
  child.stdin?.write(log);
  for (let tries = 0; tries < 300; tries += 1) {
    const [batch] = (await importsPage(session)).batches;
    if (batch && batch.rows > 0) return child;
    await sleep(50);
  }
  throw new Error('the import did not begin');
}

describe('an import whose process is killed', () => {
  it('leaves no calls, and the next start clears what it left', async () => {
    const session = await declared();
    const { database } = session;
    const child = await importing(session);
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
    expect(await count(database, 'call')).toBe(0);

    // The server notices that the connection ended; then whoever opens the database finds the batch without a process.
    let opened = await openDatabase({ databaseUrl: database.url, dataDir: '', projectDir });
    for (let tries = 0; tries < 100 && (await running(session)).length > 0; tries += 1) {
      await opened.close();
      await sleep(50);
      opened = await openDatabase({ databaseUrl: database.url, dataDir: '', projectDir });
    }
    await opened.close();
    expect((await importsPage(session)).batches).toEqual([
      expect.objectContaining({
        status: 'failed',
        inserted: 0,
        error: saying('the importing process ended before it was done'),
        seconds: expect.any(Number),
      }),
    ]);

    expect(await importLog(session, log)).toMatchObject({ rows: 30_000, inserted: 30_000, updated: 0 });
    expect((await readRollup(database, {}))[0]?.calls).toBe(30_000);
  });
});

describe('an import whose process lives', () => {
  it('is left alone', async () => {
    const session = await declared();
    const { database } = session;
    let more = () => {};
    const waiting = new Promise<void>((done) => {
      more = done;
    });
    let begun = () => {};
    const reading = new Promise<void>((done) => {
      begun = done;
    });
    async function* source() {
      yield new TextEncoder().encode(log);
      begun();
      await waiting;
    }
    const input = { files: [fileOfStream('slow.csv', source)], vendor: 'norte', program: 'orders' };
    const result = importCalls(session, { ...input, timezone: null, format: null, mapping: null, strict: false });
    await reading;
    expect(await sweepAbandoned(database, testNow)).toBe(0);
    expect(await running(session)).toHaveLength(1);
    more();
    expect(await result).toMatchObject({ inserted: 30_000 });
    expect((await importsPage(session)).batches[0]).toMatchObject({ status: 'done', inserted: 30_000, error: null });
    expect(await sweepAbandoned(database, testNow)).toBe(0);
  });
});
