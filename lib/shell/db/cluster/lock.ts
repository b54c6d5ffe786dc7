import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

function holderIsAlive(path: string): boolean {
  try {
    process.kill(Number(readFileSync(path, 'utf8')), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function tryTake(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs `work` while no other process of this machine does the same in this folder. A lock whose holder was killed is
 * taken over.
 */
export async function withFolderLock<T>(folder: string, work: () => Promise<T> | T): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const path = `${folder}/lock`;
  const deadline = Date.now() + 120_000;
  while (!tryTake(path)) {
    if (!holderIsAlive(path)) rmSync(path, { force: true });
    else if (Date.now() > deadline) throw new Error(`another process has held ${path} for two minutes`);
    else await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
