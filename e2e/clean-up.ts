import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopCluster } from '#db';

/** The file that lists the leaders of the process groups which a run has started, one a line. */
export const groupsFile = (folder: string) => join(folder, 'groups');

function groups(folder: string): number[] {
  const file = groupsFile(folder);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).map(Number);
}

/** Ends everything that a run has started and deletes its folder; again, it does nothing. */
export async function cleanUp(folder: string): Promise<void> {
  for (const group of groups(folder))
    try {
      process.kill(-group, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  await stopCluster(folder);
  rmSync(folder, { recursive: true, force: true });
}
