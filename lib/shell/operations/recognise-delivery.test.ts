import { beforeEach, describe, expect, it } from 'vitest';
import { findBatch, listRejects, readRollup, type Session } from '#db';
import { fileOfBytes, fileOfStream } from '#imports';
import { type ImportInput, importCalls, runImport, storeDelivery, undoImport } from '#operations';
import { callLog, declare, norte, program, testSession, vendor } from '#testing';

let session: Session;
beforeEach(async () => {
  session = await testSession();
  await declare(session, { ...norte, vendors: [vendor('norte'), vendor('lumina')] });
});

const row = (over = {}) => ({ call_id: 'a', started_at: '2026-03-02 09:00', talk_s: 60, ...over });
const how = { program: 'orders', timezone: 'Europe/Rome', format: null, mapping: null, strict: false } as const;
const bytes = (rows: Parameters<typeof callLog>[0]) => new TextEncoder().encode(callLog(rows));

async function* one(content: Uint8Array) {
  yield content;
}

function importFile(content: Uint8Array, over: Partial<ImportInput> = {}) {
  return importCalls(session, { ...how, vendor: 'norte', files: [fileOfBytes('calls.csv', content)], ...over });
}

const march = bytes([row(), row({ call_id: 'b' }), row({ call_id: 'c', talk_s: 'x' }), row({ call_id: 'b' })]);
const calls = async () => (await readRollup(session.database, {})).reduce((sum, own) => sum + own.calls, 0);

describe('the same content again', () => {
  it('is recognised: nothing is read, nothing changes, and what was rejected is rejected', async () => {
    const first = await importFile(march);
    const phases: string[] = [];
    const again = await importFile(march, { onProgress: ({ phase }) => phases.push(phase) });
    expect(again).toMatchObject({
      ...{ rows: 4, calls: 3, inserted: 0, updated: 0, unchanged: 2, repeated: 1, rejected: 1, days: 0 },
      ...{ format: 'canonical', repeatOf: first.batch, rejects: first.rejects, warnings: first.warnings },
    });
    expect([...new Set(phases)]).toEqual(['waiting', 'checking']);
    expect(await listRejects(session.database, again.batch, { take: 9 })).toEqual(first.rejects);
    expect(await findBatch(session.database, again.batch)).toMatchObject({
      ...{ status: 'done', repeatOf: first.batch, unchanged: 2, format: 'canonical' },
      documents: [{ name: 'calls.csv', format: 'canonical' }],
    });
    expect(await session.database.prisma.callWord.count()).toBe(0);
  });

  it('is recognised under another name and however it came', async () => {
    const first = await importFile(march);
    const files = [{ name: 'again.csv', bytes: one(march) }];
    const { id } = await storeDelivery(session, { ...how, files, source: 'api', vendor: 'norte', draft: false });
    await runImport(session, { batch: id });
    expect(await findBatch(session.database, id)).toMatchObject({ repeatOf: first.batch, fileName: 'again.csv' });
  });

  it('is recognised after other imports that speak of other calls', async () => {
    const first = await importFile(march);
    await importFile(bytes([row({ call_id: 'x' })]));
    expect(await importFile(march)).toMatchObject({ repeatOf: first.batch });
  });

  it.each([
    ['a call of it has been changed since', () => importFile(bytes([row({ talk_s: 90 })]))],
    ['it has been said otherwise and again', () => importFile(bytes([row({ call_id: 'x' }), row()]))],
    ['it has been undone', async (batch: string) => undoImport(session, { batch })],
    [
      'a word of the vendor has been explained',
      () => declare(session, { outcomes: [{ vendor: 'norte', map: { OK: 'sale' } }] }),
    ],
    ['a program has been declared', () => declare(session, { programs: [program('winback')] })],
  ])('is read where %s', async (_, change) => {
    const first = await importFile(march);
    await change(first.batch);
    expect(await importFile(march)).toMatchObject({ repeatOf: null, rows: 4 });
  });

  it.each([
    ['another clock', { timezone: 'UTC' }],
    ['another vendor', { vendor: 'lumina' }],
    ['another format', { format: 'canonical' as const }],
  ])('is read where it is read by %s', async (_, over) => {
    await importFile(march);
    expect(await importFile(march, over)).toMatchObject({ repeatOf: null });
  });

  it('is not looked for where the file can be read only once', async () => {
    const once = () => importFile(march, { files: [fileOfStream('calls.csv', () => one(march))] });
    await once();
    expect(await once()).toMatchObject({ repeatOf: null, unchanged: 2, repeated: 1 });
  });

  it('keeps the calls where the import that it repeats is undone', async () => {
    const first = await importFile(march);
    const [second, third] = [await importFile(march), await importFile(march)];
    expect(third.repeatOf).toBe(first.batch);
    expect(await undoImport(session, { batch: first.batch })).toMatchObject({ removed: 0, restored: 0, days: 0 });
    expect(await findBatch(session.database, second.batch)).toMatchObject({ repeatOf: null });
    expect(await findBatch(session.database, third.batch)).toMatchObject({ repeatOf: second.batch });
    expect(await importFile(march)).toMatchObject({ repeatOf: second.batch });
    await undoImport(session, { batch: third.batch });
    expect(await calls()).toBe(2);
  });

  it('takes nothing away where it is undone itself', async () => {
    await importFile(march);
    const again = await importFile(march);
    expect(await undoImport(session, { batch: again.batch })).toMatchObject({ removed: 0, days: 0 });
    expect(await calls()).toBe(2);
  });

  it('is recognised once where both come at once', async () => {
    const both = await Promise.all([importFile(march), importFile(march)]);
    expect(both.map(({ inserted }) => inserted).sort()).toEqual([0, 2]);
    expect(both.filter(({ repeatOf }) => repeatOf !== null)).toHaveLength(1);
  });
});
