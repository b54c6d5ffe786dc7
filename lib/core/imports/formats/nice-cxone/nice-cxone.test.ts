import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSample } from '../../platform/read-sample.test-data.ts';

/** A contact that an agent answered: 100 s of talk and 9 s of hold within 109 s with the agent. */
const contact = (values: Record<string, unknown> = {}) => ({
  contactId: 39_347_390_001,
  masterContactId: 39_347_390_001,
  contactStart: '2026-05-04T09:00:00.250Z',
  lastUpdateTime: '2026-05-04T09:05:00.000Z',
  isOutbound: false,
  mediaTypeName: 'Call',
  skillId: 4,
  skillName: 'Orders',
  campaignName: 'Shop',
  agentId: 501,
  firstName: 'A',
  lastName: 'Seven',
  abandoned: false,
  isShortAbandon: false,
  abandonSeconds: 0,
  preQueueSeconds: 8.5,
  inQueueSeconds: 12.25,
  postQueueSeconds: 0,
  agentSeconds: 109,
  holdSeconds: 9,
  holdCount: 1,
  confSeconds: 0,
  acwSeconds: 40,
  totalDurationSeconds: 129.75,
  primaryDispositionId: 17,
  fromAddr: '4930555001',
  toAddr: '4930555900',
  ...values,
});

const nobody = {
  agentId: 0,
  firstName: '',
  lastName: '',
  agentSeconds: 0,
  holdSeconds: 0,
  acwSeconds: 0,
  primaryDispositionId: 0,
};
const second = (values: Record<string, unknown> = {}) =>
  contact({
    ...{ contactId: 39_347_390_002, contactStart: '2026-05-04T09:02:00Z', agentId: 502, skillName: 'Billing' },
    ...{ agentSeconds: 50, holdSeconds: 0, acwSeconds: 5, inQueueSeconds: 30, primaryDispositionId: 18 },
    ...values,
  });

const read = (records: readonly object[], options = {}) =>
  readSample(JSON.stringify({ completedContacts: records }), options);
const callOf = async (...records: readonly object[]) => {
  const { calls, rejects } = await read(records);
  expect(rejects).toEqual([]);
  return calls[0]!.call;
};
const reasonsOf = async (...records: readonly object[]) =>
  (await read(records, { format: 'nice-cxone' })).rejects.map(({ column, reason }) => [column, reason.key]);

describe('a completed contact', () => {
  it('is a call: its wait is the queue, the menu before it is apart, talk is the time with the agent less hold', async () => {
    expect(await callOf(contact())).toMatchObject({
      callId: '39347390001',
      callType: 'Orders',
      direction: 'inbound',
      startedAt: Date.parse('2026-05-04T09:00:00.250Z'),
      ...{ waitMs: 12_250, talkMs: 100_000, holdMs: 9_000, wrapMs: 40_000, answered: true },
      ...{ disposition: '17', outcome: 'other', agent: '501', customerRef: '#10' },
      details: { source_records: 1, ivr_s: 8.5 },
    });
  });

  it.each([
    ['the duration adds up without hold', {}, 100_000],
    ['it adds up with hold beside the time with the agent', { totalDurationSeconds: 138.75 }, 109_000],
    ['it does not add up at all', { totalDurationSeconds: 500 }, 100_000],
    ['there is none', { totalDurationSeconds: null }, 100_000],
    ['hold is longer than the time with the agent', { holdSeconds: 200 }, 109_000],
    ['there was no hold', { holdSeconds: 0 }, 109_000],
    ['hold is not reported', { holdSeconds: null }, 109_000],
  ])('has its talk by what the duration is made of: %s', async (_, values, talkMs) => {
    expect(await callOf(contact(values))).toMatchObject({ talkMs });
  });

  it('may be of either generation of names, with texts for numbers, in a list or a page', async () => {
    const expected = await callOf(contact());
    const { contactStart, confSeconds, fromAddr, toAddr, ...rest } = contact();
    const newer = {
      ...rest,
      contactStartDate: contactStart,
      conferenceSeconds: confSeconds,
      fromAddress: fromAddr,
      toAddress: toAddr,
    };
    const texts = Object.fromEntries(Object.entries(newer).map(([name, value]) => [name, String(value)]));
    const pages = [
      [newer],
      { totalRecords: 1, contacts: [texts] },
      { resultSet: { completedContacts: [{ ...texts, transferIndicatorName: 'None', routingTime: '12706' }] } },
    ];
    for (const text of pages.map((page) => JSON.stringify(page))) {
      const { calls, rejects, formats } = await readSample(text);
      expect([rejects, formats, calls[0]?.call]).toEqual([[], ['nice-cxone'], expected]);
    }
  });

  it('may be a row of a table under the same names in any capitals', async () => {
    const { calls, rejects, formats } = await readSample(
      [
        'ContactID;MASTERCONTACTID;contactstart;IsOutbound;SkillName;AgentId;Abandoned;PreQueueSeconds;InQueueSeconds;AgentSeconds;HoldSeconds;ACWSeconds',
        '7;7;2026-05-04T09:00:00Z;False;Orders;501;False;1;12.5;109.0;9.0;40',
        '8;8;2026-05-04T09:10:00Z;False;Orders;;True;1;30;0;;',
      ].join('\n'),
    );
    expect([rejects, formats]).toEqual([[], ['nice-cxone']]);
    expect(calls.map(({ call }) => [call.talkMs, call.holdMs, call.wrapMs, call.waitMs, call.outcome])).toEqual([
      [100_000, 9_000, 40_000, 12_500, 'other'],
      [0, null, null, 30_000, 'abandoned'],
    ]);
  });

  it('may stand beside a column without a name, which is none of those that are missing', async () => {
    const { calls, rejects } = await readSample(
      ',contactId,contactStart,agentId,agentSeconds,inQueueSeconds\n77,1,2026-05-04T09:00:00Z,501,10,3\n',
    );
    expect(rejects).toEqual([]);
    expect(calls.map(({ call }) => [call.talkMs, call.holdMs, call.agent])).toEqual([[10_000, null, '501']]);
  });

  it.each([
    [
      'abandoned',
      'abandoned',
      { abandoned: true, isShortAbandon: true, inQueueSeconds: null, abandonSeconds: 4 },
      4_000,
    ],
    ['not_answered', 'other', {}, 12_250],
    ['not_queued', 'other', { inQueueSeconds: 0 }, 0],
    ['no_contact', 'no_contact', { isOutbound: true, inQueueSeconds: 0 }, 0],
  ])('that nobody answered is %s', async (disposition, outcome, values, waitMs) => {
    expect(await callOf(contact({ ...nobody, ...values }))).toMatchObject({
      ...{ disposition, outcome, waitMs, answered: false, talkMs: 0, holdMs: 0, wrapMs: 0, agent: null },
    });
  });

  it("that was outbound has the number called; nobody's id is 0, and his name will do", async () => {
    const call = await callOf(contact({ isOutbound: true, toAddr: '+4930555900123', agentId: null }));
    expect(call).toMatchObject({ direction: 'outbound', customerRef: '#14', agent: 'A Seven' });
  });

  it('that comes again when its after-call work is known counts once, in its newest state', async () => {
    const early = contact({ acwSeconds: 0, lastUpdateTime: '2026-05-04T09:02:30Z' });
    for (const records of [
      [early, contact()],
      [contact(), early],
    ])
      expect(await callOf(...records)).toMatchObject({ wrapMs: 40_000, details: { source_records: 2 } });
  });

  it.each([
    ['rejects.not_voice', { mediaTypeName: 'Chat' }],
    ['rejects.not_voice', { mediaTypeName: null, mediaType: 1 }],
    ['rejects.not_voice', { mediaTypeName: 'Voice Mail' }],
    ['rejects.still_open', { isActive: true }],
  ])('is left out: %s of %j', async (reason, values) => {
    expect(await reasonsOf(contact(values))).toEqual([[null, reason]]);
  });

  it('that lacks what it cannot do without is a fault under its own name', async () => {
    expect(await reasonsOf(contact({ agentSeconds: null, contactStart: null, holdSeconds: 'some' }))).toEqual([
      ['contactStart', 'rejects.empty'],
      ['holdSeconds', 'rejects.not_seconds'],
    ]);
    expect(await reasonsOf(contact({ agentSeconds: null }))).toEqual([['agentSeconds', 'rejects.empty']]);
    expect(await reasonsOf(contact({ ...nobody, agentSeconds: null }))).toEqual([]);
  });
});

describe('contacts of one master', () => {
  it("are one call, in any order: agents as legs, the first queue's wait, the last disposition", async () => {
    const records = [contact(), second()];
    for (const order of [records, records.toReversed()]) {
      const { calls } = await read(order);
      expect(calls.map(({ call }) => [call.callId, call.legOf])).toEqual([
        ['39347390001', null],
        ['39347390002', '39347390001'],
      ]);
      expect(calls[0]?.call).toMatchObject({
        ...{ waitMs: 12_250, talkMs: 150_000, holdMs: 9_000, wrapMs: 45_000, agent: '502', disposition: '18' },
        details: { source_records: 2, transfers: 1 },
      });
    }
  });

  it('keep their own id where the first one came in another delivery', async () => {
    expect(await callOf(second())).toMatchObject({ callId: '39347390002', legOf: null, callType: 'Billing' });
  });

  it('count no time of an agent who rings somebody up while the customer holds', async () => {
    const consult = second({ isOutbound: true, agentId: 501, agentSeconds: 8 });
    const { calls } = await read([contact(), consult]);
    expect(calls[0]?.call).toMatchObject({ talkMs: 100_000, agent: '501', disposition: '17' });
  });

  it('are one each where the master is 0 or missing', async () => {
    const { calls } = await read([contact({ masterContactId: 0 }), second({ masterContactId: null })]);
    expect(calls.map(({ call }) => call.legOf)).toEqual([null, null]);
  });
});

it('anything missing or odd gives calls or faults, and never throws', async () => {
  const values = fc.constantFrom<unknown>(undefined, null, '', 'x', -1, 1e21, {}, [], true);
  const names = fc.subarray(Object.keys(contact()), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(names, values, async (dropped, value) => {
      const record = { ...contact(), ...Object.fromEntries(dropped.map((name) => [name, value])) };
      const { calls, rejects } = await read([record], { format: 'nice-cxone' });
      expect(Math.sign(calls.length) + Math.sign(rejects.length)).toBe(1);
    }),
  );
});
