import { beforeAll, describe, expect, it } from 'vitest';
import { listScenarios } from '#db';
import { packRows, unpackRows } from '#economics';
import { callLog, contract, declare, importLog, norte, testNow, testSession } from '#testing';
import { rerateCalls } from './rerate-calls.ts';
import { deleteScenario, saveScenario } from './save-scenario.ts';

const session = await testSession();
const proposed = contract('norte', { program: 'orders', charges: [{ kind: 'per_call', rate: '3.80' }] });
const scenario = { name: ' Dearer ', vendor: 'norte', program: 'orders', from: '2026-03-01', to: '2026-04-01' };

beforeAll(async () => {
  await declare(session, norte);
  await importLog(
    session,
    callLog([
      { call_id: 'a', started_at: '2026-02-27 10:00', talk_s: 61 },
      { call_id: 'b', started_at: '2026-03-02 10:00', talk_s: 119 },
    ]),
  );
});

describe('a scenario', () => {
  it('is kept under its name as it was proposed, until it is deleted', async () => {
    const { id } = await saveScenario(session, { ...scenario, contract: proposed });
    const [kept] = await listScenarios(session.database);
    expect(kept).toMatchObject({ ...scenario, name: 'Dearer', id, createdBy: 'local', createdAt: testNow });
    expect(kept?.contract.charges).toEqual([{ kind: 'per_call', rate: '3.80' }]);
    await deleteScenario(session, id);
    expect(await listScenarios(session.database)).toEqual([]);
    await expect(deleteScenario(session, id)).rejects.toMatchObject({ refusal: 'not_found' });
    await expect(deleteScenario(session, 'x')).rejects.toMatchObject({ refusal: 'not_found' });
  });

  it('is refused with every fault, and nothing is kept', async () => {
    const charges = [{ kind: 'per_call', rate: '-1' }];
    const wrong = { ...scenario, name: '', vendor: 'nobody', program: 'none', to: '2026-03-01' };
    const refused = saveScenario(session, { ...wrong, contract: { ...proposed, charges } });
    await expect(refused).rejects.toMatchObject({ refusal: 'validation' });
    const issues = await refused.catch(({ issues: own }: { issues: { path: string }[] }) =>
      own.map(({ path }) => path),
    );
    expect(issues).toEqual(['name', 'vendor', 'program', 'contract.charges[0].rate', 'from']);
    expect(await listScenarios(session.database)).toEqual([]);
  });
});

describe('calls rated anew', () => {
  it('come month by month, with progress, and leave what is stored alone', async () => {
    const rating = { basis: 'talk', incrementSeconds: 60 };
    const told: unknown[] = [];
    const input = { ...scenario, from: '2026-02-15', contract: { ...proposed, rating } };
    const { rows } = await rerateCalls(session, input, (progress) => void told.push(progress));
    const back = unpackRows('norte', JSON.parse(JSON.stringify(rows)));
    // 61 s are 2 minutes, 119 s as well
    expect(back.map(({ day, billedSeconds, contractId }) => [day, billedSeconds, contractId])).toEqual([
      ['2026-02-27', 120, 'proposed'],
      ['2026-03-02', 120, 'proposed'],
    ]);
    expect(packRows(back)).toEqual(rows);
    expect(told).toEqual([
      { done: 0, total: 2, step: 'rating' },
      { done: 1, total: 2, step: 'rating' },
    ]);
  });

  it('need terms and days', async () => {
    const wrong = [{ contract: {} }, { contract: proposed, from: 'x' }];
    for (const over of wrong)
      await expect(rerateCalls(session, { ...scenario, ...over })).rejects.toMatchObject({
        refusal: 'validation',
      });
  });
});
