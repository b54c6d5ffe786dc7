import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRollup, type Session } from '#db';
import { storeDelivery } from '#operations';
import { callLog, declare, norte, projectDir, runCli, testSession } from '#testing';

const folder = mkdtempSync(join(tmpdir(), 'breakeven-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let session: Session;
beforeAll(async () => {
  session = await testSession();
  await declare(session, norte);
});

const row = (over = {}) => ({ call_id: 'a', started_at: '2026-03-02 09:00', talk_s: 60, ...over });
function fileOf(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const run = (...args: string[]) => runCli(session, args);
async function json(...args: string[]) {
  const { status, out } = await run(...args, '--json');
  expect(status).toBe(0);
  return JSON.parse(out);
}
const of = ['--vendor', 'norte', '--program', 'orders'];
const calls = async () => (await readRollup(session.database, {})).reduce((sum, own) => sum + own.calls, 0);

describe('several files', () => {
  it('are imported one after the other, and one of them is as ever', async () => {
    const files = [
      fileOf('one.csv', callLog([row()])),
      fileOf('two.csv', callLog([row({ talk_s: 90 }), row({ call_id: 'b' })])),
    ];
    const both = await json('import', 'calls', ...files, ...of);
    expect(both).toMatchObject([
      { rows: 1, inserted: 1, repeatOf: null },
      { rows: 2, inserted: 1, updated: 1, repeatOf: null },
    ]);
    const again = await json('import', 'calls', files[1] ?? '', ...of);
    expect(again).toMatchObject({ rows: 2, unchanged: 2, repeatOf: both[1].batch });
    const said = (await run('import', 'calls', files[1] ?? '', ...of)).out;
    expect(said).toContain(`the same content as import ${both[1].batch}`);
  });

  it('may be one delivery', async () => {
    const files = [
      fileOf('three.csv', callLog([row({ call_id: 'c' })])),
      fileOf('four.csv', callLog([row({ call_id: 'd', talk_s: 'x' })])),
    ];
    const one = await json('import', 'calls', '--together', ...files, ...of);
    expect(one).toMatchObject({ rows: 2, inserted: 1, rejected: 1, rejects: [{ file: 2, row: 2, column: 'talk_s' }] });
  });

  it('of formats that tell parts of the same calls are one delivery by themselves', async () => {
    const sample = (path: string) => join(projectDir, 'samples/call-logs/platforms', path);
    const files = [
      sample('asterisk-cdr/ok/21-columns-ring-group.csv'),
      fileOf('five.csv', callLog([row({ call_id: 'e' })])),
      sample('asterisk-queue-log/ok/queue_log'),
    ];
    const imported = await json('import', 'calls', ...files, ...of, '--timezone', 'UTC');
    expect(imported).toMatchObject([{ format: 'asterisk-cdr, asterisk-queue-log' }, { format: 'canonical' }]);
  });

  it('stop at the first that cannot be imported, and say what stands', async () => {
    const files = [fileOf('six.csv', callLog([row({ call_id: 'f' })])), fileOf('seven.csv', 'no log')];
    const before = await calls();
    const { status, out, err } = await run('import', 'calls', ...files, ...of);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('1 rows: 1 inserted');
    expect(err).toContain('seven.csv');
    expect(await calls()).toBe(before + 1);
  });

  it('do not go with standard input', async () => {
    expect((await run('import', 'calls', '-', fileOf('eight.csv', ''))).status).toBe(2);
  });
});

describe('imports that there are', () => {
  it('are listed, undone and named where nothing can be done', async () => {
    const { batch } = await json('import', 'calls', fileOf('nine.csv', callLog([row({ call_id: 'i' })])), ...of);
    const [newest] = await json('import', 'list', '--vendor', 'norte', '--status', 'done');
    expect(newest).toMatchObject({ status: 'done', vendor: 'norte', source: 'command' });
    const before = await calls();
    expect(await json('import', 'undo', batch)).toEqual({ batch, removed: 1, restored: 0, days: 1 });
    expect(await calls()).toBe(before - 1);
    expect((await run('import', 'list', '--status', 'undone')).out).toContain(batch);
    expect((await run('import', 'cancel', batch)).err).toContain('the import is undone');
    expect((await run('import', 'retry', batch)).err).toContain('the import is undone');
    expect((await run('import', 'undo', crypto.randomUUID())).status).toBe(2);
  });

  it('that were cancelled are tried again', async () => {
    const { id } = await storeDelivery(session, {
      ...{ program: 'orders', timezone: 'Europe/Rome', format: null, mapping: null, strict: false },
      files: [{ name: 'later.csv', bytes: Readable.from([Buffer.from(callLog([row({ call_id: 'j' })]))]) }],
      ...{ source: 'page', vendor: 'norte', draft: false },
    });
    expect(await json('import', 'cancel', id)).toEqual({ batch: id, cancelled: true });
    const before = await calls();
    expect(await json('import', 'retry', id)).toMatchObject({ batch: id, status: 'done', rows: 1, inserted: 1 });
    expect(await calls()).toBe(before + 1);
  });

  it('that failed cannot be tried again where their files are not kept', async () => {
    await run('import', 'calls', fileOf('ten.csv', 'no log'), ...of);
    const [failed] = await json('import', 'list', '--status', 'failed');
    expect(failed).toMatchObject({ file: 'ten.csv', error: expect.stringContaining('ten.csv') });
    expect((await run('import', 'retry', failed.batch)).err).toContain('no longer kept');
  });
});
