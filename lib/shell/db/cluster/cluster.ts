import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../client.ts';
import { binaries } from './binaries.ts';
import { withFolderLock } from './lock.ts';
import { runningPort } from './running.ts';
import { giveToServer, runAsServer } from './server-user.ts';

const USER = 'breakeven';
const DATABASE = 'breakeven';

/** A sixteenth of the machine's memory, within 128 MB and 1 GB: a bulk load's indexes should stay in it. */
const sharedBuffersMb = Math.round(Math.min(1024, Math.max(128, totalmem() / 2 ** 20 / 16)));

/** Settings for a machine of one's own that takes bulk loads; appended once, when the cluster is made. */
const settings = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 100
shared_buffers = ${sharedBuffersMb}MB
work_mem = 16MB
maintenance_work_mem = 128MB
max_wal_size = 4GB
wal_level = minimal
max_wal_senders = 0
checkpoint_timeout = 15min
jit = off
dynamic_shared_memory_type = mmap
timezone = 'UTC'
log_timezone = 'UTC'
logging_collector = off
`;

/** Settings of a cluster that a test throws away: nothing in it has to survive a crash, and every test has a session. */
const throwAway = 'fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nmax_connections = 400\n';

type Options = { throwAway?: boolean };

/** The wished port where it is free, else any free one. */
async function freePort(wished: number): Promise<number> {
  const server = createServer();
  const listening = await new Promise<boolean>((done) => {
    server.once('error', () => done(false)).listen(wished, '127.0.0.1', () => done(true));
  });
  if (!listening) return freePort(0);
  const address = server.address();
  await new Promise<void>((done) => server.close(() => done()));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** A cluster keeps its port, so that processes which outlive a restart find it again. */
async function ownPort(folder: string): Promise<number> {
  const file = `${folder}/port`;
  const port = await freePort(existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0);
  writeFileSync(file, String(port));
  return port;
}

function initialise(folder: string, options: Options): void {
  const target = `${folder}/postgres`;
  const fresh = `${folder}/postgres.new`;
  rmSync(fresh, { recursive: true, force: true });
  const secret = randomBytes(24).toString('hex');
  writeFileSync(`${folder}/secret`, secret, { mode: 0o600 });
  const passwordFile = `${folder}/secret.once`;
  writeFileSync(passwordFile, secret, { mode: 0o600 });
  mkdirSync(fresh, { mode: 0o700 });
  giveToServer(passwordFile);
  giveToServer(fresh);
  const args = ['-D', fresh, '-U', USER, '--pwfile', passwordFile, '--auth=scram-sha-256', '--encoding=UTF8'];
  runAsServer({ file: binaries().initdb, args: [...args, '--locale=C', '--no-sync'], dataDir: fresh });
  rmSync(passwordFile);
  const file = `${fresh}/postgresql.conf`;
  writeFileSync(file, `${readFileSync(file, 'utf8')}${settings}${options.throwAway ? throwAway : ''}`);
  renameSync(fresh, target);
}

async function startServer(folder: string): Promise<number> {
  const data = `${folder}/postgres`;
  const port = await ownPort(folder);
  const args = ['start', '-w', '-t', '120', '-D', data, '-l', `${data}/server.log`, '-o', `-p ${port}`];
  runAsServer({ file: binaries().pg_ctl, args, dataDir: data });
  return port;
}

function addressOf(folder: string, port: number, database: string): string {
  return `postgresql://${USER}:${readFileSync(`${folder}/secret`, 'utf8')}@127.0.0.1:${port}/${database}`;
}

async function ensureDatabase(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  });
}

/**
 * Makes sure that the embedded PostgreSQL of this folder runs and returns its address. Whoever comes first starts it;
 * it belongs to no process, so killing any of them leaves it to the others; a folder never has two servers, because
 * starting is done under a lock and PostgreSQL refuses a folder in use.
 */
export async function startCluster(folder: string, options: Options = {}): Promise<{ url: string; started: boolean }> {
  return withFolderLock(folder, async () => {
    chmodSync(folder, 0o755);
    if (!existsSync(`${folder}/postgres/PG_VERSION`)) initialise(folder, options);
    return findOrStart(folder, ATTEMPTS);
  });
}

const ATTEMPTS = 20;

/** A server that is just dying still takes a connection and drops it, or still holds its memory: then look again. */
const dying = /ECONNRESET|ECONNREFUSED|EPIPE|Connection terminated|shared memory|shutting down|starting up/;

async function findOrStart(folder: string, attempts: number): Promise<{ url: string; started: boolean }> {
  try {
    const running = await runningPort(`${folder}/postgres`);
    const port = running ?? (await startServer(folder));
    await ensureDatabase(addressOf(folder, port, 'postgres'));
    return { url: addressOf(folder, port, DATABASE), started: running === null };
  } catch (error) {
    if (attempts <= 1 || !(error instanceof Error && dying.test(error.message))) throw error;
    await sleep(250);
    return findOrStart(folder, attempts - 1);
  }
}

/** Whether anybody is connected to the server. */
async function isBusy(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const others = await client.query(
      `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    return (others.rowCount ?? 0) > 0;
  });
}

/** Stops the server of this folder, `onlyIfIdle` where nobody is connected; says whether it did. */
export async function stopCluster(folder: string, { onlyIfIdle = false } = {}): Promise<boolean> {
  const data = `${folder}/postgres`;
  if (!existsSync(`${data}/PG_VERSION`)) return false;
  return withFolderLock(folder, async () => {
    const port = await runningPort(data);
    if (port === null || (onlyIfIdle && (await isBusy(addressOf(folder, port, 'postgres'))))) return false;
    runAsServer({ file: binaries().pg_ctl, args: ['stop', '-w', '-m', 'fast', '-D', data], dataDir: data });
    return true;
  });
}
