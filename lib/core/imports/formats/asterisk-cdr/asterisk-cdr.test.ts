import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asExpected, expectation, expectedOf } from '../../platform/expected.test-data.ts';
import { readSample } from '../../platform/read-sample.test-data.ts';

type Cells = Partial<
  Record<'account' | 'src' | 'dst' | 'context' | 'clid' | 'channel' | 'to' | 'app' | 'data', string>
> &
  Partial<Record<'start' | 'answer' | 'end' | 'disposition' | 'id' | 'linked', string>> &
  Partial<Record<'duration' | 'billsec' | 'sequence', number>>;

/** An answered call to a DID, unless said otherwise. */
const base: Required<Cells> = {
  account: '',
  src: '5550100123',
  dst: '600',
  context: 'from-trunk',
  clid: '"Ann" <5550100123>',
  channel: 'PJSIP/t1-0001',
  to: 'PJSIP/a7-0002',
  app: 'Dial',
  data: 'PJSIP/a7,30',
  start: '2026-03-02 09:00:00',
  answer: '2026-03-02 09:00:12',
  end: '2026-03-02 09:02:12',
  duration: 132,
  billsec: 120,
  disposition: 'ANSWERED',
  id: '1772442000.1',
  linked: '1772442000.1',
  sequence: 1,
};

const quoted = (cell: string | number) => (typeof cell === 'number' ? `${cell}` : `"${cell.replaceAll('"', '""')}"`);
const path = (row: Required<Cells>) => [
  ...[row.channel, row.to, row.app, row.data, row.start, row.answer, row.end].map(quoted),
  ...[row.duration, row.billsec, quoted(row.disposition), '"DOCUMENTATION"'],
];

/** A row as cdr_csv.c writes it, with 16 to 21 columns; an empty answer has no quotes. */
function stock(values: Cells = {}, columns = 21): string {
  const row = { ...base, ...values };
  const first = [row.account, row.src, row.dst, row.context, row.clid].map(quoted);
  const id = [quoted(row.id), '""'];
  const more = ['""', quoted(row.linked), `${row.sequence}`];
  const last = { 16: [], 17: id.slice(0, 1), 18: id, 19: more, 20: [id[0], ...more], 21: [...id, ...more] }[columns];
  return [...first, ...path(row), ...(last ?? [])].join(',').replaceAll('"",', ',');
}

function custom(values: Cells = {}): string {
  const row = { ...base, ...values };
  const first = [row.clid, row.src, row.dst, row.context].map(quoted);
  return [...first, ...path(row), '""', quoted(row.id), '""', `${row.sequence}`].join(',');
}

const read = (...rows: string[]) => readSample(`${rows.join('\n')}\n`);
const callOf = async (...rows: string[]) => {
  const { calls, rejects } = await read(...rows);
  expect(rejects).toEqual([]);
  expect(calls).toHaveLength(1);
  return calls[0]!.call;
};

describe('Master.csv', () => {
  it('comes out of real rows as expected', async (context) => {
    const { bytes, calls: expected } = expectedOf(context, 'asterisk/Master.stock-order-multileg.csv');
    const { calls, rejects, formats } = await readSample(bytes, { timezone: 'Europe/Moscow' });
    expect([rejects, formats]).toEqual([[], ['asterisk-cdr']]);
    expect(calls.map((made) => asExpected(made.call, 'Europe/Moscow'))).toEqual(expected.map(expectation));
    // The first two and the fifth hung up in the menu, before any telephone rang.
    expect(calls.map((made) => made.call.outcome)).toEqual([
      'other',
      'other',
      'abandoned',
      'other',
      'other',
      'other',
      'other',
      'other',
    ]);
  });

  it('means the same in any of its widths and orders', async () => {
    const expected = { waitMs: 12_000, talkMs: 120_000, agent: 'PJSIP/a7', direction: 'inbound', callType: '600' };
    for (const columns of [17, 18, 20, 21]) {
      const call = await callOf(stock({}, columns));
      expect(call).toMatchObject({ ...expected, callId: '1772442000.1', disposition: 'ANSWERED', answered: true });
      expect(call).toMatchObject({ holdMs: null, wrapMs: null, startedAt: Date.parse('2026-03-02T08:00:00Z') });
    }
    expect(await callOf(custom())).toMatchObject({ ...expected, callId: '1772442000.1' });
    expect(await callOf(stock({}, 19))).toMatchObject({ ...expected, callId: '1772442000.1' });
    expect(await callOf(stock({}, 16))).toMatchObject({ ...expected, callId: '2026-03-02 09:00:00 PJSIP/t1-0001' });
  });

  it('may be a table under a header, as a database or a web page gives it out', async () => {
    const csv = [
      'calldate,clid,src,dst,dcontext,channel,dstchannel,lastapp,lastdata,duration,billsec,disposition,uniqueid,did,recordingfile,linkedid',
      '2026-03-02 09:00:00,"""Ann"" <555>",5550100123,600,ext-queues,PJSIP/t1-0001,PJSIP/a7-0002,Queue,"sales,t",132,120,ANSWERED,1.2,600,,1.1',
    ].join('\n');
    const { calls, formats, rejects } = await readSample(csv);
    expect([rejects, formats]).toEqual([[], ['asterisk-cdr']]);
    expect(calls[0]?.call).toMatchObject({ callId: '1.1', waitMs: 12_000, talkMs: 120_000, agent: 'PJSIP/a7' });
  });
});

describe('the clock of the server', () => {
  it('is subtracted from nothing: a call of 29 March 2026 lasts 125 seconds, not an hour more', async () => {
    const straddling = { start: '2026-03-29 01:59:50', answer: '2026-03-29 03:00:05', end: '2026-03-29 03:01:55' };
    const call = await callOf(stock({ ...straddling, duration: 125, billsec: 110, app: 'Queue' }, 18));
    expect(call).toMatchObject({ startedAt: 1_774_745_990_000, waitMs: 15_000, talkMs: 110_000 });
  });

  it('goes back in autumn: the answer seems to come before the call', async () => {
    // 02:59:50 is summer time still, 00:59:50Z; 02:00:05 comes 15 seconds later, and an hour earlier on the clock.
    const back = { start: '2026-10-25 02:59:50', answer: '2026-10-25 02:00:05', end: '2026-10-25 02:01:55' };
    const call = await callOf(stock({ ...back, duration: 125, billsec: 110, id: '7.1', linked: '7.1' }));
    expect(call).toMatchObject({ startedAt: Date.parse('2026-10-25T00:59:50Z'), waitMs: 15_000, talkMs: 110_000 });
  });

  it('shows an hour twice; the id of the channel knows which', async () => {
    const repeated = { start: '2026-10-25 02:30:00', answer: '2026-10-25 02:30:12', end: '2026-10-25 02:32:12' };
    const at = async (epoch: number) => {
      const { calls, repeatedHour } = await read(stock({ ...repeated, id: `${epoch}.1`, linked: `${epoch}.1` }));
      return [calls[0]!.call.startedAt / 1000, repeatedHour];
    };
    const first = Date.parse('2026-10-25T00:30:00Z') / 1000;
    expect(await at(first)).toEqual([first, 1]);
    expect(await at(first + 3_600)).toEqual([first + 3_600, 0]);
    expect(await at(1_000_000_000)).toEqual([first, 1]);
  });

  it('must be named', async () => {
    await expect(readSample(stock(), { timezone: null })).rejects.toThrow('files.needs_zone');
  });
});

describe('the rows of one call', () => {
  const rang = { answer: '', billsec: 0, duration: 12, disposition: 'NO ANSWER', end: '2026-03-02 09:00:12' };
  const group = [
    stock({ to: 'PJSIP/a6-0001', sequence: 2, ...rang }),
    stock({ to: 'PJSIP/a7-0002', sequence: 3 }),
    stock({ to: 'PJSIP/a8-0003', sequence: 4, ...rang }),
  ];

  it('are one call, in whatever order: of many that rang, one answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(group, { minLength: 3 }), async (rows) => {
        expect(await callOf(...rows)).toMatchObject({ waitMs: 12_000, talkMs: 120_000, agent: 'PJSIP/a7' });
      }),
      { numRuns: 6 },
    );
    expect((await callOf(...group)).details).toEqual({ source_records: 3 });
    expect((await callOf(...group, ...group)).talkMs).toBe(120_000);
  });

  it('count a telephone behind a Local channel once', async () => {
    const loop = [
      stock({ to: 'Local/a7@queue-000c;1', sequence: 1 }),
      stock({ channel: 'Local/a7@queue-000c;2', dst: 'a7', context: 'queue', id: '1772442000.3', sequence: 2 }),
    ];
    for (const rows of [loop, loop.toReversed()])
      expect(await callOf(...rows)).toMatchObject({
        talkMs: 120_000,
        waitMs: 12_000,
        agent: 'PJSIP/a7',
        callType: '600',
      });
  });

  it('know a Local channel for an agent only where the telephone behind it has no row', async () => {
    expect(await callOf(stock({ to: 'Local/301@from-queue-1a2b,1' }, 18))).toMatchObject({
      agent: 'Local/301@from-queue',
      talkMs: 120_000,
    });
    const { calls, rejects } = await read(stock({ channel: 'Local/301@from-queue-1a2b,2' }, 18));
    expect([calls, rejects.map(({ reason }) => reason.key)]).toEqual([[], ['rejects.inner_half']]);
  });

  it('are agents one after the other where the call was handed over', async () => {
    const second = stock({
      ...{ to: 'PJSIP/b1-0009', sequence: 5, start: '2026-03-02 09:02:12', answer: '2026-03-02 09:02:12' },
      ...{ end: '2026-03-02 09:03:12', duration: 60, billsec: 60 },
    });
    expect(await callOf(second, stock())).toMatchObject({ talkMs: 180_000, waitMs: 12_000, agent: 'PJSIP/b1' });
    const programs = new Map([
      ['default', { direction: 'inbound', currency: 'EUR', transferTime: 'last_leg' } as const],
    ]);
    const { calls } = await readSample([second, stock()].join('\n'), { programs });
    expect(calls[0]?.call.talkMs).toBe(60_000);
  });

  it('that overlap on one telephone are one conversation', async () => {
    const again = stock({
      sequence: 2,
      start: '2026-03-02 09:01:12',
      answer: '2026-03-02 09:01:12',
      duration: 90,
      billsec: 90,
    });
    expect((await callOf(stock(), again)).talkMs).toBe(150_000);
  });

  it("are no agent's where the dial plan alone answered, though seconds are billed", async () => {
    const alone = stock({ to: '', app: 'Hangup', data: '', answer: base.start, billsec: 132 });
    expect(await callOf(alone)).toMatchObject({
      answered: false,
      talkMs: 0,
      waitMs: null,
      disposition: 'NO AGENT',
      outcome: 'other',
    });
    const unanswered = stock({ disposition: 'NO ANSWER', answer: base.start, billsec: 132 });
    expect(await callOf(unanswered)).toMatchObject({ answered: false, agent: null, outcome: 'abandoned' });
  });
});

describe('who calls', () => {
  const out = {
    src: '301',
    dst: '5550100999',
    context: 'from-internal',
    channel: 'SIP/301-0001',
    to: 'SIP/trunk-0002',
  };

  it('is the agent where an extension dials the telephone network', async () => {
    const hashCustomer = (reference: string) => reference;
    const { calls } = await readSample(stock({ ...out, account: 'winback' }), { hashCustomer });
    expect(calls[0]?.call).toMatchObject({
      ...{ direction: 'outbound', agent: 'SIP/301', customerRef: '5550100999', callType: 'winback' },
      ...{ talkMs: 120_000, waitMs: 12_000, answered: true, outcome: 'other' },
    });
    expect(await callOf(stock({ ...out, src: '4420794600' }))).toMatchObject({ direction: 'outbound' });
  });

  it.each([
    ['NO ANSWER', 'no_contact'],
    ['BUSY', 'no_contact'],
    ['FAILED', 'no_contact'],
    ['CONGESTION', 'no_contact'],
  ])('reaches nobody where it ends %s', async (disposition, outcome) => {
    const call = await callOf(stock({ ...out, disposition, answer: '', billsec: 0 }));
    expect(call).toMatchObject({ disposition, outcome, answered: false, talkMs: 0, waitMs: null, agent: 'SIP/301' });
  });

  it("is the customer from a number of the network, and of the program's direction between extensions", async () => {
    expect((await callOf(stock({ dst: '74951234567' }))).direction).toBe('inbound');
    const programs = new Map([
      ['default', { direction: 'outbound', currency: 'EUR', transferTime: 'every_leg' } as const],
    ]);
    const { calls } = await readSample(stock({ ...out, dst: '302' }), { programs });
    expect(calls[0]?.call.direction).toBe('outbound');
  });

  it('asked for a queue where the dial plan only took a step', async () => {
    expect((await callOf(stock({ dst: 's', app: 'Queue', data: 'sales,t,,,60' }))).callType).toBe('sales');
  });
});

describe('a row', () => {
  it('tells all that is wrong with it', async () => {
    const { calls, rejects } = await read(
      stock(),
      stock({ id: '2.1', linked: '2.1', start: '2026-03-29 02:30:00' }),
      stock({ id: '3.1', linked: '3.1', channel: '', disposition: '' }),
      'a,b,c',
    );
    expect(calls).toHaveLength(1);
    expect(rejects.map(({ row, column, reason }) => [row, column, reason.key])).toEqual([
      [2, 'start', 'rejects.skipped_time'],
      [3, 'disposition', 'rejects.empty'],
      [3, 'channel', 'rejects.empty'],
      [4, null, 'rejects.not_a_cdr'],
    ]);
  });

  it('loses columns and is a call or faults, never anything else', async () => {
    const names = [
      'calldate',
      'src',
      'dst',
      'channel',
      'dstchannel',
      'duration',
      'billsec',
      'disposition',
      'uniqueid',
      'linkedid',
    ];
    const cells = ['2026-03-02 09:00:00', '555', '600', 'SIP/t-1', 'SIP/a-2', '132', '120', 'ANSWERED', '1.2', '1.1'];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(names, { minLength: 2 }), async (kept) => {
        const csv = [kept, kept.map((name) => cells[names.indexOf(name)])].map((row) => row.join(',')).join('\n');
        const { calls, rejected } = await readSample(csv, { format: 'asterisk-cdr' });
        expect([1, 2]).toContain(calls.length + rejected);
      }),
      { numRuns: 60 },
    );
  });
});
