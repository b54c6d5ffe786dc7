import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inputColumns } from '#imports';
import { callLog, declare, importLog, norte, projectDir, runCli, testSession } from '#testing';

const sale = 'o-1,n-2,norte,2026-03-02T15:10:00Z,sale,120,EUR,,';
const refund = 'o-2,n-2,norte,2026-03-14T10:00:00Z,refund,40,EUR,,';
const march = callLog([{ call_id: 'n-2', started_at: '2026-03-02T15:00:00Z', talk_s: 90, outcome: 'sale' }]);

describe('the command', () => {
  it('takes the sample, says what has no call, and shows the events of a call', async () => {
    const session = await testSession();
    await declare(session, norte);
    const path = join(tmpdir(), `revenue-${process.pid}.csv`);
    await importLog(session, march);
    writeFileSync(path, `${[inputColumns.revenue.join(','), sale, refund].join('\n')}\n`);
    const taken = await runCli(session, ['import', 'revenue', path, '--json']);
    expect([taken.status, taken.err]).toEqual([0, '']);
    expect(JSON.parse(taken.out)).toMatchObject({
      rows: 2,
      inserted: 2,
      updated: 0,
      unchanged: 0,
      byCallId: 2,
      days: 1,
    });
    const call = JSON.parse((await runCli(session, ['call', 'norte', 'n-2', '--json'])).out);
    expect(call).toMatchObject({ revenue: null, netRevenue: '80.00' });
    expect(call.events).toEqual([
      expect.objectContaining({
        eventId: 'o-1',
        kind: 'sale',
        amount: '120.00',
        matchedBy: 'call_id',
        bookedOn: '2026-03-02',
      }),
      expect.objectContaining({
        eventId: 'o-2',
        kind: 'refund',
        amount: '-40.00',
        occurredAt: '2026-03-14T10:00:00.000Z',
      }),
    ]);
    expect((await runCli(session, ['call', 'norte', 'n-2'])).out).toContain('net revenue 80.00 EUR');
    const sample = join(projectDir, 'samples/inputs/ok/revenue-of-one-vendor.csv');
    expect(readFileSync(sample, 'utf8')).not.toContain('vendor');
    const told = await runCli(session, ['import', 'revenue', sample, '--vendor', 'norte']);
    expect(told.out).toContain('1 name a call that has not come');
    expect(told.err).toContain('a clock change shows twice');
    expect((await runCli(session, ['import', 'revenue', path, '--timezone', 'Mars'])).status).toBe(2);
  });
});
