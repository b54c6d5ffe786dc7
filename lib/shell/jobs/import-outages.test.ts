import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, type TestContext, vi } from 'vitest';
import { config } from '#config';
import {
  connect,
  type Database,
  findBatch,
  findJob,
  migrate,
  readRollup,
  type Session,
  startCluster,
  stopCluster,
} from '#db';
import { OperationError, rebuildRollup, retryImport, storeDelivery } from '#operations';
import { callLog, declare, norte, projectDir, saying, testSession } from '#testing';
import { keepWorking, type Working } from './keep-working.ts';
import { kinds } from './kinds.ts';
import type { Pace } from './queue.ts';
import { queueImportIn } from './queue-import.ts';

const pace: Pace = { retry: 1, heartbeat: 30, watch: 1 };

const undone: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const undo of undone.splice(0).reverse()) await undo();
});

/** A session on a server of the test's own, which can be opened again after it was killed. */
async function ownServer(folder: string) {
  const model = await testSession();
  const databases: Database[] = [];
  const server = { session: model, open: async () => model };
  server.open = async () => {
    const { url } = await startCluster(folder, { throwAway: true });
    await migrate(url, projectDir);
    const database = connect(url);
    databases.push(database);
    server.session = { ...model, database };
    return server.session;
  };
  undone.push(async () => {
    for (const database of databases) await database.close();
    await stopCluster(folder);
  });
  await server.open();
  return server;
}

function work(server: { session: Session; open: () => Promise<Session> }): void {
  const working: Working = keepWorking({
    ...{ open: server.open, opened: async () => server.session.database, kinds, pace },
  });
  undone.push(() => working.stop());
}

function folderIn(parent: string): string {
  const folder = mkdtempSync(join(parent, 'breakeven-outage-'));
  undone.push(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A disk of so many megabytes, where this machine lets the test mount one. */
function smallDisk({ skip }: Pick<TestContext, 'skip'>, folder: string, megabytes: number): void {
  mkdirSync(folder, { recursive: true });
  const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  if (status !== 0) skip(`no small disk can be mounted here: ${error?.message ?? String(stderr).trim()}`);
  undone.push(async () => spawnSync('umount', [folder]));
}

async function* bytesOf(text: string) {
  for (let at = 0; at < text.length; at += 65_536) yield new TextEncoder().encode(text.slice(at, at + 65_536));
}

const logOf = (calls: number) =>
  callLog(
    Array.from({ length: calls }, (_, index) => ({
      ...{ call_id: `c${index}`, started_at: `2026-03-0${(index % 7) + 1} 09:00`, talk_s: index % 300 },
    })),
  );

async function delivered(session: Session, log: string): Promise<string> {
  const { id } = await storeDelivery(session, {
    ...{ program: 'orders', timezone: 'Europe/Rome', format: null, mapping: null, strict: false },
    files: [{ name: 'calls.csv', bytes: bytesOf(log) }],
    ...{ source: 'page', vendor: 'norte', draft: false },
  });
  return id;
}

async function isStored(session: Session, id: string, calls: number): Promise<void> {
  expect(await findBatch(session.database, id)).toMatchObject({ status: 'done', inserted: calls, error: null });
  const kept = await readRollup(session.database, {});
  expect(kept.reduce((sum, own) => sum + own.calls, 0)).toBe(calls);
  await rebuildRollup(session);
  expect(await readRollup(session.database, {})).toEqual(kept);
}

const statusOf = async ({ session }: { session: Session }, id: string) =>
  (await findBatch(session.database, id).catch(() => null))?.status;

describe('a database server that is killed in the middle of an import', () => {
  it.each(['reading', 'rolling_up'])(
    'while it is %s finishes it when it is back',
    { timeout: 180_000 },
    async (phase) => {
      vi.spyOn(process.stderr, 'write').mockReturnValue(true);
      const folder = folderIn(tmpdir());
      const server = await ownServer(folder);
      await declare(server.session, norte);
      const id = await delivered(server.session, logOf(500));
      await queueImportIn(kinds, server.session, id);
      const holder = await server.session.database.pool.connect();
      holder.on('error', () => {});
      await holder.query(`
      create function hold() returns trigger language plpgsql as
        $$ begin perform pg_advisory_xact_lock(919); return new; end $$;
      create trigger hold before update on import_batch for each row when (new.phase = '${phase}') execute function hold();
      select pg_advisory_lock(919)`);
      // A cluster that is thrown away writes late.
      await holder.query('checkpoint');
      work(server);
      const held = async () =>
        (await holder.query(`select 1 from pg_locks where locktype = 'advisory' and objid = 919 and not granted`))
          .rowCount;
      await expect.poll(held, { timeout: 60_000, interval: 50 }).toBe(1);
      const [pid = ''] = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGKILL');
      holder.release(true);
      // Whoever wants a page starts it again.
      await server.open();
      await expect.poll(() => statusOf(server, id), { timeout: 100_000, interval: 100 }).toBe('done');
      await isStored(server.session, id, 500);
    },
  );
});

describe('a disk that is full', () => {
  it('under the database fails the import with a reason, and it is done once there is room', {
    timeout: 240_000,
  }, async (context) => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const folder = folderIn(tmpdir());
    smallDisk(context, folder, 260);
    const server = await ownServer(folder);
    const { session } = server;
    await declare(session, norte);
    const id = await delivered(session, logOf(200_000));
    const job = (await queueImportIn(kinds, session, id)).id;
    // What is logged from now on has its room already.
    await session.database.sql.execute('checkpoint');
    await session.database.sql.query('select pg_switch_wal()::text as at');
    const filler = join(folder, 'filler');
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(filler, Buffer.alloc(bavail * bsize - 6 * 2 ** 20));
    work(server);
    await expect.poll(() => statusOf(server, id), { timeout: 90_000, interval: 100 }).toBe('failed');
    expect(await findBatch(session.database, id)).toMatchObject({
      error: saying("the database's disk is full"),
      inserted: 0,
    });
    await expect
      .poll(async () => (await findJob(session.database, job))?.error)
      .toMatchObject({ message: saying("the database's disk is full"), attempts: 1 });
    expect(await readRollup(session.database, {})).toEqual([]);
    expect(await session.database.prisma.call.count()).toBe(0);

    rmSync(filler);
    await retryImport(session, id);
    await queueImportIn(kinds, session, id);
    await expect.poll(() => statusOf(server, id), { timeout: 90_000, interval: 100 }).toBe('done');
    await isStored(session, id, 200_000);
  });

  it('under the deliveries refuses the delivery and keeps nothing of it', async (context) => {
    const session = await testSession();
    await declare(session, norte);
    const { dataDir } = config();
    smallDisk(context, dataDir, 1);
    const refused = delivered(session, logOf(100_000));
    await expect(refused).rejects.toBeInstanceOf(OperationError);
    await expect(refused).rejects.toMatchObject({
      refusal: 'precondition_failed',
      message: expect.stringContaining('is full'),
    });
    expect(existsSync(join(dataDir, 'spool')) ? readdirSync(join(dataDir, 'spool')) : []).toEqual([]);
    expect(await session.database.prisma.importBatch.count()).toBe(0);
    expect(await delivered(session, logOf(100))).toEqual(expect.any(String));
  });
});
