import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMicros } from '#money';
import { readSample } from '../../platform/read-sample.test-data.ts';

/** A call that was connected and converted. */
const record = (values: Record<string, unknown> = {}) => ({
  inboundCallId: 'RGB10',
  callDt: 1_777_885_200_250,
  campaignName: 'Roofing',
  campaignId: 'CA1',
  publisherName: 'Radio',
  targetName: 'Vendor A',
  buyer: 'Buyer B',
  inboundPhoneNumber: '+12255550123',
  callLengthInSeconds: 125,
  connectedCallLengthInSeconds: 110,
  timeToConnectInSeconds: 15,
  hasConnected: true,
  hasConverted: true,
  hasPayout: true,
  isDuplicate: false,
  isLive: false,
  conversionAmount: 45,
  payoutAmount: 30,
  telcoCost: 0.06,
  totalCost: 30.059999999999995,
  noConversionReason: null,
  endCallSource: 'Target',
  recordingUrl: 'https://example.com/r',
  ...values,
});

const read = (records: readonly object[], options = {}) =>
  readSample(
    JSON.stringify({ isSuccessful: true, report: { records, totalCount: records.length, partialResult: false } }),
    options,
  );
const callOf = async (...records: readonly object[]) => {
  const { calls, rejects } = await read(records);
  expect(rejects).toEqual([]);
  expect(calls).toHaveLength(1);
  return calls[0]!.call;
};
const reasonsOf = async (one: object) =>
  (await read([one], { format: 'ringba' })).rejects.map(({ column, reason, value }) => [column, reason.key, value]);

describe('a call', () => {
  it('is read: revenue is what the buyer pays, a payout is a detail, hold and wrap are unknown', async () => {
    expect(await callOf(record())).toMatchObject({
      callId: 'RGB10',
      callType: 'Roofing',
      direction: 'inbound',
      startedAt: 1_777_885_200_250,
      ...{ waitMs: 15_000, talkMs: 110_000, holdMs: null, wrapMs: null, answered: true },
      ...{ disposition: 'converted', outcome: 'sale', agent: null, customerRef: '#12' },
      ...{ revenue: parseMicros('45'), currency: 'EUR' },
      details: { source_records: 1, target: 'Vendor A', payout: '30', telco_cost: '0.06', total_cost: '30.06' },
    });
  });

  it('has what it does not report in its metric contract', async () => {
    const { ringba } = await import('./ringba.ts');
    expect(ringba.metrics.unreported).toEqual(['hold', 'wrap']);
  });

  it.each<[unknown, string | null]>([
    [45, '45'],
    ['45.00', '45'],
    ['$1,234.50', '1234.5'],
    [0.1 + 0.2, '0.3'],
    [0, '0'],
    [null, null],
    ['', null],
  ])('takes a conversion of %j exactly', async (conversionAmount, amount) => {
    const { revenue } = await callOf(record({ conversionAmount }));
    expect(revenue).toBe(amount === null ? null : parseMicros(amount));
  });

  it.each([
    [
      'not_converted',
      'no_sale',
      { hasConverted: false, conversionAmount: 0, noConversionReason: 'Call too short' },
      [15, 110],
      true,
    ],
    [
      'not_connected',
      'abandoned',
      {
        hasConverted: false,
        hasConnected: false,
        conversionAmount: 0,
        connectedCallLengthInSeconds: 0,
        timeToConnectInSeconds: 0,
      },
      [125, 0],
      false,
    ],
    [
      'blocked',
      'other',
      { hasConverted: false, hasConnected: false, conversionAmount: null, wasBlocked: true, callLengthInSeconds: 0 },
      [0, 0],
      false,
    ],
  ])('that did not convert is %s', async (disposition, outcome, values, [wait, talk], answered) => {
    expect(await callOf(record(values))).toMatchObject({
      ...{ disposition, outcome, answered, revenue: null, waitMs: wait! * 1000, talkMs: talk! * 1000 },
    });
  });

  it('of which nobody says whether it converted is neither a sale nor none', async () => {
    const { hasConverted: _, conversionAmount: __, ...unsaid } = record();
    expect(await callOf(unsaid)).toMatchObject({ disposition: 'connected', outcome: 'other', revenue: null });
    expect(await callOf({ ...unsaid, conversionAmount: 12 })).toMatchObject({
      disposition: 'converted',
      outcome: 'sale',
    });
  });

  it('has its talk and wait from its length where one of them is missing', async () => {
    const { connectedCallLengthInSeconds: _, ...noTalk } = record();
    expect(await callOf(noTalk)).toMatchObject({ talkMs: 110_000 });
    const { timeToConnectInSeconds: __, ...noWait } = record();
    expect(await callOf(noWait)).toMatchObject({ waitMs: 15_000 });
    const { hasConnected: ___, ...unsaid } = record();
    expect(await callOf(unsaid)).toMatchObject({ answered: true, talkMs: 110_000 });
  });

  it('may have been formatted: clocks, money signs, texts, a time of day in the zone of the import', async () => {
    const expected = await callOf(record({ callDt: 1_777_885_200_000 }));
    const formatted = record({
      ...{ callDt: '2026-05-04 11:00:00', callLengthInSeconds: '00:02:05', connectedCallLengthInSeconds: '0:01:50' },
      ...{
        timeToConnectInSeconds: '00:00:15',
        hasConnected: 'Yes',
        hasConverted: 'TRUE',
        isDuplicate: 'No',
        isLive: '0',
      },
      ...{
        conversionAmount: '$45.00',
        payoutAmount: '$30.00',
        profitGross: '12.3%',
        telcoCost: '0.06',
        totalCost: '$30.06',
      },
    });
    expect(await callOf(formatted)).toEqual(expected);
    expect(await callOf(record({ callDt: '1777885200' }))).toEqual(expected);
  });

  it('that comes again stands as it came last; a duplicate caller is a call, and said', async () => {
    expect(
      await callOf(record({ hasConverted: false, conversionAmount: 0 }), record({ isDuplicate: true })),
    ).toMatchObject({
      outcome: 'sale',
      details: { source_records: 2, duplicate: 'yes' },
    });
  });

  it('that is still on is left out, and one that lacks what it cannot do without is a fault', async () => {
    expect(await reasonsOf(record({ isLive: true }))).toEqual([[null, 'rejects.still_open', null]]);
    expect(await reasonsOf(record({ inboundCallId: null, conversionAmount: 'much' }))).toEqual([
      ['inboundCallId', 'rejects.empty', null],
      ['conversionAmount', 'rejects.not_an_amount', 'much'],
    ]);
    expect(await reasonsOf(record({ connectedCallLengthInSeconds: null, callLengthInSeconds: null }))).toEqual([
      ['connectedCallLengthInSeconds', 'rejects.empty', null],
    ]);
    expect(await reasonsOf(record({ callDt: 'noon' }))).toEqual([['callDt', 'rejects.not_a_time', 'noon']]);
  });
});

it('lists, lines, the older interface and tables of the same columns are all read', async () => {
  const expected = await callOf(record());
  const columns = Object.keys(record());
  const texts = [
    JSON.stringify([record()]),
    JSON.stringify(record()),
    JSON.stringify([{ columns: record(), events: [{ name: 'Connected' }], tags: [] }]),
    [columns, Object.values(record())].map((cells) => cells.map((cell) => `"${cell ?? ''}"`).join(',')).join('\n'),
  ];
  for (const text of texts) {
    const { calls, rejects, formats } = await readSample(text);
    expect([rejects, formats, calls.map(({ call }) => call)]).toEqual([[], ['ringba'], [expected]]);
  }
});

it('anything missing or odd gives calls or faults, and never throws', async () => {
  const values = fc.constantFrom<unknown>(undefined, null, '', 'x', -1, 1e21, {}, [], true);
  const names = fc.subarray(Object.keys(record()), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(names, values, async (dropped, value) => {
      const one = { ...record(), ...Object.fromEntries(dropped.map((name) => [name, value])) };
      const { calls, rejects } = await read([one], { format: 'ringba' });
      expect(Math.sign(calls.length) + Math.sign(rejects.length)).toBe(1);
    }),
  );
});
