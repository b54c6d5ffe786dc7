import { beforeEach, describe, expect, it } from 'vitest';
import { findBatch, keptVerdicts, listRejects, readRollup, type Session } from '#db';
import { OperationError, rebuildRollup, undoImport } from '#operations';
import { callLog, declare, importLog, norte, testNow, testSession } from '#testing';

let session: Session;
beforeEach(async () => {
  session = await testSession();
  await declare(session, norte);
});

const row = (over = {}) => ({ call_id: 'a', started_at: '2026-03-02 09:00', talk_s: 60, ...over });
const log = async (...rows: Parameters<typeof callLog>[0]) => (await importLog(session, callLog(rows))).batch;
const undo = (batch: string) => undoImport(session, { batch });

const days = async () =>
  (await readRollup(session.database, {})).map(({ day, calls, talkMs }) => [day, calls, talkMs / 1000]);
const call = async (id: string) => {
  const found = await session.database.prisma.call.findFirst({ where: { callId: id } });
  return found && [found.talkMs / 1000, found.batchId, found.batchRow];
};
const places = async () =>
  session.database.sql.query('select day::text as day, ctid::text || xmin::text as place from call_rollup order by 1');

async function rebuiltIsKept(): Promise<void> {
  const kept = await readRollup(session.database, {});
  await rebuildRollup(session);
  expect(await readRollup(session.database, {})).toEqual(kept);
}

describe('undoing an import', () => {
  it('removes the calls that only it speaks of, and its days and verdicts', async () => {
    const batch = await log(row(), row({ call_id: 'b', talk_s: 'x' }));
    expect(await undo(batch)).toEqual({ batch, removed: 1, restored: 0, days: 1 });
    expect(await days()).toEqual([]);
    expect(await keptVerdicts(session.database)).toBeNull();
    expect(await findBatch(session.database, batch)).toMatchObject({
      ...{ status: 'undone', undoneAt: testNow, undoneBy: 'local', rejected: 1 },
    });
    expect(await listRejects(session.database, batch, { take: 9 })).toHaveLength(1);
  });

  it('gives a call back what the import before had said, on the day where it was', async () => {
    const first = await log(row(), row({ call_id: 'b' }));
    const second = await log(row({ started_at: '2026-03-05 09:00', talk_s: 90 }), row({ call_id: 'c' }));
    expect(await call('a')).toEqual([90, second, 2]);
    expect(await undo(second)).toEqual({ batch: second, removed: 1, restored: 1, days: 2 });
    expect(await call('a')).toEqual([60, first, 2]);
    expect(await days()).toEqual([['2026-03-02', 2, 120]]);
    await rebuiltIsKept();
  });

  it('leaves what a later import has said', async () => {
    const first = await log(row(), row({ call_id: 'b', started_at: '2026-03-03 09:00' }));
    const second = await log(row({ talk_s: 90 }));
    const before = await places();
    expect(await undo(first)).toEqual({ batch: first, removed: 1, restored: 0, days: 1 });
    expect(await call('a')).toEqual([90, second, 2]);
    expect(await places()).toEqual(before.slice(0, 1));
    expect(await undo(second)).toMatchObject({ removed: 1 });
    expect(await days()).toEqual([]);
  });

  it('of one that said what another says too leaves the call to the other', async () => {
    const first = await log(row());
    const second = await log(row({ call_id: 'x' }), row());
    expect(await call('a')).toEqual([60, first, 2]);
    expect(await undo(first)).toEqual({ batch: first, removed: 0, restored: 1, days: 0 });
    expect(await call('a')).toEqual([60, second, 3]);
    await rebuiltIsKept();
  });

  it('of one in between joins those around it that say the same', async () => {
    const first = await log(row());
    const between = await log(row({ talk_s: 90 }));
    const last = await log(row(), row({ call_id: 'b' }));
    expect(await call('a')).toEqual([60, last, 2]);
    expect(await undo(between)).toEqual({ batch: between, removed: 0, restored: 0, days: 0 });
    expect(await call('a')).toEqual([60, first, 2]);
    expect(await undo(first)).toMatchObject({ restored: 1 });
    expect(await call('a')).toEqual([60, last, 2]);
  });

  it('leaves a leg a leg, though the call that it is a leg of is gone', async () => {
    const legs = await log(row({ call_id: 'leg' }));
    await session.database.sql.execute(`update call set leg_of = 'whole' where call_id = 'leg'`);
    const whole = await log(row({ call_id: 'whole' }));
    await undo(whole);
    await rebuildRollup(session);
    expect(await days()).toEqual([]);
    expect(await call('leg')).toEqual([60, legs, 2]);
    await undo(legs);
    expect(await call('leg')).toBeNull();
  });

  it('twice is undoing it once', async () => {
    const batch = await log(row());
    const both = await Promise.all([undo(batch), undo(batch)]);
    expect(both.map(({ removed }) => removed).sort()).toEqual([0, 1]);
    expect(await undo(batch)).toEqual({ batch, removed: 0, restored: 0, days: 0 });
  });

  it('is refused where it was never done, or is not there', async () => {
    const failed = crypto.randomUUID();
    await importLog(session, 'nothing', { id: failed }).catch(() => {});
    await expect(undo(failed)).rejects.toBeInstanceOf(OperationError);
    await expect(undo(crypto.randomUUID())).rejects.toMatchObject({ refusal: 'not_found' });
  });

  it('waits for an import of the vendor that is being stored, and both are as if one came after the other', async () => {
    const first = await log(row(), row({ call_id: 'b' }));
    await Promise.all([undo(first), log(row({ talk_s: 90 }), row({ call_id: 'c' }))]);
    expect(await days()).toEqual([['2026-03-02', 2, 150]]);
    await rebuiltIsKept();
  });
});
