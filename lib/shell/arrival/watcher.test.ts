import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '#db';
import { runImport, saveImportMapping } from '#operations';
import { callLog, declare, norte, program, say, testSession, vendor } from '#testing';
import { watcher } from './folder/watcher.ts';

let session: Session;
let root: string;
let troubles: string[];

beforeAll(async () => {
  session = await testSession();
  await declare(session, {
    ...norte,
    vendors: [vendor('norte', { timezone: 'America/Mexico_City' })],
    programs: [program('orders'), program('support'), program('default')],
  });
});

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'breakeven-watch-'));
  troubles = [];
});

afterEach(async () => {
  rmSync(root, { recursive: true });
  expect(troubles).toEqual([]);
  await session.database.sql.execute('delete from call');
  await session.database.sql.execute('delete from import_batch');
});

const watching = (open: () => Promise<Session> = async () => session) =>
  watcher({
    root,
    open,
    say,
    address: (batch) => `http://localhost:3000/imports/${batch}`,
    trouble: (error) => troubles.push(error instanceof Error ? error.message : String(error)),
  });

function lay(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const log = (...ids: string[]) =>
  callLog(ids.map((call_id) => ({ call_id, started_at: '2026-03-02 09:00:00', talk_s: 60, outcome: 'resolved' })));

/** Everything that lies in the folder, a taken file without the id that is random. */
const lying = () =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .map((path) => path.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, 'ID').replace(/[0-9a-f]{8}-/, 'ID-'))
    .sort();

function content(ending: string): string {
  const path = readdirSync(root, { recursive: true })
    .map(String)
    .find((own) => own.endsWith(ending));
  return path === undefined ? '' : readFileSync(join(root, path), 'utf8');
}

type Stored = { id: string; vendor: string; status: string; fileName: string; source: string; calls: number };

const batches = () =>
  session.database.sql.query<Stored>(
    `select b.id::text, v.code as vendor, b.status::text, b.file_name as "fileName", b.source, b.calls
     from import_batch b join vendor v on v.id = b.vendor_id order by b.file_name`,
  );

/** Runs what waits, as a worker would. */
async function work(): Promise<void> {
  for (const { id, status } of await batches())
    if (status === 'queued') await runImport(session, { batch: id }).catch(() => {});
}

describe('a watched folder', () => {
  it('has a file imported that lies still from one look to the next, and lays it aside with what came of it', async () => {
    const { look } = watching();
    lay('norte/orders/march.csv', log('a', 'b'));
    await look();
    expect([lying(), await batches()]).toEqual([['norte/orders/march.csv'], []]);
    await look();
    expect(lying()).toEqual(['norte/orders/.breakeven-ID-march.csv']);
    expect(await batches()).toMatchObject([
      { vendor: 'norte', status: 'queued', source: 'folder', fileName: 'march.csv' },
    ]);
    await look();
    await work();
    await look();
    expect(lying()).toEqual(['done/norte/orders/ID-march.csv', 'done/norte/orders/ID-march.csv.txt']);
    expect(content('march.csv')).toBe(log('a', 'b'));
    const [batch] = await batches();
    expect(content('march.csv.txt').split('\n')).toEqual([
      'march.csv was imported.',
      '2 records, 2 calls: 2 new, 0 changed, 0 as they were; 0 records rejected.',
      expect.stringContaining('does not report'),
      expect.stringContaining('does not report'),
      expect.stringContaining('does not report'),
      `All of it, with what was rejected and why: http://localhost:3000/imports/${batch?.id}`,
      '',
    ]);
  });

  it('reads times on the clock of the vendor, and takes the program of the folder', async () => {
    const { look } = watching();
    lay('norte/support/march.csv', log('a'));
    for (const _ of [1, 2]) await look();
    await work();
    const found = await session.database.sql.query(
      `select p.code as program, started_at as "startedAt" from call c join program p on p.id = c.program_id`,
    );
    // Mexico City is six hours behind in March.
    expect(found).toEqual([{ program: 'support', startedAt: new Date('2026-03-02T15:00:00Z') }]);
  });

  it('reads a table by the mapping that is saved for its columns', async () => {
    const header = ['Id', 'Start', 'Talk'];
    const columns = {
      ...{ call_id: { from: 'Id' }, started_at: { from: 'Start', format: 'dd/MM/yyyy HH:mm' } },
      talk_s: { from: 'Talk', unit: 'mm:ss' as const },
    };
    await saveImportMapping(session, {
      vendor: 'norte',
      name: 'weekly',
      header,
      mapping: { decimal: 'comma', columns },
    });
    const { look } = watching();
    lay('norte/orders/week.csv', 'Talk;Id;Start\n01:30;a;02/03/2026 09:00\n');
    for (const _ of [1, 2]) await look();
    await work();
    const found = await session.database.sql.query('select call_id as id, talk_ms as talk from call');
    expect(found).toEqual([{ id: 'a', talk: 90_000 }]);
  });

  it('leaves alone what is being written, is hidden or is empty', async () => {
    const { look } = watching();
    lay('norte/growing.csv', 'call_id');
    for (const name of ['a.csv.part', 'b.tmp', '.hidden.csv', 'c.csv.filepart', 'd.csv~'])
      lay(`norte/${name}`, log('a'));
    lay('norte/empty.csv', '');
    for (const end of [',started_at', ',talk_s\n', 'a,2026-03-02 09:00:00,60\n']) {
      await look();
      writeFileSync(join(root, 'norte/growing.csv'), end, { flag: 'a' });
    }
    expect(await batches()).toEqual([]);
    renameSync(join(root, 'norte/a.csv.part'), join(root, 'norte/whole.csv'));
    for (const _ of [1, 2]) await look();
    expect((await batches()).map(({ fileName }) => fileName)).toEqual(['growing.csv', 'whole.csv']);
    expect(lying()).toEqual(expect.arrayContaining(['norte/.hidden.csv', 'norte/b.tmp', 'norte/empty.csv']));
  });

  it('lays aside with the reason what is nobody’s', async () => {
    const { look } = watching();
    lay('lost.csv', log('a'));
    lay('nobody/march.csv', log('a'));
    lay('norte/nothing/march.csv', log('a'));
    lay('norte/orders/2026/march.csv', log('a'));
    for (const _ of [1, 2]) await look();
    expect(lying().filter((path) => !path.endsWith('.txt'))).toEqual([
      'failed/ID-lost.csv',
      'failed/nobody/ID-march.csv',
      'failed/norte/nothing/ID-march.csv',
      'failed/norte/orders/2026/ID-march.csv',
    ]);
    expect(await batches()).toEqual([]);
    expect(content('lost.csv.txt')).toBe(
      "lost.csv was not imported:\n- it lies in no folder of a vendor: lay it into a folder that is named by the vendor's code\n",
    );
    const told = readdirSync(root, { recursive: true })
      .map(String)
      .filter((path) => path.endsWith('.txt'));
    const texts = told.map((path) => readFileSync(join(root, path), 'utf8')).join('');
    expect(texts).toContain('- vendor: the vendor of the import is not declared');
    expect(texts).toContain('- program: the program of the import is not declared');
    expect(texts).toContain('- it lies too deep');
  });

  it('lays aside what cannot be read, with what a person can do', async () => {
    const { look } = watching();
    lay('norte/orders/minutes.csv', 'who,when\nana,noon\n');
    for (const _ of [1, 2]) await look();
    await work();
    await look();
    expect(lying()).toEqual(['failed/norte/orders/ID-minutes.csv', 'failed/norte/orders/ID-minutes.csv.txt']);
    const [batch] = await batches();
    expect(batch).toMatchObject({ status: 'failed' });
    expect(content('.txt')).toMatch(
      /^minutes.csv was not imported:\n- minutes.csv, row 1, column call_id: the header lacks/,
    );
    expect(content('.txt')).toContain(
      `To say how it is read, or to try again: http://localhost:3000/imports/${batch?.id}`,
    );
  });
});

describe('a file in a watched folder', () => {
  it('is taken once, however many processes watch', async () => {
    const all = Array.from({ length: 4 }, () => watching());
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) lay(`norte/orders/${name}.csv`, log(name));
    for (const _ of [1, 2, 3]) await Promise.all(all.map(({ look }) => look()));
    expect(await batches()).toHaveLength(6);
    await work();
    await Promise.all(all.map(({ look }) => look()));
    expect((await batches()).map(({ status, calls }) => [status, calls])).toEqual(Array(6).fill(['done', 1]));
    expect(lying().filter((path) => !path.endsWith('.txt'))).toHaveLength(6);
    expect(lying().every((path) => path.startsWith('done/'))).toBe(true);
  });

  it('is imported where a process was killed: before the file was kept, and before it was laid aside', async () => {
    const broken = watching(async () => {
      throw new Error('killed');
    });
    lay('norte/orders/march.csv', log('a'));
    for (const _ of [1, 2]) await broken.look();
    expect([lying(), await batches()]).toEqual([['norte/orders/.breakeven-ID-march.csv'], []]);
    expect(troubles.splice(0)).toEqual(['killed']);
    await watching().look();
    expect(await batches()).toMatchObject([{ status: 'queued', fileName: 'march.csv' }]);
    await work();
    await watching().look();
    expect(lying()).toEqual(['done/norte/orders/ID-march.csv', 'done/norte/orders/ID-march.csv.txt']);
    expect(await batches()).toHaveLength(1);
  });

  it('is imported again where it grew after it was taken', async () => {
    const { look } = watching();
    lay('norte/orders/march.csv', log('a'));
    for (const _ of [1, 2]) await look();
    const [hidden] = readdirSync(join(root, 'norte/orders'));
    writeFileSync(join(root, 'norte/orders', hidden ?? ''), log('b').split('\n').slice(1).join('\n'), { flag: 'a' });
    await work();
    for (const _ of [1, 2, 3]) await look();
    await work();
    await look();
    expect(lying()).toEqual(['done/norte/orders/ID-march.csv', 'done/norte/orders/ID-march.csv.txt']);
    expect((await batches()).map(({ calls }) => calls).sort()).toEqual([1, 2]);
  });

  it('is told from one with other content', async () => {
    const { look } = watching();
    for (const name of ['first.csv', 'second.csv']) {
      lay(`norte/orders/${name}`, log('a'));
      for (const _ of [1, 2]) await look();
      await work();
      await look();
    }
    expect(content('second.csv.txt')).toContain('It has the content of an earlier import, which stands: http://');
  });
});
