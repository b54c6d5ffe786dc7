import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startCluster, stopCluster } from '#db';
import { projectDir } from '#testing';
import { withClient } from '../client.ts';
import { withFolderLock } from './lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'breakeven-cluster-'));
afterAll(async () => {
  await stopCluster(folder);
  rmSync(folder, { recursive: true, force: true });
});

const start = () => startCluster(folder, { throwAway: true });
const postmaster = () => Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

async function query(url: string, text: string): Promise<unknown[]> {
  return (await withClient(url, (client) => client.query(text))).rows;
}

/** Another process that asks for the same cluster; says whether it was the one that started it. */
function startElsewhere(): Promise<{ url: string; started: boolean }> {
  const code = `const { startCluster } = await import('#db');
    process.stdout.write(JSON.stringify(await startCluster(${JSON.stringify(folder)}, { throwAway: true })));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: projectDir });
  let out = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  return new Promise((done, failed) =>
    child.on('exit', (status) => (status === 0 ? done(JSON.parse(out)) : failed(new Error(`exit status ${status}`)))),
  );
}

describe('the embedded server', () => {
  it('is one, whoever asks for it at the same time', async () => {
    const answers = await Promise.all([start(), start(), startElsewhere(), startElsewhere()]);
    expect(answers.filter(({ started }) => started)).toHaveLength(1);
    expect(new Set(answers.map(({ url }) => url)).size).toBe(1);
  });

  it('is the same when asked for again, and listens on loopback only', async () => {
    const pid = postmaster();
    const { url, started } = await start();
    expect(started).toBe(false);
    expect(postmaster()).toBe(pid);
    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const stranger = new URL(url);
    stranger.password = 'wrong';
    await expect(query(stranger.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('that is killed starts again at the same address, with its data', async () => {
    const { url } = await start();
    await query(url, 'create table kept (n int)');
    await query(url, 'insert into kept values (42)');
    await query(url, 'checkpoint');
    process.kill(postmaster(), 'SIGKILL');
    const again = await start();
    expect(again).toEqual({ url, started: true });
    expect(await query(url, 'select n from kept')).toEqual([{ n: 42 }]);
  });

  it('that is stopped starts again', async () => {
    const { url } = await start();
    expect(await stopCluster(folder)).toBe(true);
    expect(await stopCluster(folder)).toBe(false);
    expect(await start()).toEqual({ url, started: true });
    expect(await query(url, 'select n from kept')).toEqual([{ n: 42 }]);
  });
});

describe("a folder's lock", () => {
  const own = mkdtempSync(join(tmpdir(), 'breakeven-lock-'));
  afterAll(() => rmSync(own, { recursive: true, force: true }));
  const path = join(own, 'lock');
  const quick = { timeout: 10_000 };

  it('is held by one at a time', quick, async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((done) => setTimeout(done, 20));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 6 }, () => withFolderLock(own, work)));
    expect(most).toBe(1);
  });

  it('is given back when the work fails', quick, async () => {
    await expect(withFolderLock(own, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withFolderLock(own, () => 'done')).toBe('done');
  });

  it.each([
    ['of a process that was killed', '4194303'],
    ['without a holder', ''],
    ['of no process', 'x'],
  ])('%s is taken over', quick, async (_, holder) => {
    writeFileSync(path, holder);
    expect(await withFolderLock(own, () => 'done')).toBe('done');
  });

  it('from before a restart of the machine is taken over, though its number is in use again', quick, async () => {
    writeFileSync(path, String(process.pid));
    const hourAgo = new Date(Date.now() - 3_600_000);
    utimesSync(path, hourAgo, hourAgo);
    expect(await withFolderLock(own, () => 'done')).toBe('done');
  });
});
