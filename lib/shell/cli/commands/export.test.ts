import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callLog, declare, importLog, norte, runCli, testSession } from '#testing';

const session = await testSession();
const folder = mkdtempSync(join(tmpdir(), 'breakeven-export-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const exported = (...args: string[]) => runCli(session, ['export', ...args]);

const march = ['economics', '--from', '2026-03-01', '--to', '2026-04-01', '--by', 'vendor'];
const statement = ['statement', '--vendor', 'norte', '--month', '2026-03'];

beforeAll(async () => {
  await declare(session, norte);
  const call = (call_id: string) => ({ call_id, started_at: '2026-03-02 09:00', talk_s: 60, disposition: 'sale' });
  await importLog(session, callLog(['a', 'b', 'c'].map(call)));
});

describe('export', () => {
  it('writes the table of a command as CSV and as a workbook', async () => {
    for (const name of ['a.csv', 'a.xlsx'])
      expect(await exported(...march, '-o', at(name))).toMatchObject({ status: 0, err: '' });
    const [head = '', row = ''] = readFileSync(at('a.csv'), 'utf8').slice(1).split('\r\n');
    const { sheets } = await readXlsx(readFileSync(at('a.xlsx')));
    expect(sheets[0]?.name).toBe('Report');
    const place = head.split(',').indexOf('Handled calls');
    expect([row.split(',')[place], sheets[1]?.rows[1]?.[place]]).toEqual(['3', 3]);
  });

  it('writes a statement for print, and says what it wrote', async () => {
    const { status, out, err } = await exported(...statement, '--format', 'pdf', '--output', at('march'), '--json');
    expect([status, err]).toEqual([0, '']);
    const bytes = readFileSync(at('march'));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(JSON.parse(out)).toEqual({ file: at('march'), format: 'pdf', bytes: bytes.length });
  });

  it('writes the very document that the command answers', async () => {
    expect(await exported(...statement, '-o', at('march.json'))).toMatchObject({ status: 0 });
    const { out } = await runCli(session, [...statement, '--json']);
    expect(readFileSync(at('march.json'), 'utf8')).toBe(out);
    // Three calls at 3.60.
    expect(JSON.parse(out)).toMatchObject({ billed: '10.80' });
  });

  it.each([
    ['--output is required', [...statement, '--format', 'pdf']],
    ['no format "docx"', [...statement, '--format', 'docx', '-o', at('x')]],
    ['--format is required', [...statement, '-o', at('x.doc')]],
    ['cannot write', [...statement, '-o', join(folder, 'no', 'such', 'x.pdf')]],
    ['"nobody" is not a declared vendor', ['statement', '--vendor', 'nobody', '--month', '2026-03', '-o', at('x.csv')]],
    [
      '"nothing" is not a declared program',
      ['statement', '--vendor', 'norte', '--program', 'nothing', '--month', '2026-03', '-o', at('x.csv')],
    ],
    [
      '"nobody" is not a declared vendor',
      ['economics', '--vendor', 'nobody', '--from', '2026-03-01', '--to', '2026-04-01', '-o', at('x.csv')],
    ],
  ])('refuses and writes nothing: %s', async (said, args) => {
    const { status, out, err } = await exported(...args);
    expect(err).toContain(said);
    expect([status, out]).toEqual([2, '']);
    for (const name of ['x', 'x.doc', 'x.csv']) expect(existsSync(at(name))).toBe(false);
  });
});
