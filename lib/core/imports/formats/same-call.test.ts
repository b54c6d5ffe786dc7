import { describe, expect, it } from 'vitest';
import { readSample } from '../platform/read-sample.test-data.ts';

/**
 * One call as platforms log it (log-formats.md 4.13): it begins at 00:59:50 UTC on 29 March 2026, is answered 15 seconds
 * later, ends 110 seconds after that, and Berlin's clock moves 1 h 2 min meanwhile.
 */
const logs = {
  'amazon-connect': JSON.stringify({
    ...{
      ContactId: 'c-11',
      InitiationMethod: 'INBOUND',
      Channel: 'VOICE',
      Attributes: { vendor: 'A', saleMinor: '12000' },
    },
    ...{ InitiationTimestamp: '2026-03-29T00:59:50Z', LastUpdateTimestamp: '2026-03-29T01:12:00Z' },
    Queue: {
      ...{
        Name: 'sales',
        EnqueueTimestamp: '2026-03-29T00:59:52Z',
        DequeueTimestamp: '2026-03-29T01:00:05Z',
        Duration: 13,
      },
    },
    Agent: {
      ...{ Username: 'a7', ConnectedToAgentTimestamp: '2026-03-29T01:00:05Z' },
      ...{ AgentInteractionDuration: 101, CustomerHoldDuration: 9, AfterContactWorkDuration: 40 },
    },
  }),
  ringba: JSON.stringify({
    ...{ inboundCallId: 'RGB10', callDt: 1774745990000, callLengthInSeconds: 125, connectedCallLengthInSeconds: 110 },
    ...{
      hasConnected: true,
      hasConverted: true,
      hasPayout: true,
      isDuplicate: false,
      isLive: false,
      conversionAmount: 45,
    },
    ...{ payoutAmount: 30, telcoCost: 0.06, totalCost: 30.06, targetName: 'Vendor A' },
  }),
  aircall: JSON.stringify({
    ...{ id: 8, direction: 'inbound', status: 'done', started_at: 1774745990, answered_at: 1774746005 },
    ...{
      ended_at: 1774746115,
      duration: 125,
      cost: '0.02',
      missed_call_reason: null,
      user: { id: 3 },
      transferred_to: null,
    },
  }),
  'asterisk-cdr':
    '"vendA","5550100","600","from-trunk","""Ann"" <5550100>","PJSIP/t1-0001","PJSIP/a7-0002","Queue","sales,t,,,60","2026-03-29 01:59:50","2026-03-29 03:00:05","2026-03-29 03:01:55",125,110,"ANSWERED","DOCUMENTATION","1774745990.1",""\n',
  'asterisk-queue-log': [
    '1774745990|1774745990.1|sales|NONE|ENTERQUEUE||5550100|1',
    '1774746000|1774745990.1|sales|PJSIP/a6|RINGNOANSWER|8000',
    '1774746005|1774745990.1|sales|PJSIP/a7|CONNECT|15|1774746000.2|5',
    '1774746115|1774745990.1|sales|PJSIP/a7|COMPLETECALLER|15|110|1',
    '',
  ].join('\n'),
} as const;

async function callIn(log: string) {
  const { calls, rejects, formats } = await readSample(log, { timezone: 'Europe/Berlin' });
  expect(rejects).toEqual([]);
  expect(calls).toHaveLength(1);
  return { formats, call: calls[0]!.call };
}

describe('five logs of one call, in the night when clocks change', () => {
  it.each(Object.entries(logs))('%s tells when it began and how long it was spoken', async (platform, log) => {
    const { formats, call } = await callIn(log);
    expect(formats).toEqual([platform]);
    expect(new Date(call.startedAt).toISOString()).toBe('2026-03-29T00:59:50.000Z');
    expect(call.talkMs + (call.holdMs ?? 0)).toBe(110_000);
    expect([call.answered, call.direction]).toEqual([true, 'inbound']);
  });

  it.each(Object.entries(logs))(
    '%s has the caller wait 15 seconds, less what its queue did not see',
    async (platform, log) => {
      const { call } = await callIn(log);
      expect(call.waitMs).toBe(platform === 'amazon-connect' ? 13_000 : 15_000);
    },
  );
});
