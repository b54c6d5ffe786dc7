import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asExpected, expectation, expectedOf } from '../../platform/expected.test-data.ts';
import { readSample } from '../../platform/read-sample.test-data.ts';

const started = 1_774_745_990;

/** A call of the API that was answered after 15 seconds, unless said otherwise. */
const call = (values: Record<string, unknown> = {}) => ({
  id: 8,
  direct_link: 'https://api.aircall.io/v1/calls/8',
  direction: 'inbound',
  status: 'done',
  missed_call_reason: null,
  started_at: started,
  answered_at: started + 15,
  ended_at: started + 125,
  duration: 125,
  cost: '0.02',
  voicemail: null,
  asset: null,
  raw_digits: '+44 20 7946 0000',
  user: { id: 3, name: 'Agent One', wrap_up_time: 90 },
  number: { id: 1, name: 'Sales' },
  transferred_to: null,
  ...values,
});

const event = (name: string, at: number, values: Record<string, unknown> = {}) => ({
  resource: name.split('.')[0],
  event: name,
  timestamp: started + at,
  token: 'x',
  data: call(values),
});
const on = { status: 'answered', ended_at: null, duration: 0 };
const life = [
  event('call.created', 0, { status: 'initial', answered_at: null, ended_at: null, user: null }),
  event('call.answered', 15, on),
  event('call.hold', 40, on),
  event('call.unhold', 49, on),
  event('call.hold', 60, on),
  event('call.ended', 125),
];

const lines = (records: readonly object[]) => records.map((record) => JSON.stringify(record)).join('\n');
const callOf = async (records: readonly object[]) => {
  const { calls, rejects } = await readSample(lines(records));
  expect(rejects).toEqual([]);
  expect(calls).toHaveLength(1);
  return calls[0]!.call;
};

describe('Aircall', () => {
  it('comes out of real webhook events as expected', async (context) => {
    const { bytes, calls: expected } = expectedOf(context, 'aircall/webhook-events.jsonl');
    const { calls, rejects, formats } = await readSample(bytes);
    expect([rejects, formats]).toEqual([[], ['aircall']]);
    expect(calls.map((made) => asExpected(made.call))).toEqual(expected.map(expectation));
    expect(calls.map((made) => made.call.details?.duration_s)).toEqual(expected.map((one) => one.duration_field));
    expect(calls.map((made) => made.call.outcome)).toEqual(['other', 'callback', 'abandoned']);
  });

  it('joins the events of a call in whatever order they come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(life, { minLength: life.length }), async (shuffled) => {
        // On hold from 40 to 49, and from 60 to the end at 125: 74 of the 110 connected seconds.
        expect(await callOf(shuffled)).toMatchObject({ waitMs: 15_000, talkMs: 36_000, holdMs: 74_000, wrapMs: null });
      }),
      { numRuns: 30 },
    );
  });

  it('counts an event that is delivered twice once', async () => {
    expect(await callOf([...life, ...life])).toMatchObject({ talkMs: 36_000, holdMs: 74_000 });
  });

  it('does not know hold where nobody tells of it: talk has it then', async () => {
    expect(await callOf([call()])).toMatchObject({ talkMs: 110_000, holdMs: null, agent: 'Agent One' });
    expect(await callOf([event('call.ended', 125)])).toMatchObject({ talkMs: 110_000, holdMs: 0 });
  });

  it('reads lists, one call, and calls without most of their keys', async () => {
    expect((await readSample(JSON.stringify({ meta: {}, calls: [call(), call({ id: 9 })] }))).calls).toHaveLength(2);
    expect((await readSample(JSON.stringify({ call: call() }))).calls).toHaveLength(1);
    const { direct_link, voicemail, asset, raw_digits, number, ...documented } = call({ user: { id: 3 } });
    const made = await callOf([documented]);
    expect(made).toMatchObject({ startedAt: 1_774_745_990_000, waitMs: 15_000, talkMs: 110_000, agent: '3' });
    expect(made).toMatchObject({ callType: null, customerRef: null, details: { cost: '0.02', duration_s: 125 } });
  });

  it.each([
    ['agents_did_not_answer', 'inbound', 'abandoned'],
    ['short_abandoned', 'inbound', 'abandoned'],
    ['out_of_opening_hours', 'inbound', 'other'],
    ['abandoned_in_ivr', 'inbound', 'other'],
    [null, 'inbound', 'abandoned'],
    [null, 'outbound', 'no_contact'],
  ])('that was missed for %s (%s) is %s', async (missed_call_reason, direction, outcome) => {
    const made = await callOf([call({ answered_at: null, missed_call_reason, direction })]);
    expect(made).toMatchObject({
      outcome,
      disposition: 'missed',
      answered: false,
      talkMs: 0,
      waitMs: 125_000,
      agent: null,
    });
  });

  it('knows a message that was left by its event, its file or its address', async () => {
    const missed = { answered_at: null };
    const left = [
      [event('call.voicemail_left', 130, missed), event('call.archived', 900, missed)],
      [call({ ...missed, voicemail: 'https://assets.aircall.io/x.mp3' })],
      [call({ ...missed, asset: 'https://assets.aircall.io/calls/8/voicemail' })],
    ];
    for (const records of left)
      expect(await callOf(records)).toMatchObject({ disposition: 'voicemail', outcome: 'callback' });
  });

  it('leaves out what is still on, counts what is no call, and tells what cannot be read', async () => {
    const { calls, rejects, notCalls } = await readSample(
      lines([
        ...life.slice(0, 5),
        { resource: 'user', event: 'user.connected', timestamp: started, data: { id: 3, name: 'Agent One' } },
        call({ id: 9, started_at: '2026-03-29 02:59:50' }),
        call({ id: 10, ended_at: started + 5 }),
      ]),
    );
    expect([calls, notCalls]).toEqual([[], 1]);
    expect(rejects.map(({ row, column, reason }) => [row, column, reason.key])).toEqual([
      [7, 'started_at', 'rejects.not_an_epoch'],
      [5, null, 'rejects.still_open'],
      [8, 'ended_at', 'rejects.ends_before'],
    ]);
  });

  it('loses keys and is a call or faults, never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(Object.keys(call())), async (kept) => {
        const some = Object.fromEntries(Object.entries(call()).filter(([name]) => kept.includes(name)));
        const { calls, rejected } = await readSample(JSON.stringify([some]), { format: 'aircall' });
        expect(calls.length + rejected).toBe(1);
      }),
      { numRuns: 60 },
    );
  });
});
