/**
 * A process of its own: waits until Playwright or the tests' server is gone, then ends whatever they have started. A run
 * that is killed leaves nothing behind.
 */
import { setTimeout as sleep } from 'node:timers/promises';

const [owner, server] = [Number(process.argv[2]), Number(process.argv[3])];
const folder = process.argv[4] ?? '';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

while (isAlive(owner) && isAlive(server)) await sleep(500);
if (isAlive(server)) process.kill(server, 'SIGKILL');
const { cleanUp } = await import('./clean-up.ts');
await cleanUp(folder);
