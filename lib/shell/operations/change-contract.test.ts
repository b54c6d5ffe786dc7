import { describe, expect, it } from 'vitest';
import { overlaps } from '#contracts';
import { contractHistory, listVersions, readRollup, type Session } from '#db';
import { callLog, contract, declare, importLog, norte, program, testSession, vendor } from '#testing';
import { changeContract } from './change-contract.ts';
import { OperationError } from './errors.ts';
import { rebuildRollup } from './rollup.ts';

/** Four calls of 100 s of talk: 31 January, 1 and 28 February, 1 March, at noon in Rome. */
const days = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'];
const log = callLog(
  days.map((day, index) => ({
    call_id: `c${index}`,
    started_at: `${day}T12:00:00`,
    talk_s: 100,
    answered: 'true',
    outcome: 'resolved',
  })),
);

async function started(): Promise<Session> {
  const session = await testSession();
  await declare(session, norte);
  await importLog(session, log);
  return session;
}

const terms = (over: object = {}) => contract('norte', { program: 'orders', timezone: 'Europe/Madrid', ...over });
const dearer = { charges: [{ kind: 'per_call', rate: '4.00' }] };

/** `day contract billed seconds` of every roll-up row. */
async function rolledUp({ database }: Session): Promise<string[]> {
  const versions = await listVersions(database);
  const from = (id: string | null) => versions.find((own) => own.id === id)?.from ?? 'none';
  return (await readRollup(database, {})).map(
    ({ day, contractId, billedSeconds }) => `${day} ${from(contractId)} ${billedSeconds}`,
  );
}

describe('two changes at once', () => {
  it('stand one after the other, and no two versions overlap', async () => {
    const session = await started();
    const [february, march, april] = ['2026-02-01', '2026-03-01', '2026-04-01'];
    const files = { currency: 'EUR', contracts: [contract('norte', { from: april })] };
    await Promise.all([
      ...[february, march].map((from) => changeContract(session, { terms: terms({ from, ...dearer }) })),
      changeContract(session, { terms: contract('norte', { from: march, to: april }) }),
      declare(session, files),
    ]);
    const versions = await listVersions(session.database);
    expect(overlaps(versions)).toEqual([]);
    const kept = await readRollup(session.database, {});
    await rebuildRollup(session);
    expect(await readRollup(session.database, {})).toEqual(kept);
  });
});

describe('changing a contract', () => {
  it('from a day on moves that day and later ones alone, and says what moved', async () => {
    const session = await started();
    const result = await changeContract(session, { terms: terms({ from: '2026-02-28', ...dearer }) });
    expect(await rolledUp(session)).toEqual([
      '2026-01-31 2026-01-01 100',
      '2026-02-01 2026-01-01 100',
      '2026-02-28 2026-02-28 100',
      '2026-03-01 2026-02-28 100',
    ]);
    // January is as it was; February 3.60 + 4.00 for 2 calls instead of 7.20; March 4.00 instead of 3.60.
    expect(result.moved).toMatchObject([
      { month: '2026-02', before: { charges: '7200000', costPerCall: 3.6 }, after: { charges: '7600000' } },
      { month: '2026-03', handled: 1, before: { charges: '3600000' }, after: { charges: '4000000', costPerCall: 4 } },
    ]);
    expect(result.moved[0]?.after.costPerCall).toBeCloseTo(3.8, 9);
    expect(result.currency).toBe('EUR');
  });

  it('in price alone never reads a call', async () => {
    const session = await started();
    // Without its calls the roll-up could not be made again.
    await session.database.sql.execute('delete from call');
    const { days: rated, moved } = await changeContract(session, { terms: terms({ from: '2026-02-01', ...dearer }) });
    expect(rated).toBe(0);
    expect(moved.map(({ month }) => month)).toEqual(['2026-02', '2026-03']);
    expect((await rolledUp(session)).filter((row) => row.includes('2026-02-01 100'))).toHaveLength(3);
  });

  it('in rating rates the days again, with progress, and a rebuilt roll-up is the same', async () => {
    const session = await started();
    const seen: string[] = [];
    const { days: rated } = await changeContract(
      session,
      { terms: terms({ from: '2026-02-01', rating: { initialSeconds: 60, incrementSeconds: 60 } }) },
      ({ done, total, step }) => void seen.push(`${step} ${done}/${total}`),
    );
    expect(rated).toBe(3);
    expect(seen).toEqual(['rating 0/3', 'rating 2/3', 'rating 3/3']);
    const kept = await rolledUp(session);
    expect(kept[1]).toBe('2026-02-01 2026-02-01 120');
    await rebuildRollup(session);
    expect(await rolledUp(session)).toEqual(kept);
  });

  it('keeps what was, with who and when and why', async () => {
    const session = await started();
    await changeContract(session, { terms: terms({ from: '2026-02-01', ...dearer }), note: 'agreed on the phone' });
    const history = await contractHistory(session.database, { vendor: 'norte' });
    expect(history.map(({ action, actor, note }) => [action, actor, note])).toEqual([
      ['created', 'local', 'agreed on the phone'],
      ['ended', 'local', 'agreed on the phone'],
      ['created', 'local', null],
    ]);
    expect(history[1]).toMatchObject({ before: { to: null }, after: { to: '2026-02-01' }, program: 'orders' });
    expect(history[0]?.at).toEqual(session.now());
  });

  it('that changes nothing that is past says so', async () => {
    const session = await started();
    const result = await changeContract(session, { terms: terms({ from: '2026-06-01', ...dearer }) });
    expect(result).toMatchObject({ days: 0, moved: [] });
    expect((await listVersions(session.database)).map(({ from, to }) => [from, to])).toEqual([
      ['2026-01-01', '2026-06-01'],
      ['2026-06-01', null],
    ]);
  });

  it('goes on with the old terms where the new ones end', async () => {
    const session = await started();
    await changeContract(session, { terms: terms({ from: '2026-02-01', to: '2026-03-01', ...dearer }) });
    expect((await listVersions(session.database)).map(({ from, charges }) => [from, charges])).toEqual([
      ['2026-01-01', [{ kind: 'per_call', rate: '3.60' }]],
      ['2026-02-01', dearer.charges],
      ['2026-03-01', [{ kind: 'per_call', rate: '3.60' }]],
    ]);
    expect((await rolledUp(session)).map((row) => row.slice(11, 21))).toEqual([
      ...['2026-01-01', '2026-02-01', '2026-02-01', '2026-03-01'],
    ]);
  });

  it('rates the calls of a day that two contracts share where the zones differ', async () => {
    const session = await testSession();
    const late = callLog([
      { call_id: 'a', started_at: '2026-02-28T21:30:00Z', talk_s: 100, answered: 'true' },
      { call_id: 'b', started_at: '2026-02-28T23:30:00Z', talk_s: 100, answered: 'true' },
    ]);
    await declare(session, { ...norte, programs: [program('orders', { timezone: 'Europe/London' })] });
    await importLog(session, late);
    await changeContract(session, { terms: terms({ from: '2026-03-01', ...dearer }) });
    // 23:30 in London is 00:30 of 1 March in Madrid, where the contract lives.
    expect(await rolledUp(session)).toEqual(['2026-02-28 2026-01-01 100', '2026-02-28 2026-03-01 100']);
  });
});

describe('a contract that cannot be saved', () => {
  const refused = async (change: object) => {
    const session = await started();
    const before = [await listVersions(session.database), await rolledUp(session)];
    const error = await changeContract(session, { terms: terms(change) }).catch((fault: unknown) => fault);
    expect([await listVersions(session.database), await rolledUp(session)]).toEqual(before);
    return error as OperationError;
  };

  it('says where every fault is and changes nothing', async () => {
    const error = await refused({ vendor: 'nobody', charges: [{ kind: 'per_call', rate: '-1' }] });
    expect(error).toBeInstanceOf(OperationError);
    expect(error.issues).toEqual([{ path: 'charges[0].rate', message: 'an amount or rate cannot be negative' }]);
    expect((await refused({ vendor: 'nobody' })).issues[0]?.path).toBe('vendor');
  });

  it('by the logged hour where no hours are there', async () => {
    const error = await refused({
      from: '2026-02-01',
      charges: [{ kind: 'per_hour', basis: 'logged', rate: '28.80' }],
    });
    expect(error.issues).toEqual([
      { path: 'charges[0].basis', message: expect.stringMatching(/^no logged hours are there for 2026-02 to 2026-03/) },
    ]);
  });

  it('is refused alike in a declaration', async () => {
    const session = await started();
    const logged = terms({ charges: [{ kind: 'per_hour', basis: 'logged', rate: '28.80' }] });
    const error = await declare(session, { contracts: [logged] }).catch((fault: unknown) => fault);
    expect((error as OperationError).issues).toMatchObject([{ path: 'contracts[0].charges[0].basis' }]);
  });
});

it('knows vendors apart: another one is not touched', async () => {
  const session = await started();
  await declare(session, { vendors: [vendor('lumina')], contracts: [contract('lumina', { program: 'orders' })] });
  await importLog(session, log, { vendor: 'lumina' });
  const { moved } = await changeContract(session, { terms: terms({ from: '2026-02-01', ...dearer }) });
  expect(moved.map(({ handled }) => handled)).toEqual([2, 1]);
});
