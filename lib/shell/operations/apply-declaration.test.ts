import { describe, expect, it } from 'vitest';
import { keptVerdicts, listPrograms, listVendors, listVersions, readRollup, type Session } from '#db';
import { applyDeclaration, OperationError } from '#operations';
import { callLog, contract, declare, importLog, norte, program, testSession, vendor } from '#testing';

const fresh = testSession;

const everything = async (session: Session) => ({
  vendors: await listVendors(session.database),
  programs: await listPrograms(session.database),
  versions: await listVersions(session.database),
});

async function refusal(session: Session, text: string): Promise<OperationError> {
  const error = await applyDeclaration(session, { text, fileName: 'terms.yaml' }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OperationError);
  expect((error as OperationError).refusal).toBe('validation');
  return error as OperationError;
}

const issues = async (session: Session, declared: object) => (await refusal(session, JSON.stringify(declared))).issues;

const full = {
  currency: 'EUR',
  timezone: 'Europe/Rome',
  vendors: [vendor('norte', { country: 'ES', status: 'notice' })],
  programs: [
    program('orders', {
      grossMargin: '0.50',
      otherCostPerCall: '0.400',
      requiredMargin: { share: '0.10' },
      serviceLevel: { seconds: 20, target: 0.8, abandons: 'negative' },
      shortAbandonSeconds: 5,
      repeatWindowDays: 14,
      goLive: '2026-01-02',
    }),
  ],
  contracts: [
    contract('norte', {
      to: '2027-01-01',
      exchange: 'call_day',
      rating: { billable: 'contact', basis: 'handle', windows: [{ class: 'night', from: '22:00', to: '06:00' }] },
      charges: [
        {
          kind: 'per_call',
          mode: 'graduated',
          tiers: [
            { upTo: 10, rate: '2' },
            { upTo: null, rate: '1.50' },
          ],
        },
        { kind: 'fixed', amount: '100.00' },
      ],
      vendorCost: { agentHourly: { value: '14', low: '12', high: '16' }, load: '1.3', occupancy: '0.8' },
      plan: { ahtSeconds: 300 },
    }),
  ],
  outcomes: [{ vendor: 'norte', map: { OK: 'sale' }, leaveOut: { TEST: 'a test' } }],
};

describe('a declaration', () => {
  it('is created once; the second time all of it is unchanged', async () => {
    const session = await fresh();
    const first = await declare(session, full);
    expect(first.changes.map(({ change }) => change)).toEqual(Array(5).fill('created'));
    const before = await everything(session);
    const second = await declare(session, full);
    expect(second.changes.map(({ change }) => change)).toEqual(Array(5).fill('unchanged'));
    expect(second.days).toBe(0);
    expect(await everything(session)).toEqual(before);
  });

  it('comes back as it was declared', async () => {
    const session = await fresh();
    await declare(session, full);
    const { programs, versions } = await everything(session);
    expect(programs[0]).toMatchObject({ ...full.programs[0], grossMargin: '0.5', otherCostPerCall: '0.4' });
    expect(versions[0]).toMatchObject(full.contracts[0]!);
  });

  it('that leaves something out takes it away again', async () => {
    const session = await fresh();
    await declare(session, full);
    const plain = { programs: [program('orders')], contracts: [contract('norte')] };
    const { changes } = await declare(session, plain);
    expect(changes.map(({ what, change }) => [what, change])).toEqual([
      ['program', 'changed'],
      ['contract', 'changed'],
    ]);
    const { programs, versions } = await everything(session);
    expect(programs[0]).not.toHaveProperty('serviceLevel');
    expect(programs[0]).not.toHaveProperty('goLive');
    expect(versions[0]?.to).toBeNull();
    expect(versions[0]).not.toHaveProperty('vendorCost');
    expect(versions[0]).not.toHaveProperty('plan');
    expect((await declare(session, plain)).changes.map(({ change }) => change)).toEqual(['unchanged', 'unchanged']);
  });

  it('leaves what it does not name as it is', async () => {
    const session = await fresh();
    await declare(session, full);
    await declare(session, { vendors: [vendor('lumina')] });
    expect((await listVendors(session.database)).map(({ code }) => code).sort()).toEqual(['lumina', 'norte']);
    expect(await listVersions(session.database)).toHaveLength(1);
  });
});

describe('a faulty declaration', () => {
  it('is told every fault with its path, and nothing of it is applied', async () => {
    const session = await fresh();
    const found = await issues(session, {
      colour: 'red',
      vendors: [vendor('norte'), vendor('North!', { timezone: 'Europe/Nowhere' })],
      programs: [program('orders', { currency: 'EURO', grossMargin: '1.5', margin: 1 })],
      contracts: [contract('norte', { from: '2026-02-30', charges: [{ kind: 'per_call', rate: '-1' }] })],
    });
    expect(found.map(({ path }) => path).sort()).toEqual([
      'colour',
      'contracts[0].charges[0].rate',
      'contracts[0].from',
      'programs[0].currency',
      'programs[0].grossMargin',
      'programs[0].margin',
      'vendors[1].code',
      'vendors[1].timezone',
    ]);
    expect(found.find(({ path }) => path === 'colour')?.message).toBe('unknown key');
    expect(await everything(session)).toEqual({ vendors: [], programs: [], versions: [] });
  });

  it('may name vendors and programs that nobody declared', async () => {
    const session = await fresh();
    const found = await issues(session, {
      vendors: [vendor('norte')],
      contracts: [contract('norte', { program: 'orders' }), contract('sur')],
      outcomes: [{ vendor: 'este', map: { OK: 'sale' } }],
    });
    expect(found).toEqual([
      { path: 'contracts[0].program', message: '"orders" is not a declared program' },
      { path: 'contracts[1].vendor', message: '"sur" is not a declared vendor' },
      { path: 'outcomes[0].vendor', message: '"este" is not a declared vendor' },
    ]);
    expect(await listVendors(session.database)).toEqual([]);
  });

  it('may overlap a stored contract, and says how to end that one', async () => {
    const session = await fresh();
    await declare(session, norte);
    const later = contract('norte', { program: 'orders', from: '2026-06-01' });
    expect(await issues(session, { contracts: [later] })).toEqual([
      {
        path: 'contracts[0].from',
        message: 'overlaps the stored contract from 2026-01-01 to open; end that one by declaring it with a "to"',
      },
    ]);
    expect(await listVersions(session.database)).toHaveLength(1);
    // One for all programs is no rival of one that names its program.
    await declare(session, { contracts: [contract('norte', { from: '2026-06-01' })] });
    const ended = contract('norte', { program: 'orders', to: '2026-06-01' });
    await declare(session, { contracts: [ended, later] });
    expect(await listVersions(session.database)).toHaveLength(3);
  });

  it('may be no YAML at all: the line is told', async () => {
    const { message, issues: found } = await refusal(await fresh(), 'vendors:\n  - { code: norte\nprograms: [\n');
    expect(message).toBe('terms.yaml is not a YAML file');
    expect(found[0]?.path).toMatch(/^line \d+$/);
    expect((await refusal(await fresh(), '- a\n- b\n')).issues).toHaveLength(1);
  });
});

describe('a change of terms', () => {
  const calls = callLog(
    Array.from({ length: 10 }, (_, index) => ({
      call_id: `c${index}`,
      started_at: `2026-03-0${(index % 2) + 2} 09:00`,
      talk_s: 61,
    })),
  );
  const terms = (over = {}) => ({ contracts: [contract('norte', { program: 'orders', ...over })] });

  async function loaded(): Promise<Session> {
    const session = await fresh();
    await declare(session, norte);
    await importLog(session, calls);
    return session;
  }
  /** Where the roll-up rows of a vendor lie: one that was written again lies elsewhere. */
  const lying = (session: Session, code = 'norte') =>
    session.database.sql.query(
      `select r.day::text, r.ctid::text, r.xmin::text from call_rollup r join vendor v on v.id = r.vendor_id
       where v.code = $1 order by 1`,
      [code],
    );
  const billed = async (session: Session) =>
    (await readRollup(session.database, {})).map(({ day, billedSeconds }) => [day, billedSeconds]);

  it('of the price judges anew and leaves every figure of the calls as it was', async () => {
    const session = await loaded();
    const before = await lying(session);
    const aht = async () => (await keptVerdicts(session.database))?.judgements[0]?.verdict.client.mean ?? null;
    const margin = await aht();
    const { changes, days } = await declare(session, terms({ charges: [{ kind: 'per_call', rate: '4.60' }] }));
    expect([changes[0]?.change, days]).toEqual(['changed', 0]);
    await declare(session, { programs: [program('orders', { grossMargin: '0.5' })] });
    expect(await lying(session)).toEqual(before);
    expect(margin === null || (await aht()) !== margin).toBe(true);
  });

  it('of the rating rates every call again', async () => {
    const session = await loaded();
    expect(await billed(session)).toEqual([
      ['2026-03-02', 305],
      ['2026-03-03', 305],
    ]);
    const { days } = await declare(session, terms({ rating: { initialSeconds: 60, incrementSeconds: 60 } }));
    expect(days).toBe(2);
    expect(await billed(session)).toEqual([
      ['2026-03-02', 600],
      ['2026-03-03', 600],
    ]);
  });

  it('of the dates moves calls out of the contract and back', async () => {
    const session = await loaded();
    await declare(session, terms({ to: '2026-03-03' }));
    const rows = await readRollup(session.database, {});
    expect(rows.map(({ day, contractId, billedCalls }) => [day, contractId !== null, billedCalls])).toEqual([
      ['2026-03-02', true, 5],
      ['2026-03-03', false, 0],
    ]);
    await declare(session, terms());
    expect(await billed(session)).toHaveLength(2);
    expect((await readRollup(session.database, {})).every(({ billedCalls }) => billedCalls === 5)).toBe(true);
  });

  it("of the program's zone moves calls to other days", async () => {
    const session = await loaded();
    // 09:00 in Rome is 22:00 of the same day in Auckland; of Kiritimati (UTC+14) it is 22:00 as well.
    await declare(session, { programs: [program('orders', { timezone: 'Pacific/Pago_Pago' })] });
    // 08:00Z is 21:00 of the day before in Pago Pago (UTC-11).
    expect((await billed(session)).map(([day]) => day)).toEqual(['2026-03-01', '2026-03-02']);
  });

  it('of one vendor leaves the roll-up rows of another where they lie', async () => {
    const session = await loaded();
    await declare(session, { vendors: [vendor('lumina')], contracts: [contract('lumina')] });
    await importLog(session, calls, { vendor: 'lumina' });
    const before = await lying(session, 'lumina');
    await declare(session, terms({ rating: { initialSeconds: 60 } }));
    expect(await lying(session, 'lumina')).toEqual(before);
    expect(before).toHaveLength(2);
  });
});
