import { beforeEach, describe, expect, it } from 'vitest';
import { connect, findBatch, readRollup, type Session } from '#db';
import { CancelledError, cancelImport, rebuildRollup } from '#operations';
import { callLog, contract, declare, importLog, program, saying, testSession, vendor } from '#testing';

let session: Session;
beforeEach(async () => {
  session = await testSession();
  await declare(session, {
    vendors: [vendor('norte'), vendor('lumina')],
    programs: [program('orders')],
    contracts: [contract('norte'), contract('lumina')],
  });
});

const row = (over = {}) => ({ call_id: 'a', started_at: '2026-03-02 09:00', talk_s: 60, ...over });
const status = async (id: string) => {
  const batch = await findBatch(session.database, id);
  return batch && [batch.status, batch.phase];
};
const talk = async () =>
  (await readRollup(session.database, {})).map(({ vendor: code, calls, talkMs }) => [code, calls, talkMs / 1000]);

/** A connection of its own that holds a lock until it is let go. */
async function holding(statement: string): Promise<() => Promise<void>> {
  const database = connect(session.database.url);
  const client = await database.pool.connect();
  await client.query('begin');
  await client.query(statement);
  return async () => {
    await client.query('rollback');
    client.release();
    await database.close();
  };
}

const turnOf = (code: string) => `select pg_advisory_lock(7264, id) from vendor where code = '${code}'`;
const until = (id: string, phase: string) =>
  expect.poll(() => status(id), { timeout: 20_000, interval: 20 }).toEqual(['running', phase]);

describe('imports of one vendor', () => {
  it('are done one after the other, in the order asked, and another vendor does not wait', async () => {
    const letGo = await holding(turnOf('norte'));
    const ids = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
    const asked: Promise<unknown>[] = [];
    for (const [index, id] of ids.entries()) {
      asked.push(importLog(session, callLog([row({ talk_s: 60 + index })]), { id }));
      await until(id, 'waiting');
    }
    await importLog(session, callLog([row()]), { vendor: 'lumina' });
    expect(await talk()).toEqual([['lumina', 1, 60]]);
    expect(await Promise.all(ids.map(status))).toEqual(ids.map(() => ['running', 'waiting']));
    await letGo();
    await Promise.all(asked);
    const places = await Promise.all(ids.map(async (id) => (await findBatch(session.database, id))?.committed));
    expect(places).toEqual([...places].sort((a, b) => (a ?? 0) - (b ?? 0)));
    expect(await talk()).toEqual([
      ['lumina', 1, 60],
      ['norte', 1, 62],
    ]);
    const kept = await readRollup(session.database, {});
    await rebuildRollup(session);
    expect(await readRollup(session.database, {})).toEqual(kept);
  });
});

describe('an import that somebody cancels', () => {
  const cancelled = async (id: string, asked: Promise<unknown>) => {
    await cancelImport(session, id);
    await expect(asked).rejects.toBeInstanceOf(CancelledError);
    expect(await findBatch(session.database, id)).toMatchObject({
      ...{ status: 'cancelled', error: saying('cancelled'), inserted: 0, committed: null },
    });
    expect(await talk()).toEqual([]);
    expect(await session.database.prisma.importReject.count()).toBe(0);
  };
  const log = callLog([row(), row({ call_id: 'b', talk_s: 'x' })]);

  it.each([
    ['while it waits for its turn', 'waiting', turnOf('norte')],
    [
      'while its content is looked up',
      'checking',
      `select pg_advisory_lock(7261, id) from vendor where code = 'norte'`,
    ],
    ['while its calls are stored', 'storing', 'lock table call in exclusive mode'],
    ['while days are rolled up', 'rolling_up', 'lock table call_rollup in exclusive mode'],
    ['while vendors are judged', 'judging', 'select pg_advisory_lock(7263)'],
  ])('%s leaves nothing but its batch, at once', async (_, phase, lock) => {
    const letGo = await holding(lock);
    const id = crypto.randomUUID();
    const asked = importLog(session, log, { id });
    asked.catch(() => {});
    await until(id, phase);
    // Whoever holds the lock goes on holding it: the statement that waits for it is ended.
    await cancelled(id, asked);
    await letGo();
    expect(await importLog(session, log)).toMatchObject({ inserted: 1, rejected: 1 });
  });

  it('and that is done in the same moment is done', async () => {
    const id = crypto.randomUUID();
    await importLog(session, log, { id });
    await expect(cancelImport(session, id)).rejects.toMatchObject({ refusal: 'conflict' });
    expect(await status(id)).toEqual(['done', 'done']);
  });
});
