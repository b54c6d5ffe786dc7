import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callLog, declare, importLog, norte, runCli, testSession } from '#testing';

const session = await testSession();
const folder = mkdtempSync(join(tmpdir(), 'breakeven-whatif-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  await declare(session, norte);
  await importLog(session, callLog([{ call_id: 'a', started_at: '2026-03-02 09:00', talk_s: 60 }]));
});

describe('whatif --json', () => {
  it('says which charge of which month lacks its input, where there is no total', async () => {
    const file = join(folder, 'terms.yaml');
    writeFileSync(file, 'charges: [{ kind: fixed, amount: "100" }, { kind: per_hour, basis: logged, rate: "28.80" }]');
    const scope = ['--vendor', 'norte', '--from', '2026-03-01', '--to', '2026-04-01'];
    const { out, err } = await runCli(session, ['whatif', ...scope, '--contract', file, '--json']);
    expect(err).toBe('');
    // One call at 3.60; the hours of March were never imported.
    expect(JSON.parse(out)).toMatchObject({
      current: { statement: { billed: '3.60', missing: [] } },
      proposed: {
        statement: {
          billed: null,
          missing: [{ month: '2026-03', place: 1, charge: 'per_hour', input: 'logged_hours' }],
        },
      },
    });
  });
});

describe('a file of terms that is none', () => {
  it('is refused as a whole, without a place in it', async () => {
    const file = join(folder, 'words.yaml');
    writeFileSync(file, 'only words');
    const { status, err } = await runCli(session, ['apply', file]);
    expect([status, err.split('\n')[1]]).toEqual([2, expect.stringMatching(/^ {2}[A-Z]/)]);
  });
});
