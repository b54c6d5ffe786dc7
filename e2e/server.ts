/**
 * What the stories are told about: a throw-away PostgreSQL, the demonstration loaded through the command line, and three
 * products served as `npm run start` serves them. Ends with a signal, and takes everything with it.
 */
import { type SpawnOptions, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startCluster } from '#db';
import { environment, fail, home, ownNode } from '../scripts/environment.mjs';
import { cleanUp, groupsFile } from './clean-up.ts';
import { addressFile, databaseOf, type Product, products, runFolder } from './products.ts';

const folder = runFolder();

async function leave(status: number): Promise<never> {
  await cleanUp(folder);
  process.exit(status);
}

function startNode(args: string[], env: Record<string, string>, options: SpawnOptions = {}) {
  return spawn(ownNode(), args, {
    cwd: home,
    stdio: ['ignore', 'ignore', 'inherit'],
    ...options,
    env: { ...environment, BREAKEVEN_DATA_DIR: folder, ...env },
  });
}

async function loadDemonstration(databaseUrl: string): Promise<void> {
  const loading = startNode(['lib/shell/cli/bin.mjs', 'demo', 'load'], { DATABASE_URL: databaseUrl });
  const status = await new Promise((done) => loading.on('exit', done));
  if (status !== 0) throw new Error('the demonstration could not be loaded');
}

/** The demonstration is copied, so that a story that changes it leaves the others theirs. */
async function makeDatabases(server: string): Promise<void> {
  const loaded = new URL(server).pathname.slice(1);
  const client = new pg.Client({ connectionString: databaseOf({ ...products.shown, database: 'postgres' }, server) });
  await client.connect();
  for (const { database } of [products.shown, products.changed])
    await client.query(`create database ${database} template ${loaded}`);
  await client.query(`create database ${products.empty.database}`);
  await client.end();
}

function serve(product: Product): void {
  const env = { DATABASE_URL: databaseOf(product), HOST: '127.0.0.1', PORT: String(product.port) };
  const served = startNode(['scripts/start.mjs'], env, { detached: true });
  appendFileSync(groupsFile(folder), `${served.pid}\n`);
  served.on('exit', (status) => {
    process.stderr.write(`the product at ${product.url} ended with status ${status}\n`);
    void leave(1);
  });
}

async function answers({ url }: Product): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (response?.ok) return;
    await sleep(100);
  }
}

if (!existsSync(resolve(home, '.next/BUILD_ID')))
  fail('There is no production build to test: run `npm run build` first, or `npm test`, which does.');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(0));
mkdirSync(folder, { recursive: true });
const watchdog = fileURLToPath(new URL('./watchdog.ts', import.meta.url));
const watched = [process.env.BREAKEVEN_E2E_OWNER ?? String(process.ppid), String(process.pid), folder];
startNode(
  ['--disable-warning=ExperimentalWarning', watchdog, ...watched],
  {},
  { detached: true, stdio: 'ignore' },
).unref();
try {
  const { url } = await startCluster(folder, { throwAway: true });
  writeFileSync(addressFile(), url);
  await loadDemonstration(url);
  await makeDatabases(url);
  const all = Object.values(products);
  for (const product of all) serve(product);
  await Promise.all(all.map(answers));
  process.stdout.write('three products are served\n');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  await leave(1);
}
