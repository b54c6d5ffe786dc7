import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asExpected, expectation, expectedOf } from '../../platform/expected.test-data.ts';
import { readSample } from '../../platform/read-sample.test-data.ts';

const call = (values: Record<string, unknown> = {}) => ({
  id: 7,
  created_at: '2026-03-29T01:00:05Z',
  updated_at: '2026-03-29T01:09:00Z',
  direction: 'inbound',
  completion_status: 'completed',
  agent_id: 12_345,
  customer_id: 24_680,
  ivr_destination_group_name: 'Support',
  duration: 131,
  talk_time: 110,
  hold_time: 9,
  wait_time: 12,
  wrap_up_time: 40,
  minutes_billed: 3,
  call_charge: '0.072',
  voicemail: false,
  ...values,
});

const read = (calls: readonly object[]) => readSample(JSON.stringify({ count: calls.length, calls }));
const callOf = async (values: Record<string, unknown>) => {
  const { calls, rejects } = await read([call(values)]);
  expect(rejects).toEqual([]);
  return calls[0]!.call;
};

describe('Zendesk Talk', () => {
  it('comes out of the sample as expected', async (context) => {
    const { bytes, calls: expected } = expectedOf(context, 'zendesk-talk/incremental-calls-invented.json');
    const { calls, rejects, formats } = await readSample(bytes);
    expect([rejects, formats]).toEqual([[], ['zendesk-talk']]);
    expect(calls.map((made) => asExpected(made.call))).toEqual(expected.map(expectation));
    expect(calls.map((made) => [made.call.details?.cost, made.call.details?.minutes_billed])).toEqual(
      expected.map(({ cost, billed_minutes }) => [cost, billed_minutes]),
    );
  });

  it("keeps a call's newest record, which knows its after-call work", async () => {
    const early = call({ updated_at: '2026-03-29T01:03:00Z', wrap_up_time: 0 });
    for (const delivery of [
      [early, call()],
      [call(), early],
    ]) {
      const { calls } = await read(delivery);
      expect(calls.map((made) => made.call.wrapMs)).toEqual([40_000]);
      expect(calls[0]?.call.details).toMatchObject({ source_records: 2 });
    }
  });

  it('reads the one of log-formats.md', async () => {
    const { agent_id: _, ivr_destination_group_name: __, customer_id: ___, voicemail: ____, ...documented } = call();
    const { calls } = await read([documented]);
    expect(calls[0]?.call).toMatchObject({
      startedAt: Date.parse('2026-03-29T01:00:05Z'),
      waitMs: 12_000,
      talkMs: 110_000,
      holdMs: 9_000,
      wrapMs: 40_000,
      answered: true,
      agent: null,
      details: { cost: '0.072', minutes_billed: 3 },
    });
  });

  it.each([
    ['completed', {}, true, 'other'],
    ['abandoned_in_queue', { talk_time: 0, agent_id: null }, false, 'abandoned'],
    ['abandoned_in_voicemail', { talk_time: null, agent_id: null }, false, 'abandoned'],
    ['abandoned_in_ivr', { talk_time: 0, agent_id: null }, false, 'other'],
    ['abandoned_on_hold', {}, true, 'unresolved'],
    ['completed', { voicemail: true, talk_time: 30, agent_id: null }, false, 'callback'],
    ['completed', { voicemail: true }, true, 'other'],
  ])('%s %j is answered: %s, and comes to %s', async (status, values, answered, outcome) => {
    const made = await callOf({ completion_status: status, ...values });
    expect(made).toMatchObject({ answered, outcome, disposition: status });
    if (!answered) expect(made.talkMs).toBe(0);
  });

  it('knows 0 from unknown where nobody answered', async () => {
    const unanswered = { completion_status: 'abandoned_in_queue', talk_time: 0, agent_id: null };
    expect(await callOf({ ...unanswered, hold_time: null, wrap_up_time: null })).toMatchObject({
      holdMs: 0,
      wrapMs: 0,
    });
    const { hold_time: _, wrap_up_time: __, ...short } = call(unanswered);
    expect((await read([short])).calls[0]?.call).toMatchObject({ holdMs: null, wrapMs: null });
    expect(await callOf({ hold_time: null })).toMatchObject({ holdMs: null });
  });

  it('leaves out what is still on, and tells what cannot be read', async () => {
    const { calls, rejects } = await read([
      call({ id: 1, completion_status: null }),
      call({ id: 2, talk_time: null }),
      call({ id: 5, talk_time: null, completion_status: 'abandoned_on_hold' }),
      call({ id: 3, created_at: 'today', wait_time: -1 }),
      call({ id: 4, direction: 'sideways' }),
    ]);
    expect(calls).toEqual([]);
    expect(rejects.map(({ row, column }) => [row, column])).toEqual([
      [1, null],
      [2, 'talk_time'],
      [3, 'talk_time'],
      [4, 'created_at'],
      [4, 'wait_time'],
      [5, 'direction'],
    ]);
  });

  it('reads a table of the same columns', async () => {
    const csv = 'ID,Created_At,Completion_Status,Talk_Time,Call_Charge\n9,2026-03-29T01:00:05Z,completed,110,0.072\n';
    const { calls, formats } = await readSample(csv);
    expect(formats).toEqual(['zendesk-talk']);
    expect(calls[0]?.call).toMatchObject({ callId: '9', talkMs: 110_000, waitMs: null, direction: 'inbound' });
  });

  it('loses keys and is a call or faults, never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(Object.keys(call())), async (kept) => {
        const some = Object.fromEntries(Object.entries(call()).filter(([name]) => kept.includes(name)));
        const { calls, rejected } = await readSample(JSON.stringify([some]), { format: 'zendesk-talk' });
        expect(calls.length + rejected).toBe(1);
      }),
      { numRuns: 60 },
    );
  });
});
