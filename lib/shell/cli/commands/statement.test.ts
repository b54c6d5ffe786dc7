import { beforeAll, describe, expect, it } from 'vitest';
import { callLog, contract, declare, importLog, norte, runCli, testSession } from '#testing';

const session = await testSession();

/** The document of a month, of one program. */
async function month(text: string) {
  const { out, err } = await runCli(session, ['statement', '--vendor', 'norte', '--month', text, '--json']);
  expect(err).toBe('');
  return JSON.parse(out) as { lines: Record<string, unknown>[] } & Record<string, unknown>;
}

beforeAll(async () => {
  const charges = [
    { kind: 'per_call', rate: '3.60' },
    { kind: 'one_off', amount: '1200.00', on: '2026-03-01', amortiseMonths: 12 },
  ];
  const hourly = [
    { kind: 'per_hour', basis: 'logged', rate: '28.80' },
    { kind: 'fixed', amount: '500.00' },
  ];
  await declare(session, {
    ...norte,
    contracts: [
      contract('norte', { program: 'orders', to: '2026-04-01', charges }),
      contract('norte', { program: 'orders', from: '2026-04-01', charges: hourly }),
    ],
  });
  const call = (call_id: string, day: string) => ({ call_id, started_at: `${day} 09:00`, talk_s: 60 });
  await importLog(session, callLog([call('a', '2026-03-02'), call('b', '2026-03-03'), call('c', '2026-04-02')]));
});

describe('statement --json', () => {
  it('bills a one-off amount whole and spreads it in the effective view', async () => {
    // 2 x 3.60 = 7.20; 1,200 billed, 1,200 / 12 = 100 effective
    const { lines, ...march } = await month('2026-03');
    expect(lines).toEqual([
      expect.objectContaining({ charge: 'per_call', class: 'variable', amount: '7.20', effective: '7.20' }),
      expect.objectContaining({ charge: 'one_off', class: 'fixed', amount: '1200.00', effective: '100.00' }),
    ]);
    expect(march).toMatchObject({ currency: 'EUR', missing: [], billed: '1207.20', effective: '107.20' });
  });

  it('has no total where a charge lacks its input, and says which', async () => {
    const { lines, ...april } = await month('2026-04');
    expect(lines).toEqual([expect.objectContaining({ charge: 'fixed', class: 'fixed', amount: '500.00' })]);
    expect(april).toMatchObject({
      billed: null,
      effective: null,
      missing: [
        {
          place: 0,
          charge: 'per_hour',
          input: 'logged_hours',
          reason: "The agents' logged hours of this month are missing: import them.",
        },
      ],
    });
  });

  it('owes a monthly amount for a month without calls', async () => {
    expect(await month('2026-05')).toMatchObject({ billed: '500.00', missing: [] });
  });
});
