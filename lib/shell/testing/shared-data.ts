import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { projectDir } from './project-dir.ts';

/**
 * Path of a file of ../shared/data, which lies beside a developer's clone. Without it the test is skipped and says so;
 * with BREAKEVEN_REQUIRE_SHARED=1 it fails.
 */
export function sharedData({ skip }: Pick<TestContext, 'skip'>, name: string): string {
  const path = join(projectDir, '../shared/data', name);
  if (existsSync(path)) return path;
  const reason = `../shared/data/${name} is not here`;
  if (process.env.BREAKEVEN_REQUIRE_SHARED === '1') throw new Error(reason);
  return skip(reason);
}
