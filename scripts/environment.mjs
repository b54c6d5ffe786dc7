/** What every script shares: where the project is, its own Node, and an environment without telemetry or downloads. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const home = resolve(fileURLToPath(import.meta.url), '../..');
const bin = resolve(home, 'node_modules/.bin');

/** The Node that the project pins; the one that runs this script where it is not installed yet. */
export const ownNode = () => {
  const own = resolve(bin, process.platform === 'win32' ? 'node.cmd' : 'node');
  return existsSync(own) ? own : process.execPath;
};

export const environment = {
  ...process.env,
  PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  // A smaller nursery keeps an import of a million rows under 400 MB at no cost in time (npm run bench).
  NODE_OPTIONS:
    `${process.env.NODE_OPTIONS ?? ''} --disable-warning=ExperimentalWarning --max-semi-space-size=16`.trim(),
};

export function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Runs a program of the project to its end; ends this script with its status where it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: home, stdio: 'inherit', env: environment, ...options });
  if (error) fail(`cannot run ${command}: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

/** Runs a JavaScript file of an installed package under the project's Node. */
export function runTool(file, args, options) {
  run(ownNode(), [resolve(home, 'node_modules', file), ...args], options);
}

/** Runs the product's command line. */
export function cli(args, options) {
  run(ownNode(), ['lib/shell/cli/bin.mjs', ...args], options);
}

/** What a command of the product answers with --json. */
export function cliJson(args) {
  const options = { cwd: home, env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] };
  const { status, stdout } = spawnSync(ownNode(), ['lib/shell/cli/bin.mjs', ...args, '--json'], options);
  if (status !== 0) process.exit(status ?? 1);
  return JSON.parse(stdout);
}

/** Starts a program of the project and hands it the signals that end this script. */
export function start(args, options = {}) {
  const child = spawn(ownNode(), args, { cwd: home, stdio: 'inherit', env: environment, ...options });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((done) => child.on('exit', (code, signal) => done(signal ? 0 : (code ?? 1))));
}

/** Installs from the lock file where it is not what is installed. */
export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Breakeven needs Node 20.19 or newer; this is ${process.versions.node}`);
  const installed = resolve(home, 'node_modules/.breakeven-lock');
  const lock = readFileSync(resolve(home, 'package-lock.json'), 'utf8');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return;
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  if (npm) run(process.execPath, [npm, ...args]);
  else run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { shell: process.platform === 'win32' });
  writeFileSync(installed, lock);
}
