import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Nobody holds a lock for longer: an older one is left from before a crash, and its number may be in use again. */
const LONGEST_MS = 180_000;

function isHeld(path: string): boolean {
  try {
    const holder = Number(readFileSync(path, 'utf8'));
    if (!Number.isInteger(holder) || holder <= 0) return false;
    if (Date.now() - statSync(path).mtimeMs > LONGEST_MS) return false;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    // Another user's process lives; a lock that is gone was given back just now, and the next attempt may take it.
    return ['EPERM', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
}

let attempts = 0;

/** A name of this process's own beside the lock. */
function beside(path: string): string {
  attempts += 1;
  return `${path}.${process.pid}.${attempts}`;
}

/** The lock appears with its holder in it: one that is killed in between leaves none without. */
function tryTake(path: string): boolean {
  const own = beside(path);
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, path);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Sets a lock without a holder aside; where another process was faster and it is that one's by now, puts it back. */
function clearAbandoned(path: string): void {
  const aside = beside(path);
  try {
    renameSync(path, aside);
    if (isHeld(aside)) linkSync(aside, path);
  } catch {
    // Somebody else has cleared it, or holds it again: the next attempt tells.
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * Runs `work` while no other process of this machine does the same in this folder. A lock whose holder was killed is
 * taken over.
 */
export async function withFolderLock<T>(folder: string, work: () => Promise<T> | T): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const path = `${folder}/lock`;
  const deadline = Date.now() + LONGEST_MS;
  while (!tryTake(path)) {
    if (!isHeld(path)) clearAbandoned(path);
    else if (Date.now() > deadline) throw new Error(`another process has held ${path} for three minutes`);
    else await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
