import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { closeSession } from '#db';
import { callLog, declare, norte, testSession } from '#testing';
import { startWatching, stopWatching } from './server.ts';

const session = await testSession();
const root = mkdtempSync(join(tmpdir(), 'breakeven-watch-'));
// Settings are read when they are first asked for.
process.env.BREAKEVEN_WATCH_DIR = root;

afterAll(async () => {
  await stopWatching();
  await closeSession();
  rmSync(root, { recursive: true });
});

const batches = () =>
  session.database.sql.query<{ name: string }>('select file_name as name from import_batch order by file_name');

function lay(name: string): void {
  mkdirSync(join(root, 'norte'), { recursive: true });
  writeFileSync(join(root, 'norte', name), callLog([{ call_id: name, started_at: '2026-03-02 09:00:00', talk_s: 60 }]));
}

describe('the server', () => {
  it('watches the folder of its settings once, however often it is started and stopped', async () => {
    await declare(session, norte);
    startWatching();
    startWatching();
    lay('first.csv');
    await expect.poll(batches, { timeout: 30_000 }).toEqual([{ name: 'first.csv' }]);
    await stopWatching();
    lay('second.csv');
    startWatching();
    await expect.poll(batches, { timeout: 30_000 }).toEqual([{ name: 'first.csv' }, { name: 'second.csv' }]);
  });
});
