import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asExpected, expectation, expectedOf } from '../../platform/expected.test-data.ts';
import { readSample } from '../../platform/read-sample.test-data.ts';

const arn = (kind: string, id: string) => `arn:aws:connect:eu-central-1:111122223333:instance/i-1/${kind}/${id}`;
const at = (clock: string) => `2026-05-04T${clock}Z`;

const agent = (values: Record<string, unknown> = {}) => ({
  ARN: arn('agent', 'a-7'),
  Username: 'a.seven',
  ConnectedToAgentTimestamp: at('09:00:20'),
  AgentInteractionDuration: 100,
  CustomerHoldDuration: 9,
  AfterContactWorkDuration: 40,
  HierarchyGroups: null,
  ...values,
});

/** An inbound contact that an agent answered, unless said otherwise. */
const contact = (values: Record<string, unknown> = {}) => ({
  AWSContactTraceRecordFormatVersion: '2017-03-10',
  ContactId: 'c-1',
  InitialContactId: null,
  PreviousContactId: null,
  NextContactId: null,
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: at('09:00:00'),
  ConnectedToSystemTimestamp: at('09:00:00'),
  DisconnectTimestamp: at('09:02:09'),
  LastUpdateTimestamp: at('09:05:00'),
  CustomerEndpoint: { Address: '+4930555001', Type: 'TELEPHONE_NUMBER' },
  Queue: {
    ARN: arn('queue', 'q-1'),
    Name: 'orders',
    EnqueueTimestamp: at('09:00:08'),
    DequeueTimestamp: at('09:00:20'),
    Duration: 12,
  },
  Agent: agent(),
  TransferCompletedTimestamp: null,
  TransferredToEndpoint: null,
  ...values,
});

const queue = (Duration: number, Name = 'orders') => ({ Name, EnqueueTimestamp: at('09:00:08'), Duration });
const second = (values: Record<string, unknown> = {}) =>
  contact({
    ContactId: 'c-2',
    InitialContactId: 'c-1',
    PreviousContactId: 'c-1',
    InitiationMethod: 'TRANSFER',
    InitiationTimestamp: at('09:02:00'),
    Queue: queue(30, 'billing'),
    Agent: agent({
      Username: 'b.eight',
      AgentInteractionDuration: 50,
      CustomerHoldDuration: 1,
      AfterContactWorkDuration: 5,
    }),
    ...values,
  });

const lines = (records: readonly object[]) => records.map((record) => JSON.stringify(record)).join('\n');
const read = (records: readonly object[], options = {}) => readSample(lines(records), options);
const callOf = async (...records: readonly object[]) => {
  const { calls, rejects } = await read(records);
  expect(rejects).toEqual([]);
  return calls[0]!.call;
};
const reasonsOf = async (...records: readonly object[]) =>
  (await read(records, { format: 'amazon-connect' })).rejects.map(({ column, reason }) => [column, reason.key]);

describe('the real contact records', () => {
  it('come out as expected', async (context) => {
    const { bytes, calls: expected } = expectedOf(context, 'amazon-connect/contact-records.jsonl');
    const { calls, rejects, formats, rows } = await readSample(bytes);
    expect([rejects, formats, rows]).toEqual([[], ['amazon-connect'], 5]);
    const found = calls.map(({ call }) => asExpected(call)).sort((a, b) => (a.started_at < b.started_at ? -1 : 1));
    expect(found).toEqual(expected.map(expectation));
    expect(calls.map(({ call }) => call.revenue)).toEqual([null, null, null]);
  });
});

describe('a contact', () => {
  it('is a call: talk excludes hold, the queue is its type, UTC is its clock whatever the import says', async () => {
    expect(await callOf(contact())).toMatchObject({
      callId: 'c-1',
      callType: 'orders',
      direction: 'inbound',
      startedAt: Date.parse(at('09:00:00')),
      waitMs: 12_000,
      talkMs: 100_000,
      holdMs: 9_000,
      wrapMs: 40_000,
      answered: true,
      disposition: 'handled',
      outcome: 'other',
      agent: 'a.seven',
      customerRef: '#11',
      legOf: null,
    });
  });

  it('may have numbers as texts, other capitals, keys that an index made small, and fields nobody knows', async () => {
    const expected = await callOf(contact());
    const texts = contact({ Channel: 'Voice', InitiationMethod: 'inbound', NewField: { deep: [1] } });
    texts.Agent = agent({ AgentInteractionDuration: '100', CustomerHoldDuration: '9.0', StateTransitions: [] });
    expect(await callOf(texts)).toEqual(expected);
    const small = JSON.parse(lines([contact()]).replace(/"(\w+)":/g, (_, key: string) => `"${key.toLowerCase()}":`));
    expect(await callOf(small)).toEqual(expected);
  });

  it('has null for what an older record lacks, and 0 where nobody answered', async () => {
    const { AfterContactWorkDuration: _, CustomerHoldDuration: __, ...short } = agent();
    expect(await callOf(contact({ Agent: short }))).toMatchObject({ talkMs: 100_000, holdMs: null, wrapMs: null });
    const lean = { ContactId: 'c-3', InitiationTimestamp: at('09:00:00'), DisconnectTimestamp: at('09:00:30') };
    expect(await callOf({ ...lean, Queue: queue(20) })).toMatchObject({
      waitMs: 20_000,
      talkMs: 0,
      holdMs: 0,
      wrapMs: 0,
      answered: false,
      disposition: 'abandoned',
      outcome: 'abandoned',
      agent: null,
      customerRef: null,
    });
    expect(await callOf({ ...lean, InitiationMethod: 'INBOUND' })).toMatchObject({
      waitMs: null,
      disposition: 'not_queued',
      outcome: 'other',
    });
  });

  it('has its wait by the moments where no duration is given, and its queue and agent by their ARN', async () => {
    const { Duration: _, Name: __, DequeueTimestamp: ___, ...queued } = contact().Queue;
    expect(await callOf(contact({ Queue: queued, Agent: agent({ Username: null }) }))).toMatchObject({
      waitMs: 12_000,
      callType: 'q-1',
      agent: 'a-7',
    });
  });

  it.each([
    ['INBOUND', 'inbound'],
    ['WEBRTC_API', 'inbound'],
    ['OUTBOUND', 'outbound'],
    ['API', 'outbound'],
    ['CALLBACK', 'outbound'],
  ])('that began as %s is %s', async (method, direction) => {
    expect(await callOf(contact({ InitiationMethod: method }))).toMatchObject({ direction });
  });

  it('that an agent dialled in vain is no contact, and its after-call work is work', async () => {
    const vain = contact({
      InitiationMethod: 'OUTBOUND',
      ConnectedToSystemTimestamp: null,
      Queue: null,
      Agent: agent({ AgentInteractionDuration: 0, CustomerHoldDuration: 0, AfterContactWorkDuration: 8 }),
    });
    expect(await callOf(vain)).toMatchObject({
      answered: false,
      talkMs: 0,
      wrapMs: 8_000,
      outcome: 'no_contact',
      waitMs: null,
    });
  });

  it('that lacks what it cannot do without is a fault under its own name', async () => {
    expect(await reasonsOf(contact({ ContactId: '' }))).toEqual([['ContactId', 'rejects.empty']]);
    expect(await reasonsOf(contact({ Agent: agent({ AgentInteractionDuration: null }) }))).toEqual([
      ['Agent.AgentInteractionDuration', 'rejects.empty'],
    ]);
    expect(await reasonsOf(contact({ Agent: agent({ AgentInteractionDuration: 'long' }), Queue: queue(-1) }))).toEqual([
      ['Queue.Duration', 'rejects.negative_duration'],
      ['Agent.AgentInteractionDuration', 'rejects.not_seconds'],
    ]);
  });

  it.each([
    ['rejects.monitored', { InitiationMethod: 'Monitor' }],
    ['rejects.outside_party', { InitiationMethod: 'EXTERNAL_OUTBOUND' }],
    ['rejects.not_voice', { Channel: 'CHAT' }],
    ['rejects.not_voice', { Channel: 'Task' }],
    ['rejects.still_open', { DisconnectTimestamp: null, Agent: agent({ AfterContactWorkDuration: null }) }],
    [
      'rejects.still_open',
      { DisconnectTimestamp: null, Agent: null, Queue: { Name: 'orders', EnqueueTimestamp: at('09:00:08') } },
    ],
  ])('is left out: %s of %j', async (reason, values) => {
    expect(await reasonsOf(contact(values))).toEqual([[null, reason]]);
  });
});

describe('a contact that is delivered again', () => {
  const states = [1, 2, 3].map((minute) =>
    contact({ LastUpdateTimestamp: at(`09:0${minute}:00`), Agent: agent({ AfterContactWorkDuration: minute }) }),
  );

  it('counts once, in its newest state, in whatever order it came', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(states, { minLength: 3 }), async (shuffled) => {
        const { calls } = await read(shuffled);
        expect(calls).toHaveLength(1);
        expect(calls[0]?.call).toMatchObject({ wrapMs: 3_000, details: { source_records: 3 } });
      }),
      { numRuns: 12 },
    );
  });

  it('counts as it came last where its states are equally new, or do not say', async () => {
    const same = states.map((record) => ({ ...record, LastUpdateTimestamp: at('09:09:00') }));
    expect(await callOf(...same)).toMatchObject({ wrapMs: 3_000 });
    expect(await callOf(...states.map(({ LastUpdateTimestamp: _, ...record }) => record))).toMatchObject({
      wrapMs: 3_000,
    });
  });
});

describe('a transfer', () => {
  const first = contact({ NextContactId: 'c-2' });

  it('joins contacts into one call under the first id, whatever their order: agents as legs, the first wait', async () => {
    for (const records of [
      [first, second()],
      [second(), first],
    ]) {
      const { calls, rejects } = await read(records);
      expect(rejects).toEqual([]);
      expect(calls.map(({ call }) => [call.callId, call.legOf])).toEqual([
        ['c-1', null],
        ['c-2', 'c-1'],
      ]);
      expect(calls[0]?.call).toMatchObject({
        callType: 'orders',
        waitMs: 12_000,
        talkMs: 150_000,
        holdMs: 10_000,
        wrapMs: 45_000,
        agent: 'b.eight',
        disposition: 'handled',
        details: { source_records: 2, transfers: 1 },
      });
      expect(calls[1]?.call).toMatchObject({ talkMs: 50_000, callType: 'billing', waitMs: 30_000 });
    }
  });

  it('counts the last agent alone where the program says so', async () => {
    const programs = new Map([
      ['default', { direction: 'inbound', currency: 'EUR', transferTime: 'last_leg' } as const],
    ]);
    const { calls } = await read([first, second()], { programs });
    expect(calls[0]?.call).toMatchObject({ talkMs: 50_000, holdMs: 1_000, wrapMs: 5_000 });
  });

  it('finds the first contact where that has its own id as the initial one', async () => {
    const { calls } = await read([{ ...first, InitialContactId: 'c-1' }, second()]);
    expect(calls.map(({ call }) => call.callId)).toEqual(['c-1', 'c-2']);
  });

  it('from queue to queue before any agent adds the waits, and the queue that answered counts', async () => {
    const { calls } = await read([
      contact({ Agent: null, NextContactId: 'c-2' }),
      second({ InitiationMethod: 'QUEUE_TRANSFER', InitiationTimestamp: at('09:00:21') }),
    ]);
    expect(calls[0]?.call).toMatchObject({
      callId: 'c-1',
      waitMs: 42_000,
      callType: 'billing',
      answered: true,
      talkMs: 50_000,
    });
  });

  it('to somebody outside is a call that was transferred', async () => {
    const outside = { TransferCompletedTimestamp: at('09:02:00'), TransferredToEndpoint: { Address: '+4930555009' } };
    expect(await callOf(contact(outside))).toMatchObject({ disposition: 'transferred', outcome: 'transferred' });
    expect(await callOf({ ...first, ...outside }, second())).toMatchObject({ disposition: 'handled' });
  });

  it('whose first contact came in another delivery keeps its own id, and is a leg when both come', async () => {
    expect(await callOf(second())).toMatchObject({ callId: 'c-2', legOf: null, direction: 'inbound', talkMs: 50_000 });
    expect(await callOf(first)).toMatchObject({ details: { next_contact: 'c-2' } });
  });

  it('to a survey that nobody answers changes nothing but the count of records', async () => {
    const survey = second({ InitiationMethod: 'DISCONNECT', Agent: null, Queue: null });
    expect(await callOf(first, survey)).toMatchObject({
      talkMs: 100_000,
      disposition: 'handled',
      details: { source_records: 2 },
    });
  });
});

describe('a callback', () => {
  it('is a call of its own, outbound; the call that asked for it says so', async () => {
    const asked = contact({ Agent: null, NextContactId: 'c-2' });
    const { calls } = await read([
      second({ InitiationMethod: 'CALLBACK', InitiationTimestamp: at('09:40:00') }),
      asked,
    ]);
    expect(calls.map(({ call }) => [call.callId, call.legOf, call.direction, call.outcome, call.talkMs])).toEqual([
      ['c-1', null, 'inbound', 'callback', 0],
      ['c-2', null, 'outbound', 'other', 50_000],
    ]);
  });
});

describe('a document', () => {
  it.each<[string, string]>([
    ['a list', JSON.stringify([contact(), contact({ ContactId: 'c-9' })])],
    [
      'pretty objects, one after the other',
      [contact(), contact({ ContactId: 'c-9' })].map((one) => JSON.stringify(one, null, 2)).join('\n'),
    ],
    ['objects without anything between them', lines([contact(), contact({ ContactId: 'c-9' })]).replace('\n', '')],
    ['a list in an object', JSON.stringify({ ContactTraceRecords: [contact(), contact({ ContactId: 'c-9' })] })],
  ])('may be %s', async (_, text) => {
    const { calls, rejects, formats } = await readSample(text);
    expect([rejects, formats]).toEqual([[], ['amazon-connect']]);
    expect(calls.map(({ call }) => call.callId)).toEqual(['c-1', 'c-9']);
  });

  it('with anything missing or odd anywhere gives calls or faults, and never throws', async () => {
    const odd = fc.constantFrom<unknown>(null, '', 'x', -1, 1e21, [], {}, true, '2026-02-30T00:00:00Z');
    const paths = fc.constantFrom(
      ...Object.keys(contact()).map((key) => [key]),
      ...Object.keys(agent()).map((key) => ['Agent', key]),
      ...Object.keys(contact().Queue).map((key) => ['Queue', key]),
    );
    const changes = fc.array(fc.tuple(paths, fc.option(odd, { nil: undefined })), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const record = structuredClone(contact()) as unknown as Record<string, Record<string, unknown>>;
        for (const [path, value] of list) {
          const [outer = '', inner] = path;
          if (inner === undefined) record[outer] = value as never;
          else if (typeof record[outer] === 'object' && record[outer] !== null) record[outer][inner] = value;
        }
        const { calls, rejects, rows } = await read([record, second()], { format: 'amazon-connect' });
        expect(rows).toBe(2);
        expect(calls.length + rejects.length).toBeGreaterThan(1);
      }),
    );
  });
});
