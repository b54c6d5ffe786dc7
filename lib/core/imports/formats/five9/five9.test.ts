import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asExpected, expectation, expectedOf } from '../../platform/expected.test-data.ts';
import { readSample } from '../../platform/read-sample.test-data.ts';
import { say } from '../../said.test-data.ts';

const zone = 'America/Los_Angeles';

/** A row of the report: an agent's outbound call, unless said otherwise. */
const row = (values: Record<string, unknown> = {}) => ({
  'CALL ID': '9001',
  TIMESTAMP: 'Fri, 21 Aug 2026 09:00:06',
  CAMPAIGN: 'Rehash',
  'CALL TYPE': 'Outbound',
  AGENT: 'agent1',
  DISPOSITION: 'Interested',
  ANI: '7275550102',
  DNIS: '9075550100',
  'CALL TIME': '00:00:46',
  'BILL TIME (ROUNDED)': '00:00:48',
  COST: '0.0117',
  'IVR TIME': null,
  'QUEUE WAIT TIME': '00:00:00.235',
  'TALK TIME': '00:00:43',
  'HOLD TIME': '00:00:02',
  'AFTER CALL WORK TIME': '00:00:09',
  ABANDONED: '0',
  ...values,
});

const agentless = { AGENT: '[None]', 'TALK TIME': null, 'HOLD TIME': null, 'AFTER CALL WORK TIME': null };
const read = (rows: readonly object[], timezone: string | null = zone) =>
  readSample(JSON.stringify(rows), { timezone });
const callOf = async (...rows: readonly object[]) => {
  const { calls, rejects } = await read(rows);
  expect(rejects).toEqual([]);
  expect(calls).toHaveLength(1);
  return calls[0]!.call;
};

describe('the real call log', () => {
  it.for(['five9/call-log.csv', 'five9/call-log.json'])('%s comes out as expected', async (name, context) => {
    const { bytes, calls: expected } = expectedOf(context, name);
    const sample = expectedOf(context, 'five9/call-log.csv');
    const { calls, rejects, formats } = await readSample(bytes, { timezone: zone });
    expect([rejects, formats]).toEqual([[], ['five9']]);
    const wanted = expected.length > 0 ? expected : sample.calls;
    expect(calls.map(({ call }) => asExpected(call, zone))).toEqual(wanted.map(expectation));
    for (const [index, { call_time_s, billed_s_all_legs, cost_all_legs }] of wanted.entries()) {
      const details = calls[index]?.call.details;
      expect([details?.call_time_s, details?.billed_s]).toEqual([call_time_s, billed_s_all_legs]);
      expect(Number(details?.cost)).toBe(Number(cost_all_legs));
    }
    expect(calls.map(({ call }) => [call.answered, call.outcome])).toEqual([
      [true, 'other'],
      [true, 'no_contact'],
      [false, 'transferred'],
      [false, 'no_contact'],
    ]);
  });
});

describe('the legs of one CALL ID', () => {
  const origin = row({ ...agentless, 'CALL TYPE': 'Inbound', TIMESTAMP: 'Sun, 08 Mar 2026 01:59:30', COST: '0.0312' });
  const transfer = row({
    ...agentless,
    'CALL TYPE': '3rd party transfer',
    TIMESTAMP: 'Sun, 08 Mar 2026 03:00:10',
    DISPOSITION: null,
    COST: '0.0264',
    DNIS: '4075550123',
  });

  it('are one call that begins with its origin, 40 seconds before the clock change that it straddles', async () => {
    for (const legs of [
      [origin, transfer],
      [transfer, origin],
    ]) {
      const call = await callOf(...legs);
      expect(new Date(call.startedAt).toISOString()).toBe('2026-03-08T09:59:30.000Z');
      expect(call).toMatchObject({ direction: 'inbound', disposition: 'Interested', answered: false, talkMs: 0 });
      expect(call.details).toMatchObject({ source_records: 2, billed_s: 96, cost: '0.0576' });
    }
    expect((await callOf(transfer)).startedAt).toBe(Date.parse('2026-03-08T10:00:10Z'));
  });

  it('are agents one after the other; the one who ends the call says what it came to', async () => {
    const second = row({
      AGENT: 'agent2',
      TIMESTAMP: 'Fri, 21 Aug 2026 09:00:50',
      DISPOSITION: 'Sale',
      'TALK TIME': '00:01:00',
    });
    const first = row({ DISPOSITION: 'Agent Transfer' });
    const call = await callOf(second, first);
    expect(call).toMatchObject({
      talkMs: 103_000,
      holdMs: 4_000,
      wrapMs: 18_000,
      agent: 'agent2',
      disposition: 'Sale',
    });
    const programs = new Map([
      ['default', { direction: 'inbound', currency: 'EUR', transferTime: 'last_leg' } as const],
    ]);
    const { calls } = await readSample(JSON.stringify([second, first]), { timezone: zone, programs });
    expect(calls[0]?.call).toMatchObject({ talkMs: 60_000, holdMs: 2_000, wrapMs: 9_000 });
  });

  it('count once where they are delivered again, and the later delivery stands', async () => {
    const later = row({ DISPOSITION: 'Sale', 'AFTER CALL WORK TIME': '00:00:20' });
    const call = await callOf(row({ 'AFTER CALL WORK TIME': null }), later);
    expect(call).toMatchObject({ talkMs: 43_000, wrapMs: 20_000, disposition: 'Sale' });
    expect(call.details).toMatchObject({ cost: '0.0117', source_records: 2 });
  });

  it('may come in any order', async () => {
    const legs = [
      row({ DISPOSITION: 'Agent Transfer' }),
      row({ AGENT: 'b', TIMESTAMP: '2026-08-21 09:01:00' }),
      origin,
      transfer,
    ];
    const [expected] = (await read(legs)).calls;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(legs, { minLength: legs.length }), async (shuffled) => {
        expect(await callOf(...shuffled)).toEqual(expected?.call);
      }),
      { numRuns: 24 },
    );
  });

  it('are left out where no customer is in them', async () => {
    const { calls, rejects } = await read([
      row({ 'CALL TYPE': 'Internal' }),
      row({ 'CALL ID': '7', 'CALL TYPE': 'Test' }),
    ]);
    expect(calls).toEqual([]);
    expect(rejects.map(({ reason }) => say(reason))).toEqual(Array(2).fill(expect.stringContaining('no customer')));
    expect((await callOf(row({ 'CALL TYPE': 'Internal', AGENT: 'b' }), row())).talkMs).toBe(86_000);
  });
});

describe('a row', () => {
  it('has no agent where it says [None], and nobody spoke: 0 where the report has a column, else unknown', async () => {
    expect(await callOf(row(agentless))).toMatchObject({
      agent: null,
      answered: false,
      talkMs: 0,
      holdMs: 0,
      wrapMs: 0,
    });
    const { 'HOLD TIME': _, 'AFTER CALL WORK TIME': __, ...short } = row(agentless);
    expect(await callOf(short)).toMatchObject({ talkMs: 0, holdMs: null, wrapMs: null });
    expect(await callOf(row({ 'HOLD TIME': null }))).toMatchObject({ talkMs: 43_000, holdMs: null });
  });

  it("does not take an agent's talk for 0 where it is not written", async () => {
    const { calls, rejects } = await read([row({ 'TALK TIME': null })]);
    expect([calls, rejects.map(({ column, reason }) => [column, reason.key])]).toEqual([
      [],
      [['TALK TIME', 'rejects.empty']],
    ]);
    expect(await callOf(row({ 'TALK TIME': null, DISPOSITION: 'No Answer' }))).toMatchObject({
      talkMs: 0,
      answered: false,
    });
    expect(await callOf(row({ 'TALK TIME': null, 'CALL TIME': '00:00:00' }))).toMatchObject({ talkMs: 0 });
  });

  it.each<[type: string, direction: string, customer: string]>([
    ['Inbound', 'inbound', '7275550102'],
    ['Inbound Voicemail', 'inbound', '7275550102'],
    ...['Outbound', 'Manual', 'Preview', 'Progressive', 'Predictive', 'Autodial', 'Queue Callback'].map(
      (type): [string, string, string] => [type, 'outbound', '9075550100'],
    ),
  ])('of CALL TYPE %s is %s', async (type, direction, customer) => {
    const hashCustomer = (reference: string) => reference;
    const { calls } = await readSample(JSON.stringify([row({ 'CALL TYPE': type })]), { timezone: zone, hashCustomer });
    expect(calls[0]?.call).toMatchObject({ direction, customerRef: customer });
  });

  it('is abandoned where Five9 says so and nobody answered', async () => {
    const abandoned = row({ ...agentless, 'CALL TYPE': 'Inbound', ABANDONED: '1', DISPOSITION: 'Abandon' });
    expect(await callOf(abandoned)).toMatchObject({ outcome: 'abandoned' });
    expect(await callOf({ ...abandoned, DISPOSITION: null })).toMatchObject({
      outcome: 'abandoned',
      disposition: null,
    });
  });

  it('takes talk without hold and park where the report has it', async () => {
    expect(await callOf(row({ 'TALK TIME LESS HOLD AND PARK': '00:00:41' }))).toMatchObject({ talkMs: 41_000 });
  });

  it('may be of the inbound report: a day, a skill and the path through the menu, no CALL TYPE, no COST', async () => {
    const csv = [
      'DATE,Timestamp,Call ID,Skill,Campaign,Agent,Disposition,ANI,DNIS,Queue Wait Time,Talk Time,Hold Time,After Call Work Time,Abandoned,IVR Path',
      '2026/08/21,09:00:06,31,Billing,,a1,Resolved,7275550102,9075550100,00:00:12,00:01:00,,00:00:05,0,Main>Billing',
      '2026/08/21,"Fri, 21 Aug 2026 09:05:06",32,Billing,Care,[None],Abandon,7275550103,9075550100,00:00:40,,,,1,Main',
    ].join('\r\n');
    const { calls, rejects, formats } = await readSample(csv, { timezone: zone });
    expect([rejects, formats]).toEqual([[], ['five9']]);
    expect(calls.map(({ call }) => [call.callId, call.callType, call.direction, call.waitMs, call.wrapMs])).toEqual([
      ['31', 'Billing', 'inbound', 12_000, 5_000],
      ['32', 'Care', 'inbound', 40_000, 0],
    ]);
    expect(calls[0]?.call.startedAt).toBe(Date.parse('2026-08-21T16:00:06Z'));
    expect(calls[0]?.call.details).not.toHaveProperty('cost');
  });

  it('may have numbers where others have text, and a campaign that was deleted', async () => {
    const call = await callOf(row({ 'CALL ID': 24_381, COST: 0.0036, ANI: 8_883_121_153, CAMPAIGN: '[Deleted]' }));
    expect(call).toMatchObject({ callId: '24381', callType: '[Deleted]', details: { cost: '0.0036' } });
  });

  it('tells all that is wrong with it', async () => {
    const { rejects } = await read([
      row({ 'CALL ID': '', 'TALK TIME': '43 s?' }),
      row({ TIMESTAMP: 'soon' }),
      row({ TIMESTAMP: 'Sun, 08 Mar 2026 02:30:00' }),
      row({ TIMESTAMP: null }),
    ]);
    expect(rejects.map(({ row: at, column, value }) => [at, column, value])).toEqual([
      [1, 'CALL ID', null],
      [1, 'TALK TIME', '43 s?'],
      [2, 'TIMESTAMP', 'soon'],
      [3, 'TIMESTAMP', 'Sun, 08 Mar 2026 02:30:00'],
      [4, 'TIMESTAMP', null],
    ]);
    await expect(read([row()], null)).rejects.toThrow('files.needs_zone');
  });

  it('loses columns and is a call or faults, never anything else', async () => {
    const names = Object.keys(row());
    await fc.assert(
      fc.asyncProperty(fc.subarray(names), async (kept) => {
        const some = Object.fromEntries(Object.entries(row()).filter(([name]) => kept.includes(name)));
        const { calls, rejected } = await readSample(JSON.stringify([some]), { timezone: zone, format: 'five9' });
        expect(calls.length + rejected).toBe(1);
      }),
      { numRuns: 60 },
    );
  });
});
