import { describe, expect, it } from 'vitest';
import { readRollup, type Session } from '#db';
import { rebuildRollup, undoImport } from '#operations';
import { callLog, declare, importLog, norte, testSession } from '#testing';

type Row = { call_id: string; started_at: string; talk_s: number };
const row = (index: number, talk = 60, day = 2): Row => ({
  call_id: `a call with a long id as some platforms have them: ${index}`,
  started_at: `2026-03-0${day} 09:00`,
  talk_s: talk,
});

async function total(session: Session): Promise<{ calls: number; talk: number }> {
  const rows = await readRollup(session.database, {});
  const sum = { calls: 0, talk: 0 };
  for (const { calls, talkMs } of rows) {
    sum.calls += calls;
    sum.talk += talkMs / 1000;
  }
  const kept = rows;
  await rebuildRollup(session);
  expect(await readRollup(session.database, {})).toEqual(kept);
  return sum;
}

const words = async ({ database }: Session) => database.prisma.callWord.count();

describe('a delivery that is stored in several parts', () => {
  it('may meet its own calls and those of others in a later part', { timeout: 180_000 }, async () => {
    const session = await testSession();
    await declare(session, norte);
    const known = [row(70_000, 90), row(70_001), row(70_002, 30)];
    await importLog(session, callLog(known));
    // Two parts are new; then come calls of its own again, on another day, and calls that are known.
    const many = Array.from({ length: 80_000 }, (_, index) => row(index));
    const again = [row(0, 10, 3), row(1), row(2, 20), row(2, 25)];
    const result = await importLog(session, callLog([...many.slice(0, 60_000), ...again, ...many.slice(60_000)]));
    expect(result).toMatchObject({ inserted: 79_997, updated: 2, unchanged: 1, repeated: 4, rejected: 0 });
    expect(await total(session)).toEqual({ calls: 80_000, talk: 80_000 * 60 - 50 - 35 });
    const first = await session.database.prisma.call.findFirst({ where: { callId: row(0).call_id } });
    expect(first).toMatchObject({ talkMs: 10_000, batchId: result.batch, batchRow: 60_002 });
    expect(await words(session)).toBe(3);
    expect(await undoImport(session, { batch: result.batch })).toMatchObject({ removed: 79_997, restored: 2 });
    expect(await total(session)).toEqual({ calls: 3, talk: 180 });
    expect(await words(session)).toBe(0);
  });
});
