import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { listRejects, readRollup } from '#db';
import { fileOfStream, UnusableFileError } from '#imports';
import { applyDeclaration, importCalls } from '#operations';
import { importLog, projectDir, runCli, say, saying, testSession } from '#testing';
import { batchSummary, importsPage } from '#views';

const folder = join(projectDir, 'samples/call-logs');
const notOk = readdirSync(join(folder, 'not-ok')).sort();
const sample = (name: string) => readFileSync(join(folder, 'not-ok', name));

/** How these samples must be imported for the fault in their name to show (samples.test.ts of #imports). */
const special: Record<string, { vendor?: null; program?: null; timezone?: null }> = {
  'unknown-vendor.csv': { vendor: null },
  'no-vendor.csv': { vendor: null },
  'no-program.csv': { program: null },
  'no-zone.csv': { timezone: null },
};

const unusable = [
  'empty.csv',
  'only-empty-rows.csv',
  'missing-column.csv',
  'no-header.csv',
  'duplicate-header.csv',
  'no-vendor.csv',
  'no-program.csv',
  'no-zone.csv',
  'unclosed-quote.csv',
  'truncated.csv.gz',
  'damaged.csv.gz',
  'damaged.zip',
  'locked.zip',
  'not-only-logs.zip',
  'archive-in-archive.zip',
  'empty-archive.zip',
  'no-log.xlsx',
  'old-excel.xls',
  'cut-off.json',
  'two-brackets.json',
  'no-talk.json',
  'utf-16-without-mark.csv',
  'two-encodings.csv',
  'cut-off-in-a-character.csv',
];

const session = await testSession();
await applyDeclaration(session, {
  text: readFileSync(join(folder, 'declaration.yaml'), 'utf8'),
  fileName: 'declaration.yaml',
});

async function storedCalls(): Promise<number> {
  const [row] = await session.database.sql.query<{ n: number }>('select count(*)::int as n from call');
  return row?.n ?? 0;
}

/** Calls and words of batches that are not done. */
async function leftBehind(): Promise<unknown[]> {
  return session.database.sql.query(
    `select w.call_id from (select call_id, batch_id from call union all select call_id, batch_id from call_word) w
     join import_batch b on b.id = w.batch_id where b.status <> 'done'`,
  );
}

/** Imports what cannot be used; nothing of it may stay but the failed batch, which says why. */
async function refused(content: Uint8Array | string, options = {}): Promise<UnusableFileError> {
  const id = crypto.randomUUID();
  const [calls, rollup] = [await storedCalls(), await readRollup(session.database, {})];
  const error = await importLog(session, content, { id, ...options }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UnusableFileError);
  expect(await batchSummary(session, id)).toMatchObject({
    status: 'failed',
    inserted: 0,
    error: (error as UnusableFileError).sentence,
  });
  expect(await storedCalls()).toBe(calls);
  expect(await readRollup(session.database, {})).toEqual(rollup);
  expect(await leftBehind()).toEqual([]);
  return error as UnusableFileError;
}

describe.each(notOk)('samples/call-logs/not-ok/%s', (name) => {
  const options = { fileName: name, ...special[name] };

  if (unusable.includes(name))
    it('is refused whole', async () => {
      const { file, reason } = await refused(sample(name), options);
      // Of an archive the member that is at fault.
      expect(file.split('/')[0]).toBe(name);
      expect(say(reason)).not.toBe('');
    });
  else
    it('loses one row, with its place and reason, and keeps the others', async () => {
      await session.database.sql.execute('truncate call, call_rollup');
      const result = await importLog(session, sample(name), options);
      expect(result.rejected).toBe(1);
      expect(result.rows).toBe(result.inserted + 1);
      expect(result.inserted).toBeGreaterThan(0);
      expect(await storedCalls()).toBe(result.inserted);
      const kept = await listRejects(session.database, result.batch, { take: 100 });
      expect(kept).toEqual(result.rejects);
      expect(kept.length).toBeGreaterThan(0);
      for (const { row, reason } of kept) {
        expect(row).toBe(3);
        expect(reason).toEqual(saying(''));
      }
      expect(await leftBehind()).toEqual([]);
    });
});

describe('rejects', () => {
  it.each([
    ['letter-in-number.csv', 'talk_s', '6o', 'is not a number of seconds'],
    ['negative-duration.csv', 'talk_s', '-3', 'is negative'],
    ['31-february.csv', 'started_at', '2026-02-31T09:15:00Z', 'there is no 31 February 2026'],
    ['unknown-vendor.csv', 'vendor', 'nrote', 'is not a declared vendor'],
    ['nul-bytes.csv', 'call_id', 'n-2\ufffd', 'holds a control character'],
  ])('of %s name row 3, %s', async (name, column, value, reason) => {
    const { rejects } = await importLog(session, sample(name), special[name]);
    expect(rejects).toEqual([{ file: 1, row: 3, column, value, reason: saying(reason) }]);
  });
});

const header = 'call_id,started_at,talk_s\n';
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => `good-${index},2026-03-02T09:00:00Z,60\n`).join('');

describe('files of no use', () => {
  it('may be one line of five megabytes', async () => {
    const { row, reason } = await refused('x'.repeat(5_000_000));
    expect(row).toBe(1);
    expect(say(reason)).toContain('longer than 1048576 characters');
  });

  it('may have such a line after good rows', async () => {
    const { row } = await refused(`${header}${rows(10)}${'y'.repeat(5_000_000)}`);
    expect(row).toBe(12);
  });

  it('may have a column twice', async () => {
    const { row, column } = await refused('call_id,talk_s,started_at,talk_s\na,1,2026-03-02,2\n');
    expect([row, column]).toEqual([1, 'talk_s']);
  });

  it('may be nothing at all', async () => {
    expect(say((await refused('')).reason)).toContain('the file is empty');
    expect(say((await refused(gzipSync(''))).reason)).toContain('the file is empty');
  });

  // 60,000 rows are about 2 MB: several blocks are staged before the end is missed.
  const zipped = gzipSync(header + rows(60_000));
  it.each([11, 100, Math.floor(zipped.length / 2), zipped.length - 9, zipped.length - 1])(
    'may be a gzip file cut after %i bytes',
    async (length) => {
      const { reason } = await refused(zipped.subarray(0, length));
      expect(say(reason)).toContain('cut off before its end');
    },
  );

  it('may be bytes that mean nothing', async () => {
    const noise = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256);
    await refused(noise);
    await refused(new Uint8Array(100_000));
  });

  it('may be for a vendor, program or zone that nobody declared', async () => {
    const good = header + rows(1);
    expect((await refused(good, { vendor: 'nobody' })).value).toBe('nobody');
    expect((await refused(good, { program: 'nothing' })).value).toBe('nothing');
    expect((await refused(good, { timezone: 'Europe/Nowhere' })).value).toBe('Europe/Nowhere');
  });

  it('are told of on the imports page', async () => {
    await refused('');
    const { batches } = await importsPage(session);
    const failures = batches.flatMap(({ status, error }) => (status === 'failed' && error ? [say(error)] : []));
    expect(failures).toContainEqual(expect.stringContaining('the file is empty'));
    expect(batches.some(({ status }) => status === 'running')).toBe(false);
  });
});

describe('on the command line', () => {
  const file = (name: string) => join(folder, 'not-ok', name);

  it('a file of no use is exit status 2 and one sentence with the place', async () => {
    const { status, out, err } = await runCli(session, [
      ...['import', 'calls', file('duplicate-header.csv')],
      ...['--vendor', 'norte', '--program', 'orders', '--json'],
    ]);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err.trim()).toBe('duplicate-header.csv, row 1, column talk_s: the header names this column twice');
  });

  it('a bad row is status 0 and told, and status 2 when strict', async () => {
    await session.database.sql.execute('truncate call, call_rollup');
    const command = ['import', 'calls', file('31-february.csv'), '--vendor', 'norte', '--program', 'orders'];
    const strict = await runCli(session, [...command, '--strict']);
    expect(strict.status).toBe(2);
    expect(strict.err).toContain(
      'row 3, column started_at: "2026-02-31T09:15:00Z" does not exist: there is no 31 February 2026',
    );
    expect(await storedCalls()).toBe(0);
    const lenient = await runCli(session, command);
    expect(lenient.status).toBe(0);
    expect(lenient.out).toContain(
      'row 3, started_at "2026-02-31T09:15:00Z": does not exist: there is no 31 February 2026',
    );
    expect(await storedCalls()).toBe(2);
  });

  it('reasons and warnings are sentences in the JSON too', async () => {
    const { out } = await runCli(session, [
      ...['import', 'calls', file('31-february.csv')],
      ...['--vendor', 'norte', '--program', 'orders', '--json'],
    ]);
    const { rejects, warnings } = JSON.parse(out);
    const value = '2026-02-31T09:15:00Z';
    const reason = 'does not exist: there is no 31 February 2026';
    expect(rejects).toEqual([{ row: 3, column: 'started_at', value, reason }]);
    expect(warnings).toContain('the file does not report wait time: it is unknown, not 0');
  });
});

describe('a batch id of the caller', () => {
  it('is refused where it is none, before anything is written', async () => {
    const before = (await importsPage(session)).batches.length;
    async function* nothing() {}
    const input = { files: [fileOfStream('x', nothing)], vendor: 'norte', program: null, timezone: null };
    await expect(
      importCalls(session, { id: 'drop table call', ...input, format: null, mapping: null, strict: false }),
    ).rejects.toThrow();
    expect((await importsPage(session)).batches.length).toBe(before);
  });
});
