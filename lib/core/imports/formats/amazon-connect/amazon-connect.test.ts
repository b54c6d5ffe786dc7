import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asExpected, expectation, expectedOf } from '../../platform/expected.test-data.ts';
import { readSample } from '../../platform/read-sample.test-data.ts';
import { agent, at, callOf, contact, lines, queue, read, reasonsOf, second } from './contacts.test-data.ts';

describe('the real contact records', () => {
  it('come out as expected', async (context) => {
    const { bytes, calls: expected } = expectedOf(context, 'amazon-connect/contact-records.jsonl');
    const { calls, rejects, formats, rows } = await readSample(bytes);
    expect([rejects, formats, rows]).toEqual([[], ['amazon-connect'], 5]);
    const found = calls
      .map(({ call }) => asExpected(call))
      .sort((a, b) => (String(a.started_at) < String(b.started_at) ? -1 : 1));
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

  it('never shows the customer in a fault', async () => {
    expect(await callOf(contact({ CustomerEndpoint: '+4930555001' }))).toMatchObject({ customerRef: '#11' });
    const { rejects } = await read([contact({ CustomerEndpoint: ['+4930555001'], ContactId: null })]);
    expect(rejects.map(({ value }) => value)).toEqual([null, null]);
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
