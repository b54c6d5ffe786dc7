import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callLog, declare, importLog, norte, runCli, testSession } from '#testing';

const session = await testSession();
const cli = (...args: string[]) => runCli(session, args);
const folder = mkdtempSync(join(tmpdir(), 'breakeven-quality-'));
let batch = '';

beforeAll(async () => {
  await declare(session, norte);
  const call = { wait_s: 8, hold_s: 5, wrap_s: 20, answered: 'true', outcome: 'resolved', agent: 'ana' };
  const rows = [
    { call_id: 'a', started_at: '2026-02-02T09:00:07Z', talk_s: 60, ...call },
    { call_id: 'b', started_at: '2026-02-02T09:01:07Z', talk_s: 60, ...call },
    { call_id: 'c', started_at: '2026-02-03T09:00:07Z', talk_s: 20_000, ...call },
  ];
  ({ batch } = await importLog(session, callLog(rows), { fileName: 'march.csv' }));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('quality', () => {
  it('says what is to be said of an import, looking at it where nobody has', async () => {
    const { status, out, err } = await cli('quality', batch);
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('Quality of march.csv, Vendor norte (2 – 3 Feb 2026)');
    expect(out).toContain('3 calls of 2 – 3 Feb 2026: 2 things are wrong.');
    expect(out).toContain('1 call has a handle time of more than 4 hours (33.3%).');
  });

  it('has its findings as JSON, the same every time', async () => {
    const first = await cli('quality', batch, '--json');
    const json = JSON.parse(first.out);
    expect(json).toMatchObject({ batch, severity: 'wrong', span: { first: '2026-02-02', last: '2026-02-03' } });
    // a is busy from 9:00:15 to 9:01:40, b begins at 9:01:15.
    expect(json.findings.find(({ check }: { check: string }) => check === 'overlaps')).toMatchObject({
      severity: 'wrong',
      says: 'many',
      figures: { calls: 1, tested: 3, minutes: 25 / 60 },
      examples: [{ file: 1, row: 3, callId: 'b', other: 'a', ms: 25_000 }],
    });
    expect((await cli('quality', batch, '--json')).out).toBe(first.out);
  });

  it.each(['csv', 'xlsx', 'pdf', 'json'])('is a file to forward: %s', async (format) => {
    const file = join(folder, `quality.${format}`);
    expect((await cli('export', 'quality', batch, '-o', file)).status).toBe(0);
    expect(readFileSync(file).length).toBeGreaterThan(500);
    if (format === 'csv')
      expect(readFileSync(file, 'utf8')).toContain('Wrong,Impossible values,1 call has a handle time');
  });

  it('is refused for what is no import', async () => {
    const { status, err } = await cli('quality', 'nothing');
    expect([status, err]).toEqual([2, 'no import nothing\n']);
  });
});
