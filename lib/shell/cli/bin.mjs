#!/usr/bin/env node
/**
 * Starts the command line. Its code is TypeScript, which the project's own Node runs as it is; an older one hands over.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const home = resolve(fileURLToPath(import.meta.url), '../../../..');
process.env.BREAKEVEN_HOME ??= home;
const own = resolve(home, 'node_modules/.bin/node');

if (!process.features.typescript && existsSync(own)) {
  const { status } = spawnSync(own, process.argv.slice(1), { stdio: 'inherit' });
  process.exit(status ?? 1);
}
// Imports make much short-lived text: without this the heap grows by half before what is dead of it is looked for.
setFlagsFromString('--heap-growing-percent=30');
// The schema engine is WebAssembly imported as a module, of which Node warns that it is new.
process.removeAllListeners('warning');
const { main } = await import('./index.ts');
process.exitCode = await main(process.argv.slice(2));
