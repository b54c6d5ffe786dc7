/**
 * `npm run up`: everything from a fresh clone to the served product. Installs, starts and migrates the database, loads
 * the demonstration where the database is empty, builds where the sources have changed, serves. Again, it is quick and
 * loses nothing.
 */

import { buildIfNeeded, generate } from './build.mjs';
import { cli, cliJson, install, start } from './environment.mjs';

const step = (text) => process.stdout.write(`- ${text}\n`);

step('installing what the lock file names');
install();
generate();
step('starting the database');
cli(['db', 'migrate']);
if (process.env.BREAKEVEN_DEMO !== 'off' && cliJson(['db', 'status']).vendors === 0) {
  step('loading the demonstration: real call durations and outcomes, invented vendors and money');
  cli(['demo', 'load']);
}
buildIfNeeded(step);
process.exitCode = await start(['scripts/start.mjs']);
// The embedded database outlives whoever else still uses it.
if (!process.env.DATABASE_URL) cli(['db', 'stop', '--if-idle']);
