import { beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '#db';
import { assessBatch, assessNext } from '#operations';
import type { CheckCode, Finding } from '#quality';
import { callLog, declare, importLog, norte, say, testNow, testSession, vendor } from '#testing';
import { batchQuality } from '#views';
import { call, type Row } from './quality-calls.test-data.ts';

let session: Session;

beforeAll(async () => {
  session = await testSession();
  await declare(session, { ...norte, vendors: [vendor('norte'), vendor('atlas')] });
});

async function batchOf(rows: Row[], vendorCode = 'norte'): Promise<string> {
  return (await importLog(session, callLog(rows), { vendor: vendorCode })).batch;
}

/** Calls of working days at office hours: so many a day, `shift` hours later than usual. */
function days(from: string, count: number, { calls = 40, shift = 0, agent = 'zoe' } = {}): Row[] {
  return Array.from({ length: count }, (_, day) => {
    const start = Date.parse(`${from}T00:00:00Z`) + day * 86_400_000;
    const working = new Date(start).getUTCDay() % 6 !== 0;
    return Array.from({ length: working ? calls : 0 }, (__, index) => {
      // Most in the morning: 8 to 15 UTC, by the root of the place.
      const hour = 8 + Math.floor(7 * (index / calls) ** 2) + shift;
      return call({
        started_at: new Date(start + hour * 3_600_000 + index * 61_000).toISOString(),
        agent: `${agent}${index}`,
      });
    });
  }).flat();
}

describe('a delivery beside the vendor’s own history', () => {
  const found = async (id: string, code: CheckCode): Promise<Finding[]> => {
    await assessBatch(session, id);
    const view = await batchQuality(session, id);
    return view?.assessment.findings.filter((own) => own.code === code) ?? [];
  };

  it('shows days that are missing or thin, and hours that are not the usual ones', async () => {
    // Eight weeks from Monday 5 January; the ninth lacks its Tuesday, has a thin Thursday, and begins two hours late.
    await batchOf(days('2026-01-05', 56), 'atlas');
    const ninth = [
      ...days('2026-03-02', 1, { shift: 2 }),
      ...days('2026-03-04', 1, { shift: 2 }),
      ...days('2026-03-05', 1, { shift: 2, calls: 15 }),
      ...days('2026-03-06', 1, { shift: 2, calls: 120 }),
    ];
    const id = await batchOf(ninth, 'atlas');
    expect(await found(id, 'coverage')).toMatchObject([
      { says: 'missing', figures: { days: 4, which: ['2026-03-03'] } },
    ]);
    expect(await found(id, 'volume')).toMatchObject([
      { says: 'low', figures: { which: ['2026-03-05'] } },
      { says: 'high', figures: { which: ['2026-03-06'] } },
    ]);
    expect(await found(id, 'zone')).toMatchObject([{ severity: 'look', says: 'later', figures: { hours: 2 } }]);
  });

  it('is kept with the batch, with its first and last day, and read as a report', async () => {
    const id = await batchOf(
      [...days('2026-03-09', 5), call({ started_at: '2026-03-13T23:30:00Z', wrap_s: '' })],
      'atlas',
    );
    expect(await batchQuality(session, id)).toBeNull();
    await assessBatch(session, id);
    const view = await batchQuality(session, id);
    // 23:30 UTC is the next day in Rome.
    expect(view?.report.period).toEqual({ from: '2026-03-09', to: '2026-03-15' });
    expect(view?.report.headline.map(say).slice(0, 2)).toEqual([
      '201 calls of 9 – 14 Mar 2026: nothing is wrong, one thing deserves a look.',
      'After-call work is not reported for 1 handled call (0.5%): AHT lacks it there.',
    ]);
    const [stored] = await session.database.sql.query(
      'select first_day::text as first, last_day::text as last from import_batch where id = $1::uuid',
      [id],
    );
    expect(stored).toEqual({ first: '2026-03-09', last: '2026-03-14' });
  });

  it('is nothing of a batch that is not there, or came to nothing', async () => {
    await assessBatch(session, 'no batch');
    const failed = importLog(session, 'call_id,talk_s\n1,2\n');
    await expect(failed).rejects.toThrow();
    const [batch] = await session.database.sql.query<{ id: string }>(
      `select id from import_batch where status = 'failed'`,
    );
    await assessBatch(session, batch?.id ?? '');
    expect(await batchQuality(session, batch?.id ?? '')).toBeNull();
    expect(await batchQuality(session, 'no batch')).toBeNull();
  });

  it('is looked at in the background where nobody has, the newest first, and once', async () => {
    const at = (minutes: number) => ({ ...session, now: () => new Date(testNow.getTime() + minutes * 60_000) });
    await session.database.sql.execute(`update import_batch set quality = '{"version": 0}'`);
    const older = await batchOf([call()], 'atlas');
    await session.database.sql.execute(
      `update import_batch set started_at = started_at - interval '1 day' where id = '${older}'`,
    );
    const newer = await batchOf([call()], 'atlas');
    // Whoever has just imported it looks at it.
    expect(await assessNext(at(0))).toBe(false);
    const seen = async () => Promise.all([newer, older].map(async (id) => (await batchQuality(session, id)) !== null));
    expect([await assessNext(at(2)), await seen()]).toEqual([true, [true, false]]);
    expect([await assessNext(at(2)), await seen()]).toEqual([true, [true, true]]);
    expect(await assessNext(at(2))).toBe(false);
  });
});
