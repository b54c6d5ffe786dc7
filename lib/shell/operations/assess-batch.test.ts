import { beforeAll, describe, expect, it } from 'vitest';
import { countBatch, type Session } from '#db';
import { type BatchFacts, ruleCodes } from '#quality';
import { callLog, declare, importLog, norte, testNow, testSession, vendor } from '#testing';
import { call, type Row } from './quality-calls.test-data.ts';

let session: Session;

beforeAll(async () => {
  session = await testSession();
  await declare(session, {
    ...norte,
    vendors: [vendor('norte'), vendor('atlas')],
    outcomes: [{ vendor: 'norte', map: { Hecho: 'resolved', Otro: 'other' } }],
  });
});

async function batchOf(rows: Row[], vendorCode = 'norte'): Promise<string> {
  return (await importLog(session, callLog(rows), { vendor: vendorCode })).batch;
}

async function counted(rows: Row[], vendorCode?: string): Promise<BatchFacts> {
  const facts = await countBatch(session.database, await batchOf(rows, vendorCode), testNow);
  if (!facts) throw new Error('the batch is not done');
  return facts;
}

describe('what is counted of a delivery', () => {
  it('is each value that a call cannot have, with file and row', async () => {
    const { rules } = await counted([
      call(),
      call({ talk_s: 4 * 3600, hold_s: 0, wrap_s: 0 }),
      call({ call_id: 'long', talk_s: 4 * 3600, hold_s: 1, wrap_s: 0 }),
      call({ call_id: 'wait', wait_s: 7201 }),
      call({ call_id: 'mute', talk_s: 0 }),
      call({ call_id: 'ghost', answered: 'false', outcome: 'no_contact' }),
      call({ call_id: 'both', outcome: 'abandoned' }),
      call({ call_id: 'magic', answered: 'false', talk_s: 0, outcome: 'sale' }),
      call({ call_id: 'gift', answered: 'false', talk_s: 0, outcome: 'abandoned', revenue: '9.50' }),
      call({ call_id: 'back', revenue: '-9.50' }),
    ]);
    const found = ruleCodes.map((code) => [code, rules[code].calls, ...rules[code].examples.map((own) => own.callId)]);
    expect(found).toEqual([
      ['long_handle', 1, 'long'],
      ['long_wait', 1, 'wait'],
      ['answered_without_talk', 1, 'mute'],
      ['talk_unanswered', 1, 'ghost'],
      ['abandoned_answered', 1, 'both'],
      ['sale_without_contact', 1, 'magic'],
      ['revenue_without_contact', 1, 'gift'],
      ['negative_revenue', 1, 'back'],
    ]);
    // The header is row 1; the zone is the program's.
    expect(rules.long_handle.examples[0]).toMatchObject({ file: 1, row: 4, ms: 14_401_000, zone: 'Europe/Rome' });
  });

  it('is the calls that have not been made yet', async () => {
    // It is 8:00 UTC; two clocks may differ by five minutes.
    const { future } = await counted([
      call({ started_at: '2026-04-01T08:05:00Z' }),
      call({ call_id: 'ahead', started_at: '2026-04-01T10:00:00Z' }),
      call({ started_at: '2026-04-01T08:06:00Z' }),
    ]);
    expect(future).toMatchObject({ calls: 2, latestMs: 7_200_000 });
    expect(future.examples.map(({ callId, ms }) => [callId, ms])).toEqual([
      ['ahead', 7_200_000],
      [expect.any(String), 360_000],
    ]);
  });

  it('is how many calls begin on the dot of their own program’s clock', async () => {
    const { starts, hours, clockChanges } = await counted([
      call({ started_at: '2026-03-28T23:00:00Z' }),
      call({ started_at: '2026-03-29 03:00:00' }),
      call({ started_at: '2026-03-29 03:20:00' }),
      call({ started_at: '2026-03-29 03:20:01' }),
    ]);
    // 23:00 UTC is midnight in Rome; an hour of that day never was, so it has 23.
    expect(starts).toEqual({ midnight: 1, hour: 2, minute: 3 });
    expect(hours.here.slice(0, 4)).toEqual([1, 0, 0, 3]);
    expect(clockChanges).toEqual([{ day: '2026-03-29', hours: 23, calls: 4 }]);
  });

  it('is hours that never were and hours that came twice', async () => {
    const facts = await counted([
      call({ started_at: '2026-03-29 02:30:00' }),
      call({ started_at: '2025-10-26 02:30:00' }),
      call({ started_at: '2025-10-26 02:40:00' }),
    ]);
    expect(facts).toMatchObject({ repeatedHour: 2, skippedHour: 1, clockChanges: [{ day: '2025-10-26', hours: 25 }] });
    expect(facts.rejects.map(({ column, reason, records }) => [column, reason.key, records])).toEqual([
      ['started_at', 'rejects.skipped_time', 1],
    ]);
  });

  it('is one agent’s calls that overlap by more than five seconds, from when the wait was over', async () => {
    const day = '2026-02-20T10:';
    const id = await batchOf([
      // Busy from 10:00:08 to 10:01:33.
      call({ call_id: 'first', agent: 'eva', started_at: `${day}00:00Z` }),
      // From 10:01:28: five seconds are no overlap; to 10:02:53.
      call({ agent: 'eva', started_at: `${day}01:20Z` }),
      // From 10:02:30: 23 s; to 10:03:55.
      call({ call_id: 'third', agent: 'eva', started_at: `${day}02:22Z` }),
      // Within the third, and no longer than it.
      call({ call_id: 'inner', agent: 'eva', started_at: `${day}02:32Z`, talk_s: 5, hold_s: 5, wrap_s: 0 }),
      // Of others, or of nobody.
      call({ agent: 'lea', started_at: `${day}00:10Z` }),
      call({ agent: '', started_at: `${day}00:10Z` }),
      call({ agent: 'eva', started_at: `${day}00:20Z`, answered: 'false', talk_s: 0, outcome: 'no_contact' }),
    ]);
    const facts = await countBatch(session.database, id, testNow);
    expect(facts?.overlaps).toMatchObject({ tested: 5, calls: 2, ms: 33_000 });
    expect(facts?.overlaps.examples.map(({ callId, ms, other }) => [callId, ms, other])).toEqual([
      ['third', 23_000, expect.stringMatching(/^c\d+$/)],
      ['inner', 10_000, 'third'],
    ]);
    // A transferred call's time is of several agents: what is left is the inner one, within the second.
    await session.database.sql.execute(`update call set details = '{"transfers": 1}' where call_id = 'third'`);
    const without = await countBatch(session.database, id, testNow);
    expect(without?.overlaps).toMatchObject({ tested: 4, calls: 1, ms: 10_000 });
  });

  it('is the same call under another id, in the delivery and of earlier ones', async () => {
    const at = (minute: number) => ({ started_at: `2026-02-21T10:${minute}:03Z` });
    await batchOf([
      call({ call_id: 'old', agent: 'kim', ...at(40) }),
      call({ call_id: 'same', agent: 'kim', ...at(50) }),
    ]);
    const { duplicates } = await counted([
      call({ call_id: 'a1', agent: 'kim', ...at(10) }),
      call({ call_id: 'a2', agent: 'kim', ...at(10) }),
      call({ call_id: 'a3', agent: 'kim', ...at(10) }),
      // Another agent, another second, other durations: other calls.
      call({ agent: 'lou', ...at(10) }),
      call({ agent: 'kim', started_at: '2026-02-21T10:10:04Z' }),
      call({ agent: 'kim', ...at(10), hold_s: '' }),
      call({ call_id: 'new', agent: 'kim', ...at(40) }),
      // The stored call itself, again.
      call({ call_id: 'same', agent: 'kim', ...at(50) }),
      call({ call_id: 'k1', agent: '', customer_ref: '555', ...at(55) }),
      call({ call_id: 'k2', agent: '', customer_ref: '555', ...at(55) }),
      // Nobody's calls, and calls that nobody talked in, are alike by chance.
      call({ agent: '', ...at(56) }),
      call({ agent: '', ...at(56) }),
    ]);
    // Two more of a1, one of old, one of k1; 85 s each.
    expect(duplicates).toMatchObject({ tested: 10, groups: 3, calls: 4, stored: 1, ms: 4 * 85_000 });
    expect(duplicates.examples.map(({ callId, other }) => `${callId} ${other}`)).toEqual(['a2 a1', 'a3 a1', 'k2 k1']);
  });
});

describe('what a delivery says', () => {
  it('is what came to other, and whether it was declared so', async () => {
    const { others } = await counted([
      call({ outcome: '', disposition: 'Hecho' }),
      call({ outcome: '', disposition: 'otro' }),
      call({ outcome: 'other', disposition: 'Fax' }),
      call({ outcome: 'other', disposition: 'Fax' }),
      call({ outcome: '', disposition: '' }),
    ]);
    expect(others).toEqual({
      calls: 4,
      declared: 1,
      words: [
        { word: 'Fax', calls: 2, declared: false },
        { word: 'otro', calls: 1, declared: true },
        { word: null, calls: 1, declared: false },
      ],
    });
  });

  it('is what this delivery said of its calls, whatever another has said since', async () => {
    const twice = ['t1', 't2'].map((call_id) => call({ call_id, talk_s: 5 * 3600 }));
    const id = await batchOf(twice);
    const mended = await batchOf([{ ...twice[0], talk_s: 50 }]);
    const long = async (batch: string) => {
      const facts = await countBatch(session.database, batch, testNow);
      return [facts?.records.calls, facts?.rules.long_handle.calls];
    };
    expect([await long(id), await long(mended)]).toEqual([
      [2, 2],
      [1, 0],
    ]);
  });

  it('is which parts are reported, of handled calls and of inbound ones', async () => {
    const { reported } = await counted([
      call({ wait_s: '', hold_s: '' }),
      call({ wrap_s: '', wait_s: 0 }),
      call({ answered: 'false', talk_s: 0, hold_s: '', outcome: 'abandoned' }),
    ]);
    expect(reported).toEqual({ handled: 2, wait: 1, hold: 1, wrap: 1, offered: 3, abandoned: 1, waited: 1 });
  });
});
