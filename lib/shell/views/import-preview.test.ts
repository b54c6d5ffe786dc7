import { describe, expect, it } from 'vitest';
import { dropSpool, type Session } from '#db';
import { decideImport, runImport, saveImportMapping, storeDelivery } from '#operations';
import { declare, importLog, norte, program, testSession } from '#testing';
import { importPreview, type PreviewRequest } from './import-preview.ts';
import { allRejects, batchPage, importsPage, rejectedRows, undoView } from './imports.ts';

const vendor = 'norte';

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

/** A delivery of these files, by name, that waits for a decision. */
async function drafted(session: Session, files: Record<string, string>): Promise<string> {
  const { id } = await storeDelivery(session, {
    files: Object.entries(files).map(([name, text]) => ({ name, bytes: bytesOf(text) })),
    ...{ source: 'page', vendor, program: 'orders', timezone: 'Europe/Rome' },
    ...{ format: null, mapping: null, strict: false, draft: true },
  });
  return id;
}

async function all<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const page of pages) found.push(page);
  return found;
}

const asked: PreviewRequest = {
  ...{ vendor, program: 'orders', timezone: 'Europe/Rome', format: null, mapping: null },
  words: { outcomes: {}, programs: {} },
};

async function opened(): Promise<Session> {
  const session = await testSession();
  await declare(session, { ...norte, programs: [program('orders'), program('support')] });
  return session;
}

const italian = 'ID chiamata;Data;Durata;Esito\na1;01/02/2026 09:15;61,5;VENDITA\na2;03/02/2026 10:00;40;FORSE\n';

describe('a delivery that waits for a decision', () => {
  it('is a log that is known by itself: what it becomes is what an import makes of it', async () => {
    const session = await opened();
    const id = await drafted(session, {
      'calls.csv':
        'call_id,started_at,talk_s,disposition\n1,2026-03-01 10:00:00,60,sale\n2,2026-03-01 11:00:00,x,Quizás\n',
    });
    const view = await importPreview(session, id);
    expect(view).toMatchObject({
      preview: { whole: true },
      ready: true,
      table: null,
      mapping: null,
      zone: 'Europe/Rome',
    });
    expect(view?.preview.counts).toEqual({ records: 2, calls: 1, rejected: 1, notCalls: 0 });
    expect(view?.preview.dispositions).toContainEqual({ word: 'Quizás', outcome: null, calls: 1 });
    expect((await importsPage(session)).batches).toMatchObject([{ id, status: 'draft', source: 'page' }]);

    const explained = { ...asked, words: { outcomes: { Quizás: 'callback' as const }, programs: {} } };
    const told = await importPreview(session, id, explained);
    expect(told?.preview.dispositions).not.toContainEqual({ word: 'Quizás', outcome: null, calls: 1 });
    expect(told?.preview.counts.rejected).toBe(1);
  });

  it('is a table nobody knows: its dates are asked about, and it is ready once they are answered', async () => {
    const session = await opened();
    const id = await drafted(session, { 'marzo.csv': italian });
    const open = await importPreview(session, id);
    expect(open).toMatchObject({ ready: false, mapping: null, table: { origin: 'proposed' } });
    expect(open?.table?.questions).toMatchObject([
      { column: 'Data', formats: ['dd/MM/yyyy HH:mm', 'MM/dd/yyyy HH:mm'] },
    ]);
    expect(open?.preview.records).toMatchObject([
      { cells: ['a1', '01/02/2026 09:15', '61,5', 'VENDITA'], call: null },
      {},
    ]);

    const mapping = structuredClone(open?.table?.mapping);
    expect(mapping?.columns.started_at).toMatchObject({ format: '' });
    Object.assign(mapping?.columns.started_at ?? {}, { format: 'dd/MM/yyyy HH:mm' });
    const answered = await importPreview(session, id, { ...asked, mapping: { ...mapping, otherwise: 'other' } });
    expect(answered).toMatchObject({ ready: true, table: { origin: 'asked' }, issues: [] });
    // 1 February 2026, 09:15 in Rome, an hour ahead of UTC.
    expect(answered?.preview.records[0]?.call).toMatchObject({
      startedAt: Date.UTC(2026, 1, 1, 8, 15),
      talkMs: 61_500,
    });

    await saveImportMapping(session, {
      ...{ vendor, name: 'Norte monthly', header: ['Esito', 'Durata', 'Data', 'ID chiamata'] },
      mapping: answered!.mapping!,
    });
    const again = await importPreview(session, await drafted(session, { 'aprile.csv': italian }));
    expect(again).toMatchObject({
      ...{ ready: true, mapping: { name: 'Norte monthly' }, mappings: [{ name: 'Norte monthly' }] },
      table: { origin: 'saved', name: 'Norte monthly', questions: [] },
    });
  });

  it('says what a mapping lacks, and shows the file as it stands', async () => {
    const session = await opened();
    const id = await drafted(session, { 'marzo.csv': italian });
    const mapping = { decimal: 'comma', columns: { call_id: { from: 'ID chiamata' } } };
    const view = await importPreview(session, id, { ...asked, mapping });
    expect(view).toMatchObject({ ready: false, mapping: null, table: { origin: 'asked', mapping } });
    expect(view?.issues.map(({ path }) => path)).toEqual(['columns.started_at', 'columns.talk_s']);
    expect(view?.preview.records).toHaveLength(2);
    expect(view?.preview.counts.calls).toBe(0);
  });

  it('may be read by a mapping though it is known, and not at all where nothing can be made of it', async () => {
    const session = await opened();
    const id = await drafted(session, { 'calls.csv': 'call_id,started_at,talk_s\n1,2026-03-01 10:00:00,60\n' });
    const view = await importPreview(session, id, { ...asked, format: 'mapping' });
    expect(view).toMatchObject({
      ready: true,
      table: { origin: 'proposed' },
      mapping: { columns: { talk_s: { from: 'talk_s' } } },
    });
    const empty = await importPreview(session, await drafted(session, { 'empty.csv': '' }));
    expect(empty).toMatchObject({ ready: false, table: null });
    expect(empty?.preview.documents[0]?.problem).not.toBeNull();
    expect(await importPreview(session, '00000000-0000-4000-8000-000000000000')).toBeNull();
  });

  it('whose files are no longer kept has no preview', async () => {
    const session = await opened();
    const id = await drafted(session, { 'calls.csv': italian });
    await dropSpool(id);
    expect(await importPreview(session, id)).toBeNull();
  });
});

describe('an import', () => {
  it('gives its rejected rows back with their faults, a document at a time, and by reason', async () => {
    const session = await opened();
    const log = 'call_id,started_at,talk_s\n1,2026-03-01 10:00:00,60\n2,never,x\n3,2026-03-01 11:00:00,y\n';
    const { batch: id } = await importLog(session, log);
    const view = await batchPage(session, id, { reason: 'rejects.not_seconds talk_s' });
    expect(view).toMatchObject({
      mendable: [{ file: 1 }],
      kept: false,
      undoing: null,
      reason: 'rejects.not_seconds talk_s',
    });
    expect(view?.reasons).toMatchObject([
      { id: 'rejects.not_seconds talk_s', rows: 2 },
      { id: 'rejects.not_a_time started_at', rows: 1 },
    ]);
    expect(view?.rejects.map(({ row, value }) => [row, value])).toEqual([
      [3, 'x'],
      [4, 'y'],
    ]);
    const rows = (await all(rejectedRows(session, id, 1))).flat();
    expect(rows.map(({ row, cells, faults }) => [row, cells[0], faults.map(({ column }) => column)])).toEqual([
      [3, '2', ['started_at', 'talk_s']],
      [4, '3', ['talk_s']],
    ]);
    expect(await all(rejectedRows(session, id, 2))).toEqual([]);
  });

  it('names the file of every fault', async () => {
    const session = await opened();
    const head = 'call_id,started_at,talk_s\n';
    const id = await drafted(session, { 'a.csv': `${head}1,2026-03-01 10:00:00,x\n`, 'b.csv': `${head}2,never,60\n` });
    await decideImport(session, id, {
      program: 'orders',
      timezone: 'Europe/Rome',
      format: null,
      mapping: null,
      strict: false,
    });
    await runImport(session, { batch: id }, () => {});
    const rejects = (await all(allRejects(session, id))).flat();
    expect(rejects.map(({ file, fileName, row }) => [file, fileName, row])).toEqual([
      [1, 'a.csv', 2],
      [2, 'b.csv', 2],
    ]);
  });

  it('tells what undoing it would do', async () => {
    const session = await opened();
    const row = (id: number, talk: number) => `${id},2026-03-01 10:00:0${id},${talk}\n`;
    const head = 'call_id,started_at,talk_s\n';
    const first = await importLog(session, head + row(1, 60) + row(2, 60), { fileName: 'march.csv' });
    const second = await importLog(session, head + row(2, 90) + row(3, 60) + row(4, 60));
    expect(await undoView(session, second.batch)).toEqual({
      ...{ removed: 2, repeat: null },
      restored: [{ id: first.batch, fileName: 'march.csv', calls: 1 }],
    });
    const waiting = await drafted(session, { 'a.csv': head });
    const again = await importLog(session, head + row(5, 60), { fileName: 'may.csv' });
    const repeat = await importLog(session, head + row(5, 60), { fileName: 'may again.csv' });
    expect(await undoView(session, again.batch)).toEqual({
      ...{ removed: 0, restored: [] },
      repeat: { id: repeat.batch, fileName: 'may again.csv' },
    });
    expect((await batchPage(session, repeat.batch))?.repeatOf).toMatchObject({ id: again.batch });
    expect((await batchPage(session, again.batch))?.repeats).toMatchObject([{ id: repeat.batch }]);
    expect(await undoView(session, waiting)).toBeNull();
    await expect(runImport(session, { batch: waiting })).resolves.toMatchObject({ status: 'draft' });
  });
});
