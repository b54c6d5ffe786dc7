import { describe, expect, it } from 'vitest';
import { findBatch, keptVerdicts, listRejects, readRollup, type Session } from '#db';
import { fileOfStream } from '#imports';
import { importCalls, OperationError, rebuildRollup } from '#operations';
import { callLog, contract, declare, importLog, norte, program, saying, testSession, vendor } from '#testing';
import { batchPage } from '#views';

const monday = (over = {}) => ({
  call_id: 'a',
  started_at: '2026-03-02 09:00',
  talk_s: 60,
  disposition: 'sale',
  ...over,
});
const tuesday = (over = {}) => monday({ call_id: 'b', started_at: '2026-03-03 09:00', talk_s: 120, ...over });
const wednesday = (over = {}) => monday({ call_id: 'c', started_at: '2026-03-04 09:00', talk_s: 180, ...over });

async function declared(): Promise<Session> {
  const session = await testSession();
  await declare(session, norte);
  return session;
}

const rollup = (session: Session) => readRollup(session.database, {});
const days = async (session: Session) => (await rollup(session)).map((row) => [row.day, row.calls, row.talkMs / 1000]);
/** Where each roll-up row lies: a row that was written again lies elsewhere. */
const places = async ({ database }: Session) =>
  Object.fromEntries(
    (
      await database.sql.query<{ day: string; place: string }>(
        'select day::text as day, ctid::text || xmin::text as place from call_rollup',
      )
    ).map(({ day, place }) => [day, place]),
  );

async function rebuiltIsKept(session: Session): Promise<void> {
  const kept = await rollup(session);
  await rebuildRollup(session);
  expect(await rollup(session)).toEqual(kept);
}

describe('the same file again', () => {
  it('changes nothing', async () => {
    const session = await declared();
    const log = callLog([monday(), tuesday(), wednesday()]);
    expect(await importLog(session, [log])).toMatchObject({ rows: 3, inserted: 3, unchanged: 0, days: 3 });
    const [before, at] = [await rollup(session), await places(session)];
    expect(await importLog(session, [log])).toMatchObject({ rows: 3, inserted: 0, updated: 0, unchanged: 3, days: 0 });
    expect(await rollup(session)).toEqual(before);
    expect(await places(session)).toEqual(at);
    await rebuiltIsKept(session);
  });
});

describe('a call id that is stored', () => {
  it('with other values is corrected: both its days are recomputed, and no other', async () => {
    const session = await declared();
    await importLog(session, callLog([monday(), tuesday(), wednesday()]));
    const before = await places(session);
    const moved = callLog([monday({ started_at: '2026-03-03 10:00', talk_s: 61 }), wednesday()]);
    expect(await importLog(session, moved)).toMatchObject({ rows: 2, inserted: 0, updated: 1, unchanged: 1, days: 2 });
    expect(await days(session)).toEqual([
      ['2026-03-03', 2, 181],
      ['2026-03-04', 1, 180],
    ]);
    const after = await places(session);
    expect(after['2026-03-04']).toBe(before['2026-03-04']);
    expect(after['2026-03-03']).not.toBe(before['2026-03-03']);
    await rebuiltIsKept(session);
  });

  it('is corrected where a value becomes unknown, which is not zero', async () => {
    const session = await declared();
    await importLog(session, callLog([monday({ hold_s: 0 })]));
    expect((await rollup(session))[0]?.holdKnown).toBe(1);
    expect(await importLog(session, callLog([monday({ hold_s: null })]))).toMatchObject({ updated: 1 });
    expect((await rollup(session))[0]?.holdKnown).toBe(0);
  });

  it('of another vendor is another call', async () => {
    const session = await declared();
    await declare(session, { vendors: [vendor('lumina')] });
    await importLog(session, callLog([monday()]));
    expect(await importLog(session, callLog([monday()]), { vendor: 'lumina' })).toMatchObject({
      inserted: 1,
      updated: 0,
    });
  });
});

describe('rows of one file', () => {
  it('with one id are one call: the last of them', async () => {
    const session = await declared();
    const log = callLog([monday({ talk_s: 1 }), tuesday(), monday({ talk_s: 2 }), monday({ talk_s: 3 })]);
    expect(await importLog(session, [log])).toMatchObject({ rows: 4, inserted: 2, repeated: 2, days: 2 });
    expect(await days(session)).toEqual([
      ['2026-03-02', 1, 3],
      ['2026-03-03', 1, 120],
    ]);
    expect(await importLog(session, [log])).toMatchObject({ rows: 4, inserted: 0, unchanged: 2, repeated: 2, days: 0 });
  });

  it('that are equal but for their id are two calls', async () => {
    const session = await declared();
    expect(await importLog(session, callLog([monday(), monday({ call_id: 'z' })]))).toMatchObject({ inserted: 2 });
    expect(await days(session)).toEqual([['2026-03-02', 2, 120]]);
  });

  it('are all accounted for', async () => {
    const session = await declared();
    await importLog(session, callLog([monday(), tuesday()]));
    const log = callLog([
      monday(),
      tuesday({ talk_s: 5 }),
      wednesday(),
      wednesday({ talk_s: 7 }),
      wednesday({ call_id: 'd', talk_s: -1 }),
      wednesday({ call_id: 'e', started_at: '2026-02-31', talk_s: 'x' }),
    ]);
    const { batch, rejects, ...counted } = await importLog(session, log);
    expect(counted).toMatchObject({ rows: 6, inserted: 1, updated: 1, unchanged: 1, repeated: 1, rejected: 2 });
    // A row with two faults has two rejects and is one rejected row.
    expect(rejects).toEqual([
      { file: 1, row: 6, column: 'talk_s', value: '-1', reason: saying('negative') },
      { file: 1, row: 7, column: 'started_at', value: '2026-02-31', reason: saying('31 February') },
      { file: 1, row: 7, column: 'talk_s', value: 'x', reason: saying('not a number of seconds') },
    ]);
    expect(await listRejects(session.database, batch, { take: 100 })).toEqual(rejects);
    const page = await batchPage(session, batch);
    expect(page?.batch).toMatchObject({
      status: 'done',
      phase: 'done',
      rows: 6,
      inserted: 1,
      rejected: 2,
      error: null,
    });
    expect(page?.rejects).toEqual(rejects);
  });

  it('may be more rejects than are shown: all are kept', async () => {
    const session = await declared();
    const rows = Array.from({ length: 250 }, (_, index) => monday({ call_id: `r${index}`, talk_s: 'x' }));
    const { batch, rejects, rejected } = await importLog(session, callLog([...rows, tuesday()]));
    expect([rejected, rejects.length]).toEqual([250, 100]);
    expect((await listRejects(session.database, batch, { take: 1000 })).map(({ row }) => row)).toEqual(
      rows.map((_, index) => index + 2),
    );
  });
});

describe('a strict import', () => {
  it('with a reject keeps no call and says which row it was', async () => {
    const session = await declared();
    const id = '00000000-0000-4000-8000-000000000001';
    const fault = await importLog(session, callLog([monday(), tuesday({ talk_s: '6o' })]), { id, strict: true }).catch(
      (error: unknown) => error,
    );
    expect(fault).toBeInstanceOf(OperationError);
    expect((fault as OperationError).refusal).toBe('validation');
    expect((fault as OperationError).issues).toEqual([
      { path: 'row 3, column talk_s', message: saying('"6o" is not a number of seconds') },
    ]);
    expect(await rollup(session)).toEqual([]);
    expect(await findBatch(session.database, id)).toMatchObject({ status: 'failed', inserted: 0 });
  });

  it('without one imports', async () => {
    expect(await importLog(await declared(), callLog([monday()]), { strict: true })).toMatchObject({ inserted: 1 });
  });
});

describe('the vendor of a row', () => {
  const both = { ...norte, vendors: [vendor('norte'), vendor('lumina')] };

  it('comes from its column', async () => {
    const session = await testSession();
    await declare(session, both);
    const log = callLog([monday({ vendor: 'norte' }), monday({ vendor: 'lumina' })]);
    expect(await importLog(session, log, { vendor: null })).toMatchObject({ inserted: 2, rejected: 0 });
    expect((await rollup(session)).map((row) => row.vendor)).toEqual(['lumina', 'norte']);
  });

  it('must be the one that the import names', async () => {
    const session = await testSession();
    await declare(session, both);
    const log = callLog([monday({ vendor: 'norte' }), tuesday({ vendor: 'lumina' })]);
    const { inserted, rejects } = await importLog(session, log, { vendor: 'norte' });
    expect(inserted).toBe(1);
    expect(rejects).toEqual([
      { file: 1, row: 3, column: 'vendor', value: 'lumina', reason: saying('is not norte, the vendor of this import') },
    ]);
  });
});

describe('a customer reference', () => {
  it('is stored as its hash only', async () => {
    const session = await declared();
    await importLog(session, callLog([monday({ customer_ref: '+34600000001' })]));
    const stored = await session.database.sql.query<{ text: string; hash: string }>(
      `select row_to_json(c)::text as text, encode(customer_ref, 'hex') as hash from call c`,
    );
    expect(stored[0]?.hash).toBe(session.hashCustomer('+34600000001'));
    expect(stored[0]?.text).not.toContain('34600000001');
  });
});

describe('imports at the same time', () => {
  it('of two vendors both stand, and so does the verdict on each', async () => {
    const session = await testSession();
    const codes = ['v1', 'v2', 'v3', 'v4'];
    await declare(session, {
      vendors: codes.map((code) => vendor(code)),
      programs: [program('orders')],
      contracts: codes.map((code) => contract(code)),
    });
    const log = callLog(Array.from({ length: 40 }, (_, index) => monday({ call_id: `c${index}` })));
    const results = await Promise.all(codes.map((code) => importLog(session, log, { vendor: code })));
    expect(results.map(({ inserted }) => inserted)).toEqual([40, 40, 40, 40]);
    const kept = await keptVerdicts(session.database);
    expect(kept?.judgements.map(({ verdict }) => [verdict.vendor, verdict.calls])).toEqual(
      codes.map((code) => [code, 40]),
    );
    await rebuiltIsKept(session);
  });

  it('may be more than there are connections in the pool', { timeout: 30_000 }, async () => {
    const session = await declared();
    const one = (index: number) => importLog(session, callLog([monday({ call_id: `c${index}` })]));
    const results = await Promise.all(Array.from({ length: 16 }, (_, index) => one(index)));
    expect(results.every(({ inserted }) => inserted === 1)).toBe(true);
    expect(await days(session)).toEqual([['2026-03-02', 16, 960]]);
  });

  it('of the same calls count them once', async () => {
    const session = await declared();
    const log = callLog(Array.from({ length: 300 }, (_, index) => monday({ call_id: `c${index}` })));
    const results = await Promise.all([1, 2, 3].map(() => importLog(session, [log])));
    expect(results.map(({ inserted }) => inserted).sort((a, b) => a - b)).toEqual([0, 0, 300]);
    expect(await days(session)).toEqual([['2026-03-02', 300, 18_000]]);
  });

  it('and a change of the contract leave the roll-up as the calls and the contract have it', async () => {
    const session = await declared();
    const log = callLog(Array.from({ length: 400 }, (_, index) => monday({ call_id: `c${index}`, talk_s: 61 })));
    const rating = { initialSeconds: 60, incrementSeconds: 60 };
    await Promise.all([
      importLog(session, log),
      declare(session, { contracts: [contract('norte', { program: 'orders', rating })] }),
      rebuildRollup(session),
    ]);
    expect((await rollup(session))[0]?.billedSeconds).toBe(400 * 120);
    await rebuiltIsKept(session);
  });
});

describe('a source that breaks off', () => {
  it('leaves nothing but the failed batch and the reason', async () => {
    const session = await declared();
    const id = '00000000-0000-4000-8000-000000000002';
    async function* source() {
      yield new TextEncoder().encode(callLog([monday(), tuesday()]));
      throw new Error('the line was cut');
    }
    const input = { id, files: [fileOfStream('x.csv', source)], vendor: 'norte', program: 'orders' };
    await expect(
      importCalls(session, { ...input, timezone: 'Europe/Rome', format: null, mapping: null, strict: false }),
    ).rejects.toThrow('the line was cut');
    expect(await rollup(session)).toEqual([]);
    expect((await batchPage(session, id))?.batch).toMatchObject({
      status: 'failed',
      error: saying('the line was cut'),
    });
    const left = await session.database.sql.query(`select 1 from call union all select 1 from call_word`);
    expect(left).toEqual([]);
  });
});
