import { beforeAll, describe, expect, it } from 'vitest';
import { callLog, declare, importLog, norte, runCli, testSession } from '#testing';

const session = await testSession();
const march = ['economics', '--from', '2026-03-01', '--to', '2026-04-01', '--json'];

const rowsOf = async (...more: string[]) => {
  const { out, err } = await runCli(session, [...march, ...more]);
  expect(err).toBe('');
  return JSON.parse(out).rows;
};

beforeAll(async () => {
  await declare(session, norte);
  const call = { talk_s: 60, hold_s: 0, wrap_s: '', answered: 'true', outcome: 'resolved' };
  await importLog(
    session,
    callLog([
      { ...call, call_id: 'a', started_at: '2026-03-02 09:00' },
      { ...call, call_id: 'b', started_at: '2026-03-02 10:00', wrap_s: 20 },
    ]),
  );
});

describe('economics --json', () => {
  it('says beside a handle time what it is made of, as every page does', async () => {
    expect(await rowsOf()).toMatchObject([
      { marks: { aht: 'AHT of Vendor norte here excludes after-call work of 50.0% of the calls.', abandonRate: null } },
    ]);
    expect(await rowsOf('--by', 'month', '--vendor', 'norte')).toMatchObject([
      { key: { month: '2026-03' }, marks: { aht: expect.stringContaining('after-call work') } },
    ]);
  });

  it('says nothing of groups of several vendors, nor where nothing is lacking', async () => {
    expect(await rowsOf('--by', 'month')).toMatchObject([{ marks: { aht: null, abandonRate: null } }]);
  });
});
