import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { callLog, contract, declare, importLog, program, runCli, testSession, vendor } from '#testing';

const folder = mkdtempSync(join(tmpdir(), 'breakeven-calls-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const session = await testSession();
await declare(session, {
  vendors: [vendor('norte')],
  programs: [program('orders')],
  contracts: [contract('norte', { rating: { excludeRepeatsWithinHours: 24, excludeShorterThanSeconds: 10 } })],
});
// b comes 3 h after a and is a repeat; c is too short; d is of another customer; e is of the next day.
await importLog(
  session,
  callLog([
    {
      call_id: 'a',
      started_at: '2026-03-02T08:00:00Z',
      talk_s: 60,
      customer_ref: 'k1',
      outcome: 'sale',
      revenue: '49.90',
      currency: 'EUR',
    },
    { call_id: 'b', started_at: '2026-03-02T11:00:00Z', talk_s: 61, customer_ref: 'k1', outcome: 'other' },
    { call_id: 'c', started_at: '2026-03-02T12:00:00Z', talk_s: 9.999, customer_ref: 'k2', outcome: 'other' },
    { call_id: '=d', started_at: '2026-03-02T22:59:59Z', talk_s: 62, customer_ref: 'k3', outcome: 'other' },
    { call_id: 'e', started_at: '2026-03-02T23:00:00Z', talk_s: 63, customer_ref: 'k4', outcome: 'other' },
  ]),
);

const run = (...args: string[]) => runCli(session, args);
const file = join(folder, 'calls.csv');
const day = ['--from', '2026-03-02', '--to', '2026-03-03'];

describe('export calls', () => {
  it('writes the calls of a filter with what was billed of them, and never a customer', async () => {
    const { status, out } = await run('export', 'calls', '-o', file, ...day, '--vendor', 'norte', '--json');
    expect([status, JSON.parse(out)]).toEqual([0, { file, format: 'csv', calls: 4 }]);
    const times = (talk: string, billed: number) => `${talk},,,${billed}`;
    expect(readFileSync(file, 'utf8')).toBe(
      [
        '\ufeffCall,Start,Time zone,Vendor,Program,Type,Outcome,Talk (s),Hold (s),Wrap (s),Billed (s),"Rate class, or why not billed",Revenue,Currency',
        `a,2026-03-02T08:00:00.000Z,Europe/Madrid,norte,orders,,Sale,${times('60', 60)},Standard,49.90,EUR`,
        `b,2026-03-02T11:00:00.000Z,Europe/Madrid,norte,orders,,Other,${times('61', 0)},Not billed: a repeat,,EUR`,
        `c,2026-03-02T12:00:00.000Z,Europe/Madrid,norte,orders,,Other,${times('9.999', 0)},Not billed: too short,,EUR`,
        `'=d,2026-03-02T22:59:59.000Z,Europe/Madrid,norte,orders,,Other,${times('62', 62)},Standard,,EUR`,
        '',
      ].join('\r\n'),
    );
    expect(readdirSync(folder)).toEqual(['calls.csv']);
  });

  it('takes the filters together', async () => {
    const { out } = await run('export', 'calls', '-o', file, '--billed', 'no', '--outcome', 'other', '--json');
    expect(JSON.parse(out)).toMatchObject({ calls: 2 });
    expect(await run('export', 'calls', '-o', file)).toMatchObject({ out: `${file}: 5 calls\n` });
  });

  it.each([
    [['--from', '2026-03-02'], '--from and --to go together'],
    [['--from', '2026-03-02', '--to', '2026-03-02'], '--to: 2026-03-02 is not after 2026-03-02'],
    [['--from', '2026-02-30', '--to', '2026-03-02'], '--from: not a calendar date (YYYY-MM-DD): "2026-02-30"'],
    [['--billed', 'perhaps'], '--billed: no "perhaps"; there are yes, no'],
    [['--outcome', 'bought'], '--outcome: no "bought"; there are sale,'],
    [['--contract', 'x'], '--contract: "x" is no number of a contract'],
  ])('refuses %j', async (args, message) => {
    const { status, err } = await run('export', 'calls', '-o', file, ...args);
    expect([status, err]).toEqual([2, expect.stringContaining(message)]);
  });

  it('says where it cannot write, and leaves nothing there', async () => {
    const nowhere = join(folder, 'no', 'calls.csv');
    const { status, err } = await run('export', 'calls', '-o', nowhere);
    expect([status, err]).toEqual([2, expect.stringContaining(`--output: cannot write ${nowhere}`)]);
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });
});

describe('call', () => {
  it('tells which call it repeats', async () => {
    const { out } = await run('call', 'norte', 'b');
    expect(out).toContain('rating: Not billed: a repeat. Repeat of call a, 3 h before.');
    const { rating } = JSON.parse((await run('call', 'norte', 'b', '--json')).out);
    expect(rating).toMatchObject({
      exclusion: 'repeat_within_hours',
      repeatOf: { callId: 'a', startedAt: '2026-03-02T08:00:00.000Z' },
      billedSeconds: 0,
    });
    expect((await run('call', 'norte', 'a')).out).toContain('billed as 60 s');
  });
});
