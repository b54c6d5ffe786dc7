import { existsSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { binaries } from './binaries.ts';
import { runAsServer } from './server-user.ts';

/** How long a server may take to answer, or one that was killed to disappear from the table of processes. */
const PATIENCE_MS = 20_000;

/** What PostgreSQL's own lock file and pg_ctl say of a server in the data folder; they decide, not we. */
function claimed(data: string): { pid: number; port: number } | null {
  const file = `${data}/postmaster.pid`;
  if (!existsSync(file)) return null;
  const said = runAsServer({ file: binaries().pg_ctl, args: ['status', '-D', data], dataDir: data }, { allow: [3, 4] });
  if (!said.includes('server is running') || !existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return Number.isInteger(port) && port > 0 ? { pid, port } : null;
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    const end = (answered: boolean) => {
      socket.destroy();
      done(answered);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}

/** Dead, but listed until its parent asks: some containers have nobody who does. */
function isZombie(pid: number): boolean {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) && / Z /.test(readFileSync(file, 'utf8').replace(/^.*\)/, ''));
}

/**
 * Port of the running server of this data folder, or null. A server that was killed counts as running, to PostgreSQL,
 * until its parent has taken notice; so one that does not answer is given time to come up or to disappear.
 */
export async function runningPort(data: string): Promise<number | null> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const server = claimed(data);
    if (server === null || (await answers(server.port))) return server?.port ?? null;
    if (Date.now() > deadline) {
      if (!isZombie(server.pid)) return server.port;
      rmSync(`${data}/postmaster.pid`, { force: true });
      return null;
    }
    await sleep(100);
  }
}
