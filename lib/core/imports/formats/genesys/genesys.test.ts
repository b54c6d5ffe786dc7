import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asExpected, expectation, expectedOf } from '../../platform/expected.test-data.ts';
import { readSample } from '../../platform/read-sample.test-data.ts';

const at = (clock: string) => `2026-05-04T${clock}Z`;
type Metrics = Readonly<Record<string, unknown>>;
type Segment = readonly [type: string, from: string, to: string, more?: Record<string, unknown>];

const session = (metrics: Metrics | null, segments: readonly Segment[] = [], more: Record<string, unknown> = {}) => ({
  mediaType: 'voice',
  direction: 'inbound',
  ani: 'tel:+4930555001',
  dnis: 'tel:+4930555900',
  ...(metrics === null
    ? {}
    : { metrics: Object.entries(metrics).map(([name, value]) => ({ emitDate: at('09:09:00.000'), name, value })) }),
  segments: segments.map(([segmentType, from, to, also]) => ({
    segmentType,
    segmentStart: at(from),
    segmentEnd: at(to),
    ...also,
  })),
  ...more,
});

const participant = (purpose: string, sessions: readonly object[], more: Record<string, unknown> = {}) => ({
  participantId: `p-${purpose}`,
  purpose,
  sessions,
  ...more,
});

const customer = participant('customer', [session({ nConnected: 1, tConnected: 200_000 })]);
const acd = (name: string, wait: Metrics | null, from = '09:00:10.000', to = '09:00:22.000') =>
  participant('acd', [session(wait, [['interact', from, to, { queueId: `id-${name}` }]])], { participantName: name });

const agent = (userId: string, metrics: Metrics | null, segments: readonly Segment[]) =>
  participant('agent', [session(metrics, segments)], { userId });
const answering = (more: Metrics = {}) =>
  agent(
    'u-a',
    { tAnswered: 12_000, tTalkComplete: 90_000, tHeldComplete: 9_000, tAcw: 40_000, tHandle: 146_000, ...more },
    [
      ['alert', '09:00:19.000', '09:00:22.000'],
      ['interact', '09:00:22.000', '09:02:01.000'],
      ['wrapup', '09:02:01.000', '09:02:41.000', { wrapUpCode: 'moved' }],
    ],
  );
const first = answering();
const second = agent('u-b', { tTalk: 30_000, tAcw: 5_000, tHandle: 35_000 }, [
  ['interact', '09:02:31.000', '09:03:01.000'],
  ['wrapup', '09:03:01.000', '09:03:06.000', { wrapUpCode: 'sold' }],
]);
/** He let it ring, and was set out of service for 57 seconds. */
const absent = agent('u-c', { nError: 1, tAlert: 7_000, tNotResponding: 7_000, tAcw: 57_000, tHandle: 57_000 }, [
  ['alert', '09:00:12.000', '09:00:19.000'],
  ['wrapup', '09:00:19.000', '09:01:20.000', { wrapUpCode: 'absent' }],
]);

const conversation = (participants: readonly object[], more: Record<string, unknown> = {}) => ({
  conversationId: 'g-1',
  conversationStart: at('09:00:00.500'),
  conversationEnd: at('09:03:06.000'),
  originatingDirection: 'inbound',
  divisionIds: ['d-1'],
  participants,
  ...more,
});

const read = (conversations: readonly object[], options = {}) => readSample(JSON.stringify({ conversations }), options);
const callOf = async (participants: readonly object[], more: Record<string, unknown> = {}) => {
  const { calls, rejects } = await read([conversation(participants, more)]);
  expect(rejects).toEqual([]);
  expect(calls).toHaveLength(1);
  return calls[0]!.call;
};
const reasonsOf = async (one: object) =>
  (await read([one])).rejects.map(({ column, reason, value }) => [column, reason.key, value]);

describe('the real conversation', () => {
  it('comes out as expected', async (context) => {
    const { bytes, calls: expected } = expectedOf(context, 'genesys-cloud/conversation-details.json');
    const { calls, rejects, formats } = await readSample(bytes);
    expect([rejects, formats]).toEqual([[], ['genesys']]);
    expect(calls.map(({ call }) => asExpected(call))).toEqual(expected.map(expectation));
    expect(calls[0]?.call.details).toEqual({ source_records: 1, ivr_s: expected[0]?.ivr_s, agents_without_answer: 1 });
    expect(calls[0]?.call).toMatchObject({ startedAt: Date.parse('2024-04-29T17:30:43.090Z'), outcome: 'other' });
  });
});

describe('a conversation', () => {
  it('has the agents who spoke as legs, in order, and the wait until the first of them', async () => {
    const [sales, billing] = [
      acd('sales', { tAcd: 12_000 }),
      acd('billing', { tAcd: 30_000 }, '09:02:01.000', '09:02:31.000'),
    ];
    for (const participants of [
      [customer, sales, first, billing, second],
      [customer, billing, second, sales, first],
    ])
      expect(await callOf(participants)).toMatchObject({
        callId: 'g-1',
        callType: 'sales',
        direction: 'inbound',
        startedAt: Date.parse(at('09:00:00.500')),
        waitMs: 12_000,
        talkMs: 120_000,
        holdMs: 9_000,
        wrapMs: 45_000,
        answered: true,
        disposition: 'sold',
        agent: 'u-b',
        customerRef: '#11',
        details: { source_records: 1, transfers: 1, handle_gap_s: 7 },
      });
  });

  it('counts nothing of an agent who did not respond, be his handle time ever so long', async () => {
    expect(await callOf([customer, acd('sales', { tAcd: 12_000 }), absent, first])).toMatchObject({
      ...{ talkMs: 90_000, wrapMs: 40_000, disposition: 'moved', agent: 'u-a' },
      details: { agents_without_answer: 1 },
    });
    expect(await callOf([customer, acd('sales', { tAcd: 12_000 }), absent])).toMatchObject({
      ...{ answered: false, talkMs: 0, holdMs: 0, wrapMs: 0, waitMs: 12_000, agent: null },
      ...{ disposition: 'abandoned', outcome: 'abandoned' },
    });
  });

  it('adds the queues that it went through before anybody spoke', async () => {
    const overflow = [
      acd('sales', { tAcd: 60_000, tFlowOut: 60_000 }, '09:00:00.000', '09:00:10.000'),
      acd('night', { tAcd: 12_000 }),
    ];
    expect(await callOf([customer, ...overflow, first])).toMatchObject({ waitMs: 72_000, callType: 'night' });
  });

  it('is read from its segments where a session has no metrics, and from either of two metrics where it has', async () => {
    const bare = agent('u-a', null, [
      ['interact', '09:00:22.000', '09:01:22.000'],
      ['hold', '09:01:22.000', '09:01:30.000'],
      ['interact', '09:01:30.000', '09:02:00.000'],
      ['wrapup', '09:02:00.000', '09:02:10.000'],
    ]);
    expect(await callOf([customer, acd('sales', null), bare])).toMatchObject({
      ...{ waitMs: 12_000, talkMs: 90_000, holdMs: 8_000, wrapMs: 10_000, disposition: 'handled', outcome: 'other' },
    });
    const parts = participant(
      'agent',
      [{ ...session({ tTalkComplete: 7_000 }), metrics: [1_000, 2_000].map((value) => ({ name: 'tTalk', value })) }],
      { userId: 'u-p' },
    );
    expect(await callOf([customer, parts])).toMatchObject({ talkMs: 3_000, holdMs: 0, wrapMs: 0 });
  });

  it('may write its values as texts, its words in capitals, and have what nobody knows', async () => {
    const expected = await callOf([customer, acd('sales', { tAcd: 12_000 }), first]);
    const odd = JSON.stringify(conversation([customer, acd('sales', { tAcd: '12000' }), first]))
      .replace('"customer"', '"CUSTOMER"')
      .replace('"agent"', '"Agent"')
      .replaceAll('"voice"', '"VOICE"')
      .replace('"inbound"', '"Inbound"')
      .replace('"tAlert"', '"tNewMetric"');
    const { calls, rejects } = await readSample(`[${odd}]`);
    expect([rejects, calls[0]?.call]).toEqual([[], expected]);
    const newer = answering({ oServiceLevel: 'n/a', tNew: -1 });
    expect(await callOf([customer, acd('sales', { tAcd: 12_000 }), newer])).toEqual(expected);
  });

  it('is the queue by its id where it has no name, and the agent by his name where he has no id', async () => {
    const nameless = participant('acd', [
      session({ tAcd: 5 }, [['interact', '09:00:10.000', '09:00:22.000', { queueId: 'q-9' }]]),
    ]);
    const named = { ...first, userId: null, participantName: 'Agent A' };
    expect(await callOf([customer, nameless, named])).toMatchObject({ callType: 'q-9', agent: 'Agent A' });
  });
});

describe('a conversation, of the rarer kinds', () => {
  it.each([
    ['abandoned', 'abandoned', acd('sales', { tAbandon: 30_000, nAbandon: 1 })],
    ['voicemail', 'callback', participant('voicemail', [session({ tVoicemail: 9_000 })])],
    ['not_queued', 'other', participant('ivr', [session({ tIvr: 9_000 })])],
  ])('that nobody answered is %s', async (disposition, outcome, last) => {
    expect(await callOf([customer, last])).toMatchObject({ disposition, outcome, answered: false, talkMs: 0 });
  });

  it('that an agent dialled has the number called, and his after-call work though nobody answered', async () => {
    const dialling = agent('u-d', { tDialing: 20_000, tAcw: 6_000, tHandle: 26_000 }, [
      ['dialing', '09:00:00.000', '09:00:20.000'],
    ]);
    const called = participant('customer', [session({}, [], { ani: 'tel:+49305', dnis: 'tel:+493055500123' })]);
    const vain = { originatingDirection: 'outbound' };
    expect(await callOf([called, dialling], vain)).toMatchObject({
      ...{ direction: 'outbound', answered: false, talkMs: 0, holdMs: 0, wrapMs: 6_000, waitMs: null, agent: 'u-d' },
      ...{ disposition: 'no_contact', outcome: 'no_contact', customerRef: '#13' },
    });
    expect(await callOf([called, first], vain)).toMatchObject({ answered: true, talkMs: 90_000, disposition: 'moved' });
    const machine = participant('customer', [
      session({}, [], { dispositionName: 'disposition.classification.callable.machine' }),
    ]);
    expect(await callOf([machine, dialling], vain)).toMatchObject({ outcome: 'no_contact' });
  });

  it('may be as old as 2016: no metrics, no end, no direction but that of its sessions', async () => {
    const bare = (one: { purpose: string; sessions: readonly object[] }) => ({
      ...one,
      sessions: one.sessions.map((own) => ({ ...own, metrics: undefined })),
    });
    const old = { conversationEnd: undefined, originatingDirection: undefined };
    const called = participant('customer', [session(null, [['interact', '09:00:00.500', '09:03:06.000']])]);
    expect(await callOf([called, bare(acd('sales', null)), bare(first)], old)).toMatchObject({
      ...{ direction: 'inbound', waitMs: 12_000, talkMs: 99_000, holdMs: 0, wrapMs: 40_000, disposition: 'moved' },
    });
    const on = bare(agent('u-a', null, []));
    Object.assign(on.sessions[0] ?? {}, { segments: [{ segmentType: 'interact', segmentStart: at('09:00:22') }] });
    expect(await reasonsOf(conversation([called, on], old))).toEqual([[null, 'rejects.still_open', null]]);
  });

  it('in which the customer asked to be called back has no wait of that time', async () => {
    const asked = participant('acd', [session({ tAcd: 900_000 }, [], { mediaType: 'callback' })], {
      participantName: 'sales',
    });
    const called = {
      ...first,
      sessions: [{ ...first.sessions[0] }, session({ tTalk: 5, tAcw: 5 }, [], { mediaType: 'callback' })],
    };
    expect(await callOf([customer, asked, called])).toMatchObject({
      callType: 'sales',
      waitMs: 12_000,
      talkMs: 90_000,
      wrapMs: 40_000,
    });
  });

  it('that is pulled again counts once, as it came last', async () => {
    const { calls } = await read([conversation([customer, first]), conversation([customer, second])]);
    expect(calls.map(({ call }) => [call.talkMs, call.details?.source_records])).toEqual([[30_000, 2]]);
  });

  it('that is still on, or by no telephone, is left out', async () => {
    const { conversationEnd: _, ...open } = conversation([customer, first]);
    expect(await reasonsOf(open)).toEqual([[null, 'rejects.still_open', null]]);
    const chat = participant('agent', [session({ tTalk: 5 }, [], { mediaType: 'message' })]);
    expect(await reasonsOf(conversation([chat]))).toEqual([[null, 'rejects.not_voice', null]]);
    expect(await callOf([customer, first, chat])).toMatchObject({ talkMs: 90_000 });
  });

  it('that lacks what it cannot do without is a fault by its path', async () => {
    const broken = agent('u-a', { tTalk: 'long', tAlert: -3 }, []);
    expect(await reasonsOf({ ...conversation([customer, broken]), conversationStart: 'soon' })).toEqual([
      ['conversationStart', 'rejects.not_a_time', 'soon'],
      ['participants[1].sessions[0].metrics[0].value', 'rejects.not_milliseconds', 'long'],
    ]);
  });
});

it('pages one after the other, single conversations and lines of them are all read', async () => {
  const [a, b] = ['g-1', 'g-2'].map((conversationId) => conversation([customer, first], { conversationId }));
  const page = (...conversations: unknown[]) => JSON.stringify({ conversations, totalHits: conversations.length });
  for (const text of [
    page(a) + page(b),
    `${page(a)}\n${page(b)}`,
    page(a, b),
    JSON.stringify([a, b]),
    `${JSON.stringify(a)}\n${JSON.stringify(b)}`,
    JSON.stringify(a, null, 2) + JSON.stringify(b),
  ]) {
    const { calls, formats } = await readSample(text);
    expect([calls.map(({ call }) => call.callId), formats]).toEqual([['g-1', 'g-2'], ['genesys']]);
  }
});

it('anything missing gives calls or faults, and never throws', async () => {
  const whole = JSON.stringify(conversation([customer, acd('sales', { tAcd: 1 }), absent, first, second]));
  const keys = [...new Set([...whole.matchAll(/"(\w+)":/g)].map(([, key = '']) => key))];
  const values = fc.constantFrom(undefined, null, '', 'x', -1, {}, [], true);
  await fc.assert(
    fc.asyncProperty(fc.subarray(keys, { minLength: 1, maxLength: 4 }), values, async (dropped, value) => {
      const record = JSON.parse(whole, (key, own) => (dropped.includes(key) ? value : own));
      const { calls, rejects, rows } = await readSample(JSON.stringify([record]), { format: 'genesys' });
      expect(rows).toBe(1);
      expect(Math.sign(calls.length) + Math.sign(rejects.length)).toBe(1);
    }),
  );
});
