import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asExpected, expectation, expectedOf } from '../../platform/expected.test-data.ts';
import { readSample } from '../../platform/read-sample.test-data.ts';
import { say } from '../../said.test-data.ts';

const id = '1774745990.1';
const made = 1_774_745_990;
const line = (at: number, event: string, agent = 'NONE', queue = 'sales', callid = id) =>
  `${made + at}|${callid}|${queue}|${agent}|${event}`;

/** log-formats.md 4.13: one agent rings for 8 seconds and does not answer, another answers and speaks 110 seconds. */
const handled = [
  line(0, 'ENTERQUEUE||5550100|1'),
  line(10, 'RINGNOANSWER|8000', 'PJSIP/a6'),
  line(15, 'CONNECT|15|1774746000.2|5', 'PJSIP/a7'),
  line(125, 'COMPLETECALLER|15|110|1', 'PJSIP/a7'),
];
const master =
  '"vendA","5550100","600","from-trunk","""Ann"" <5550100>","PJSIP/t1-0001","PJSIP/a7-0002","Queue","sales,t,,,60","2026-03-29 01:59:50","2026-03-29 03:00:05","2026-03-29 03:01:55",125,110,"ANSWERED","DOCUMENTATION","1774745990.1",""';

const log = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const callOf = async (...lines: string[]) => {
  const { calls, rejects } = await readSample(log(lines), { timezone: null });
  expect(rejects).toEqual([]);
  expect(calls).toHaveLength(1);
  return calls[0]!.call;
};
const openIn = async (...lines: string[]) => {
  const { calls, rejects } = await readSample(log(lines));
  expect(calls).toEqual([]);
  return rejects.map(({ reason }) => say(reason));
};

describe('queue_log', () => {
  it("comes out of documentation's lines as expected; calls without an end are left out", async (context) => {
    const { bytes, calls: expected } = expectedOf(context, 'asterisk/queue_log.documentation-lines');
    const { calls, rejects, notCalls, formats } = await readSample(bytes, { timezone: null });
    const over = expected.filter(({ disposition }) => !disposition.startsWith('open'));
    expect(formats).toEqual(['asterisk-queue-log']);
    expect(calls.map((call) => asExpected(call.call))).toEqual(over.map(expectation));
    expect(rejects.map(({ value, reason }) => [value, say(reason)])).toEqual(
      expected
        .filter(({ disposition }) => disposition.startsWith('open'))
        .map(({ call_id }) => [call_id, expect.stringContaining('is not over in this log')]),
    );
    expect(notCalls).toBe(2);
  });

  it('takes the seconds of a call from its parameters, in whatever order its lines come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(handled, { minLength: 4 }), async (lines) => {
        expect(await callOf(...lines)).toMatchObject({
          ...{ callId: id, callType: 'sales', direction: 'inbound', startedAt: made * 1000, agent: 'PJSIP/a7' },
          ...{
            waitMs: 15_000,
            talkMs: 110_000,
            holdMs: null,
            wrapMs: null,
            disposition: 'COMPLETECALLER',
            outcome: 'other',
          },
        });
      }),
      { numRuns: 24 },
    );
    expect((await callOf(...handled, ...handled)).talkMs).toBe(110_000);
  });

  it.each([
    ['ABANDON|1|1|68', 68, 'abandoned'],
    ['EXITWITHTIMEOUT|1|2|60', 60, 'abandoned'],
    ['EXITEMPTY|1|2|30', 30, 'abandoned'],
    ['EXITWITHKEY|2|1|2|25', 25, 'abandoned'],
    ['EXITWITHTIMEOUT|1', 70, 'abandoned'],
  ])('knows the wait of %s', async (event, seconds, outcome) => {
    const call = await callOf(line(0, 'ENTERQUEUE||555|1'), line(70, event));
    expect(call).toMatchObject({ waitMs: seconds * 1000, talkMs: 0, answered: false, agent: null, outcome });
  });

  it.each(['JOINEMPTY|', 'FULL|', 'CLOSED|', 'JOINUNAVAIL|'])('waits for nothing at %s', async (event) => {
    expect(await callOf(line(3, event))).toMatchObject({
      waitMs: 0,
      answered: false,
      outcome: 'other',
      startedAt: (made + 3) * 1000,
    });
  });

  it.each([
    ['TRANSFER|5001|default|15|40|1'],
    ['TRANSFER|5001|default|15|40'],
    ['BLINDTRANSFER|5001|default|15|40|1'],
    ['ATTENDEDTRANSFER|BRIDGE|1f2e|15|40|1'],
    ['ATTENDEDTRANSFER|LINK|SIP/1-2|SIP/3-4|15|40|1'],
    ['TRANSFER|5001|default'],
  ])("ends the agent's part at %s", async (event) => {
    const call = await callOf(...handled.slice(0, 3), line(55, event, 'PJSIP/a7'));
    expect(call).toMatchObject({ waitMs: 15_000, talkMs: 40_000, agent: 'PJSIP/a7', outcome: 'transferred' });
  });

  it('follows a call from queue to queue', async () => {
    const call = await callOf(
      line(0, 'ENTERQUEUE||555|1', 'NONE', 'first'),
      line(60, 'EXITWITHTIMEOUT|1|1|60', 'NONE', 'first'),
      line(61, 'ENTERQUEUE||555|1', 'NONE', 'second'),
      line(70, 'CONNECT|9|1.2|3', 'Agent/3001', 'second'),
      line(100, 'BLINDTRANSFER|third|queues|9|30|1', 'Agent/3001', 'second'),
      line(101, 'ENTERQUEUE||555|1', 'NONE', 'third'),
      line(111, 'CONNECT|10|1.3|3', 'Agent/3002', 'third'),
      line(131, 'COMPLETEAGENT|10|20|1', 'Agent/3002', 'third'),
    );
    expect(call).toMatchObject({
      callType: 'third',
      agent: 'Agent/3002',
      waitMs: 79_000,
      talkMs: 50_000,
      outcome: 'other',
    });
  });

  it('begins where a line is missing as the id or the wait says', async () => {
    expect((await callOf(line(20, 'COMPLETEAGENT|2|12|1', 'a'))).startedAt).toBe(made * 1000);
    expect((await callOf(line(20, 'COMPLETEAGENT|2|12|1', 'a', 'q', 'abc'))).startedAt).toBe((made + 6) * 1000);
    expect((await callOf(line(20, 'ABANDON|1|1|6'))).startedAt).toBe((made + 14) * 1000);
  });

  it('leaves out calls that are not over, and counts lines that are of no call', async () => {
    const open = [expect.stringContaining('is not over in this log')];
    expect(await openIn(...handled.slice(0, 1))).toEqual(open);
    expect(await openIn(...handled.slice(0, 3))).toEqual(open);
    expect(await openIn(handled[1] ?? '')).toEqual(open);
    expect(await openIn(line(0, 'EXITWITHTIMEOUT|1|1|9'), line(1, 'ENTERQUEUE||555|1'))).toEqual(open);
    const others = [
      'ADDMEMBER|',
      'REMOVEMEMBER|',
      'PAUSE|lunch',
      'UNPAUSE|',
      'AGENTLOGIN|SIP/1',
      'CONFIGRELOAD|',
      'MYEVENT|x',
    ];
    const lines = others.map((event) => line(0, event, 'SIP/1', 'sales', event.startsWith('MY') ? id : 'NONE'));
    const { notCalls, rejected } = await readSample(log([...lines, ...handled]));
    expect([notCalls, rejected]).toEqual([7, 0]);
  });

  it("never takes an agent's time for 0 where it is not written", async () => {
    const unknown = [expect.stringContaining('how long the agent spoke')];
    expect(await openIn(line(9, 'COMPLETEAGENT|', 'a'))).toEqual(unknown);
    expect(await openIn(line(9, 'COMPLETEAGENT|2|long|1', 'a'))).toEqual(unknown);
    const { calls } = await readSample([log([line(125, 'COMPLETEAGENT|', 'a')]), master]);
    expect(calls[0]?.call).toMatchObject({ talkMs: 110_000, agent: 'a' });
  });

  it('may be a table, its times local or its parameters in one column', async () => {
    const table = [
      'id,time,callid,queuename,agent,event,data1,data2,data3,data4,data5',
      `1,2026-03-29 01:59:50.640421,${id},sales,NONE,ENTERQUEUE,,5550100,1,,`,
      `2,2026-03-29 03:00:05.1,${id},sales,PJSIP/a7,CONNECT,15,1774746000.2,5,,`,
      `3,2026-03-29 03:01:55,${id},sales,PJSIP/a7,COMPLETECALLER,15,110,1,,`,
    ].join('\n');
    const { calls, formats } = await readSample(table);
    expect(formats).toEqual(['asterisk-queue-log']);
    expect(calls[0]?.call).toMatchObject({ startedAt: made * 1000 + 640, waitMs: 15_000, talkMs: 110_000 });
    const old = `time;callid;queuename;agent;event;data\n${made + 125};${id};sales;SIP/1;COMPLETEAGENT;15|110|1\n`;
    expect((await readSample(old)).calls[0]?.call).toMatchObject({ waitMs: 15_000, talkMs: 110_000 });
  });

  it('tells what cannot be read, and is never anything but calls and faults', async () => {
    const { rejects } = await readSample(log([...handled, 'soon|1.1|q|NONE|ABANDON|1|1|2', '1774745990|1.1']));
    expect(rejects.map(({ row, column }) => [row, column])).toEqual([
      [5, 'time'],
      [6, 'event'],
    ]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.subarray(handled.join('|').split('|')), { maxLength: 8 }), async (lines) => {
        const text = log(['1|NONE|NONE|NONE|QUEUESTART|', ...lines.map((cells) => cells.join('|'))]);
        const result = await readSample(text, { format: 'asterisk-queue-log' });
        expect(result.calls.length + result.rejected + result.notCalls).toBeLessThanOrEqual(result.rows);
      }),
      { numRuns: 60 },
    );
  });
});

describe('queue_log and Master.csv in one delivery', () => {
  it('meet: the queue knows agent, queue and times, the call detail records the direction and the customer', async () => {
    const hashCustomer = (reference: string) => reference;
    for (const files of [
      [master, log(handled)],
      [log(handled), master],
    ]) {
      const { calls, rejects, formats } = await readSample(files, { hashCustomer });
      expect([rejects, formats.toSorted()]).toEqual([[], ['asterisk-cdr', 'asterisk-queue-log']]);
      expect(calls).toHaveLength(1);
      expect(calls[0]?.call).toMatchObject({
        ...{ callId: id, callType: 'sales', direction: 'inbound', agent: 'PJSIP/a7', customerRef: '5550100' },
        ...{ startedAt: made * 1000, waitMs: 15_000, talkMs: 110_000, disposition: 'COMPLETECALLER' },
        details: { source_records: 5 },
      });
    }
  });

  it('agree where either comes alone', async () => {
    const [byQueue] = (await readSample(log(handled))).calls;
    const [byRecord] = (await readSample(master)).calls;
    for (const part of ['startedAt', 'waitMs', 'talkMs', 'agent', 'direction', 'answered'] as const)
      expect(byRecord?.call[part]).toBe(byQueue?.call[part]);
  });

  it('mend each other: an end that the queue lost, an answer elsewhere, calls that are in one of them only', async () => {
    const lost = await readSample([log(handled.slice(0, 3)), master]);
    expect(lost.calls[0]?.call).toMatchObject({ talkMs: 110_000, callType: 'sales', disposition: 'ANSWERED' });
    const left = [handled[0] ?? '', line(10, 'EXITWITHTIMEOUT|1|1|10')];
    const elsewhere = await readSample([log(left), master]);
    expect(elsewhere.calls[0]?.call).toMatchObject({ talkMs: 110_000, waitMs: 10_000, answered: true });
    const abandoned = await readSample([log([handled[0] ?? '', line(10, 'ABANDON|1|1|10')]), master]);
    expect(abandoned.calls[0]?.call).toMatchObject({ talkMs: 0, answered: false, disposition: 'ABANDON' });
    const other = log([line(0, 'ENTERQUEUE||1|1', 'NONE', 'q', '9.9'), line(9, 'ABANDON|1|1|9', 'NONE', 'q', '9.9')]);
    expect((await readSample([other, master])).calls.map((call) => call.call.callId).toSorted()).toEqual([id, '9.9']);
  });
});
