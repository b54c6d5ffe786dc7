import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { chownSync, readFileSync } from 'node:fs';
import { isClosedToOthers } from './closed-folder.ts';

/** PostgreSQL refuses to run as root; as root the server runs as this user instead. Null = run as oneself. */
type ServerUser = { name: string; uid: number; gid: number } | null;

function lookUp(name: string): ServerUser {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null;
}

function findServerUser(): ServerUser {
  if (process.getuid?.() !== 0) return null;
  const existing = lookUp('postgres');
  if (existing) return existing;
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], {
    stdio: 'ignore',
  });
  const user = lookUp('postgres') ?? lookUp('nobody');
  if (!user) throw new Error('PostgreSQL does not run as root, and no user "postgres" could be made: set DATABASE_URL');
  return user;
}

let found: ServerUser | undefined;
function serverUser(): ServerUser {
  if (found === undefined) found = findServerUser();
  return found;
}

/** Gives a file or folder to the user that the server runs as. */
export function giveToServer(path: string): void {
  const user = serverUser();
  if (user) chownSync(path, user.uid, user.gid);
}

type Command = { file: string; args: string[]; dataDir: string };

/**
 * Runs one of PostgreSQL's programs as a user that it accepts. As root, with data in a folder closed to others, the
 * user gets the one capability that lets it pass through (setpriv, util-linux). Throws with what the program said.
 */
export function runAsServer(
  { file, args, dataDir }: Command,
  options: { allow?: number[]; env?: NodeJS.ProcessEnv } = {},
): string {
  const user = serverUser();
  const spawnOptions: SpawnSyncOptions = {
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  };
  let result: ReturnType<typeof spawnSync>;
  if (user && isClosedToOthers(dataDir)) {
    const grant = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--clear-groups'];
    const identity = [`--reuid=${user.uid}`, `--regid=${user.gid}`];
    result = spawnSync('setpriv', [...identity, ...grant, file, ...args], spawnOptions);
  } else result = spawnSync(file, args, user ? { ...spawnOptions, uid: user.uid, gid: user.gid } : spawnOptions);
  if (result.error) throw new Error(`cannot run ${file}: ${result.error.message}`);
  if (result.status !== 0 && !options.allow?.includes(result.status ?? -1))
    throw new Error(`${file} ${args[0] ?? ''} failed: ${`${result.stdout}\n${result.stderr}`.trim()}`);
  return String(result.stdout);
}
