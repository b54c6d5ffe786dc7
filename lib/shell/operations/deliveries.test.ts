import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { config } from '#config';
import { findBatch, listRejectedRows, listRejects, readRollup, rejectReasons, type Session } from '#db';
import {
  cancelImport,
  decideImport,
  discardImport,
  OperationError,
  retryImport,
  runImport,
  storeDelivery,
} from '#operations';
import { callLog, declare, norte, saying, testSession } from '#testing';

let session: Session;
beforeEach(async () => {
  session = await testSession();
  await declare(session, norte);
});

const row = (over = {}) => ({ call_id: 'a', started_at: '2026-03-02 09:00', talk_s: 60, ...over });
const how = { program: 'orders', timezone: 'Europe/Rome', format: null, mapping: null, strict: false } as const;

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}
const file = (text: string, name = 'calls.csv') => ({ name, bytes: bytesOf(text) });

type Over = Partial<Parameters<typeof storeDelivery>[1]>;
const deliver = (text: string, over: Over = {}) =>
  storeDelivery(session, {
    ...{ ...how, files: [file(text)], source: 'page', vendor: 'norte', draft: false },
    ...over,
  });

const batch = (id: string) => findBatch(session.database, id);
const folder = (id: string) => join(config().dataDir, 'spool', id);
const calls = async () => (await readRollup(session.database, {})).reduce((sum, own) => sum + own.calls, 0);
const refusal = (kind: string, words: string) =>
  expect.toSatisfy(
    (error: unknown) => error instanceof OperationError && error.refusal === kind && error.message.includes(words),
  );

describe('a delivery', () => {
  it('is kept with its files until it is imported', async () => {
    const log = callLog([row(), row({ call_id: 'b', talk_s: 'x' })]);
    const { id, existing } = await deliver(log);
    expect(existing).toBe(false);
    expect(await batch(id)).toMatchObject({
      ...{ status: 'queued', phase: 'waiting', source: 'page', vendor: 'norte', options: how, actor: 'local' },
      ...{ fileName: 'calls.csv', bytesTotal: log.length, jobId: null, committed: null, format: '' },
      files: [{ name: 'calls.csv', size: log.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    });
    const seen: unknown[] = [];
    const end = await runImport(session, { batch: id }, ({ step }) => void seen.push(step));
    expect(end).toMatchObject({ batch: id, status: 'done', rows: 2, inserted: 1, rejected: 1, days: 1 });
    expect([...new Set(seen)]).toEqual(['waiting', 'checking', 'reading', 'storing', 'rolling_up', 'judging']);
    expect(await batch(id)).toMatchObject({
      ...{ status: 'done', phase: 'done', rows: 2, calls: 1, notCalls: 0, format: 'canonical', error: null },
      documents: [{ name: 'calls.csv', format: 'canonical', header: ['call_id', 'started_at', 'talk_s'] }],
      metrics: { unreported: expect.arrayContaining(['hold', 'wrap']) },
      committed: expect.any(Number),
    });
    expect(existsSync(folder(id))).toBe(false);
    expect(await listRejects(session.database, id, { take: 9 })).toEqual([
      { file: 1, row: 3, column: 'talk_s', value: 'x', reason: saying('not a number') },
    ]);
    expect(await listRejectedRows(session.database, id, { file: 1, after: 0, take: 9 })).toEqual([
      { row: 3, cells: ['b', '2026-03-02 09:00', 'x'], faults: [expect.objectContaining({ column: 'talk_s' })] },
    ]);
    expect(await rejectReasons(session.database, id)).toEqual([
      { key: 'rejects.not_seconds', column: 'talk_s', rows: 1, reason: saying('not a number') },
    ]);
  });

  it('of several files is one batch, whose rejects say which file they are in', async () => {
    const files = [file(callLog([row()]), 'one.csv'), file(callLog([row({ call_id: 'b', talk_s: -1 })]), 'two.csv')];
    const { id } = await deliver('', { files });
    await runImport(session, { batch: id });
    expect(await batch(id)).toMatchObject({ fileName: 'one.csv, two.csv', rows: 2, inserted: 1, rejected: 1 });
    expect(await listRejects(session.database, id, { take: 9 })).toMatchObject([{ file: 2, row: 2 }]);
  });

  it('that is imported twice is imported once', async () => {
    const { id } = await deliver(callLog([row()]));
    const both = await Promise.all([runImport(session, { batch: id }), runImport(session, { batch: id })]);
    expect(both).toEqual([both[0], both[0]]);
    expect(await runImport(session, { batch: id })).toMatchObject({ status: 'done', inserted: 1 });
    expect(await calls()).toBe(1);
  });

  it('under the same key is the same delivery, also where both come at once', async () => {
    const key = { idempotencyKey: 'march' };
    const both = await Promise.all([deliver(callLog([row()]), key), deliver(callLog([row()]), key)]);
    const [first] = both;
    expect(both.map(({ id }) => id)).toEqual([first?.id, first?.id]);
    expect(both.map(({ existing }) => existing).sort()).toEqual([false, true]);
    expect(await deliver(callLog([row()]), key)).toEqual({ id: first?.id, existing: true });
    expect(readdirSync(join(config().dataDir, 'spool'))).toContain(first?.id);
    expect(await session.database.prisma.importBatch.count()).toBe(1);
  });

  it('that breaks off leaves nothing', async () => {
    async function* broken() {
      yield new Uint8Array(9);
      throw new Error('the line was cut');
    }
    const id = crypto.randomUUID();
    const sent = deliver('', { id, files: [{ name: 'x.csv', bytes: broken() }] });
    await expect(sent).rejects.toThrow('the line was cut');
    expect([existsSync(folder(id)), await batch(id)]).toEqual([false, null]);
  });

  it('is refused without a file, of a vendor that nobody declared, and under an id that is taken or none', async () => {
    await expect(deliver('', { files: [] })).rejects.toEqual(refusal('validation', 'no file'));
    const { id } = await deliver(callLog([row()]));
    await expect(deliver('', { id })).rejects.toEqual(refusal('conflict', 'already'));
    await expect(deliver(callLog([row()]), { vendor: 'nort' })).rejects.toEqual(refusal('validation', '"nort"'));
    await expect(deliver('', { id: '../../etc' })).rejects.toEqual(refusal('validation', 'UUID'));
    expect(existsSync(folder(id))).toBe(true);
  });
});

describe('a draft', () => {
  it('waits for a decision, and is imported as decided', async () => {
    const { id } = await deliver(callLog([row({ started_at: '2026-03-02T23:30' })]), { draft: true, timezone: null });
    expect(await batch(id)).toMatchObject({ status: 'draft' });
    expect(await runImport(session, { batch: id })).toMatchObject({ status: 'draft', rows: 0 });
    await expect(decideImport(session, id, { ...how, vendor: 'nort' })).rejects.toEqual(
      refusal('validation', '"nort"'),
    );
    await decideImport(session, id, { ...how, timezone: 'America/New_York' });
    expect(await batch(id)).toMatchObject({ status: 'queued', options: { timezone: 'America/New_York' } });
    await runImport(session, { batch: id });
    expect((await readRollup(session.database, {}))[0]?.day).toBe('2026-03-03');
    await expect(decideImport(session, id, how)).rejects.toEqual(refusal('conflict', 'no longer kept'));
  });

  it('can be discarded, and nothing else can', async () => {
    const { id } = await deliver(callLog([row()]), { draft: true });
    await discardImport(session, id);
    expect([existsSync(folder(id)), await batch(id)]).toEqual([false, null]);
    await expect(discardImport(session, id)).rejects.toEqual(refusal('not_found', id));
    const { id: other } = await deliver(callLog([row()]));
    await expect(discardImport(session, other)).rejects.toEqual(refusal('conflict', 'queued'));
  });
});

describe('an import that failed', () => {
  it('keeps its files, and can be tried again as it was or otherwise', async () => {
    const { id } = await deliver(callLog([row(), row({ call_id: 'b', talk_s: 'x' })]), { strict: true });
    await expect(runImport(session, { batch: id })).rejects.toEqual(refusal('validation', '1 of 2 rows'));
    expect(await batch(id)).toMatchObject({ status: 'failed', rejected: 1, error: saying('1 of 2 rows') });
    expect(await batch(id)).toMatchObject({ format: 'canonical', documents: [{ name: 'calls.csv' }] });
    expect(await listRejects(session.database, id, { take: 9 })).toHaveLength(1);
    await retryImport(session, id);
    expect(await batch(id)).toMatchObject({ status: 'queued', rows: 0, rejected: 0, error: null });
    await expect(runImport(session, { batch: id })).rejects.toThrow();
    await decideImport(session, id, how);
    expect(await runImport(session, { batch: id })).toMatchObject({ status: 'done', inserted: 1, rejected: 1 });
    expect(await listRejects(session.database, id, { take: 9 })).toHaveLength(1);
  });

  it('cannot be tried again without its files', async () => {
    const { id } = await deliver('no log at all');
    await expect(runImport(session, { batch: id })).rejects.toThrow();
    rmSync(folder(id), { recursive: true });
    await expect(retryImport(session, id)).rejects.toEqual(refusal('conflict', 'no longer kept'));
  });
});

describe('an import that waits', () => {
  it('is cancelled at once, keeps its files, and can be tried again', async () => {
    const { id } = await deliver(callLog([row()]));
    await cancelImport(session, id);
    expect(await batch(id)).toMatchObject({ status: 'cancelled', error: saying('cancelled') });
    expect(await runImport(session, { batch: id })).toMatchObject({ status: 'cancelled', rows: 0 });
    expect(await calls()).toBe(0);
    await retryImport(session, id);
    expect(await runImport(session, { batch: id })).toMatchObject({ status: 'done', inserted: 1 });
    await expect(cancelImport(session, id)).rejects.toEqual(refusal('conflict', 'done'));
    await expect(retryImport(session, id)).rejects.toEqual(refusal('conflict', 'done'));
  });
});
