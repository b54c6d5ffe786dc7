import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asExpected, expectation, expectedOf } from '../../platform/expected.test-data.ts';
import { readSample } from '../../platform/read-sample.test-data.ts';

const sid = (digit: string) => `CA${digit.repeat(32)}`;

/** An outbound call of a minute, unless said otherwise. */
const call = (values: Record<string, unknown> = {}) => ({
  sid: sid('1'),
  parent_call_sid: null,
  account_sid: `AC${'a'.repeat(32)}`,
  status: 'completed',
  direction: 'outbound-api',
  from: '+12025550100',
  to: '+12025550111',
  date_created: 'Mon, 02 Mar 2026 09:00:00 +0000',
  date_updated: 'Mon, 02 Mar 2026 09:01:04 +0000',
  start_time: 'Mon, 02 Mar 2026 09:00:03 +0000',
  end_time: 'Mon, 02 Mar 2026 09:01:04 +0000',
  duration: '61',
  price: '-0.02800',
  price_unit: 'USD',
  answered_by: null,
  queue_time: '0',
  ...values,
});

const read = (calls: readonly object[]) => readSample(JSON.stringify({ calls, page: 0 }), { timezone: null });
const callOf = async (values: Record<string, unknown>) => {
  const { calls, rejects } = await read([call(values)]);
  expect(rejects).toEqual([]);
  return calls[0]!.call;
};

describe('the samples', () => {
  it('of a list come out as expected', async (context) => {
    const { bytes, calls: expected } = expectedOf(context, 'twilio/calls-list-invented.json');
    const { calls, rejects, formats } = await readSample(bytes);
    expect([rejects, formats]).toEqual([[], ['twilio']]);
    const order = (all: { call_id?: unknown }[]) =>
      all.sort((a, b) => (String(a.call_id) < String(b.call_id) ? -1 : 1));
    expect(order(calls.map((made) => asExpected(made.call)))).toEqual(order(expected.map(expectation)));
    const byId = new Map(calls.map((made) => [made.call.callId, made.call]));
    for (const { call_id, cost, parent_call_id } of expected) {
      expect(byId.get(call_id)?.details?.cost ?? null).toBe(cost);
      expect(byId.get(call_id)?.legOf).toBe(parent_call_id);
    }
  });

  it('of one call is that call', async (context) => {
    const { bytes } = expectedOf(context, 'twilio/call-documentation-example.json');
    const { calls, rejects } = await readSample(bytes);
    expect(rejects).toEqual([]);
    expect(calls[0]?.call).toMatchObject({
      callId: `CA${'a'.repeat(32)}`,
      direction: 'inbound',
      startedAt: Date.parse('2010-08-31T20:36:29Z'),
      talkMs: 15_000,
      disposition: 'completed',
      details: { cost: '0.03000', cost_currency: 'USD' },
    });
  });
});

describe('a leg that a call dialled', () => {
  const child = call({ sid: sid('4'), parent_call_sid: sid('1'), direction: 'outbound-dial', duration: '45' });

  it('is no second call: its time is in no sum', async () => {
    for (const delivery of [
      [call(), child],
      [child, call()],
    ]) {
      const { calls } = await read(delivery);
      const own = calls.filter((made) => made.call.legOf === null);
      expect(own.map((made) => [made.call.callId, made.call.talkMs])).toEqual([[sid('1'), 61_000]]);
      expect(calls.find((made) => made.call.legOf !== null)?.call).toMatchObject({ callId: sid('4'), legOf: sid('1') });
    }
  });

  it('is a call where the one that dialled it is not here', async () => {
    const { calls } = await read([child]);
    expect(calls.map((made) => [made.call.legOf, made.call.talkMs])).toEqual([[null, 45_000]]);
  });
});

describe('a call', () => {
  it('is what its newest record says, whatever order they came in', async () => {
    const rated = call({ date_updated: 'Mon, 02 Mar 2026 09:05:00 +0000', price: '-0.02800' });
    const unrated = call({ price: null });
    for (const delivery of [
      [rated, unrated],
      [unrated, rated],
    ]) {
      const { calls } = await read(delivery);
      expect(calls).toHaveLength(1);
      expect(calls[0]?.call.details).toMatchObject({ cost: '0.02800', source_records: 2 });
    }
  });

  it('without a price has no cost, which is not 0', async () => {
    expect((await callOf({ price: null })).details).not.toHaveProperty('cost');
    expect((await callOf({ price: '0' })).details).toHaveProperty('cost', '0');
  });

  it.each([
    ['inbound', 'inbound'],
    ['trunking-originating', 'inbound'],
    ['outbound-api', 'outbound'],
    ['outbound-dial', 'outbound'],
    ['trunking-terminating', 'outbound'],
    ['Outgoing Dial', 'outbound'],
  ])('of direction %s is %s', async (word, direction) => {
    expect(await callOf({ direction: word })).toMatchObject({ direction });
  });

  it.each([
    ['completed', 'outbound-api', 61_000, 'other'],
    ['no-answer', 'outbound-api', 0, 'no_contact'],
    ['no-answer', 'inbound', 0, 'abandoned'],
    ['busy', 'outbound-dial', 0, 'no_contact'],
    ['failed', 'outbound-api', 0, 'bad_number'],
    ['canceled', 'inbound', 0, 'abandoned'],
  ])('that ended %s (%s) has talk %d and is %s', async (status, direction, talkMs, outcome) => {
    const made = await callOf({ status, direction });
    expect(made).toMatchObject({ talkMs, outcome, answered: talkMs > 0, waitMs: null, holdMs: null, wrapMs: null });
  });

  it('that a machine answered reached nobody', async () => {
    expect(await callOf({ answered_by: 'machine_end_beep' })).toMatchObject({ answered: true, outcome: 'no_contact' });
    expect(await callOf({ answered_by: 'human' })).toMatchObject({ outcome: 'other' });
  });

  it('that was never dialled began when it was made', async () => {
    const made = await callOf({ status: 'canceled', start_time: null, end_time: null, duration: null });
    expect(made.startedAt).toBe(Date.parse('2026-03-02T09:00:00Z'));
  });

  it('belongs to the day on which it began', async () => {
    const times = { start_time: 'Tue, 31 Mar 2026 23:59:40 +0000', end_time: 'Wed, 01 Apr 2026 00:02:10 +0000' };
    const made = await callOf({ ...times, duration: '150', price: null });
    expect(new Date(made.startedAt).toISOString()).toBe('2026-03-31T23:59:40.000Z');
    expect(await callOf({ ...times, duration: null })).toMatchObject({ talkMs: 150_000 });
  });

  it('that is still on is left out, and one that cannot be read is told', async () => {
    const { calls, rejects } = await read([
      call({ status: 'in-progress' }),
      call({ sid: sid('2'), status: 'ringing' }),
      call({ sid: sid('3'), status: 'finished' }),
      call({ sid: sid('5'), duration: null, end_time: null }),
      call({ sid: sid('6'), start_time: 'soon' }),
    ]);
    expect(calls).toEqual([]);
    expect(rejects.map(({ row, column, reason }) => [row, column, reason.key])).toEqual([
      [1, null, 'rejects.still_open'],
      [2, null, 'rejects.still_open'],
      [3, 'status', 'rejects.unknown_word'],
      [4, 'duration', 'rejects.empty'],
      [5, 'start_time', 'rejects.not_a_time'],
    ]);
  });

  it("may come in lines, in a library's names, or as a console's file", async () => {
    const lines = [call(), call({ sid: sid('2'), start_time: '2026-03-02T09:00:03Z' })].map((one) =>
      JSON.stringify(one),
    );
    expect((await readSample(lines.join('\n'))).calls).toHaveLength(2);
    const library = [{ sid: sid('1'), parentCallSid: null, status: 'completed', direction: 'inbound', duration: 61 }];
    const named = library.map((one) => ({ ...one, startTime: '2026-03-02T09:00:03.000Z', price: -0.028 }));
    expect((await readSample(JSON.stringify(named))).calls[0]?.call).toMatchObject({ talkMs: 61_000 });
    const csv = [
      'Call Sid,Parent Call Sid,From,To,Direction,Status,Start Time,Duration,Price,Extra',
      `${sid('1')},,+12025550100,+12025550111,Outgoing API,Completed,09:00:03 UTC 2026-03-02,61 sec,-$0.0280,x`,
      `${sid('2')},${sid('1')},+12025550100,+12025550112,Outgoing Dial,No Answer,2026-03-02 10:00:20,,,x`,
    ].join('\n');
    const { calls, formats, rejects } = await readSample(csv);
    expect([rejects, formats]).toEqual([[], ['twilio']]);
    expect(
      calls.map((made) => [made.call.legOf, made.call.talkMs, new Date(made.call.startedAt).toISOString()]),
    ).toEqual([
      [null, 61_000, '2026-03-02T09:00:03.000Z'],
      [sid('1'), 0, '2026-03-02T09:00:20.000Z'],
    ]);
    expect(calls[0]?.call.details).toMatchObject({ cost: '0.0280' });
  });

  it('loses keys and is a call or faults, never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(Object.keys(call())), async (kept) => {
        const some = Object.fromEntries(Object.entries(call()).filter(([name]) => kept.includes(name)));
        const { calls, rejected } = await readSample(JSON.stringify([some]), { format: 'twilio' });
        expect(calls.length + rejected).toBe(1);
      }),
      { numRuns: 60 },
    );
  });
});
