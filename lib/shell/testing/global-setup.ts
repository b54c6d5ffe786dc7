import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { migrate, startCluster, stopCluster } from '#db';
import { projectDir } from './project-dir.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a migrated and otherwise empty database: the template of every test file's own. */
    templateUrl: string;
  }
}

/**
 * Starts one throw-away server for all database tests and migrates the template; stops and deletes it at the end. The
 * watchdog does the same where this process is killed and never comes to its end.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'breakeven-test-'));
  const watchdog = spawn(
    process.execPath,
    [fileURLToPath(new URL('./watchdog.ts', import.meta.url)), String(process.pid), folder],
    { detached: true, stdio: 'ignore' },
  );
  watchdog.unref();
  const { url } = await startCluster(folder, { throwAway: true });
  await migrate(url, projectDir);
  project.provide('templateUrl', url);
  return async () => {
    await stopCluster(folder);
    rmSync(folder, { recursive: true, force: true });
    watchdog.kill();
  };
}
