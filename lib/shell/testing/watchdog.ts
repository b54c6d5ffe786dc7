/**
 * A process of its own: waits until the process that it is told of is gone, then stops the test server in the folder
 * and deletes it. A test run that is killed leaves nothing behind.
 */
import { existsSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const [pid, folder] = [Number(process.argv[2]), process.argv[3] ?? ''];

function isAlive(): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

while (isAlive()) {
  await sleep(500);
  if (!existsSync(folder)) process.exit(0);
}
const { stopCluster } = await import('#db');
await stopCluster(folder);
rmSync(folder, { recursive: true, force: true });
