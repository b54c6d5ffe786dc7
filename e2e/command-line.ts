import { spawnSync } from 'node:child_process';
import { environment, home, ownNode } from '../scripts/environment.mjs';
import { databaseOf, type Product, runFolder } from './products.ts';

type Answer = { status: number | null; out: string; err: string };

/** Runs a program of the project to its end. */
export function runNode(args: string[], env: Record<string, string>): Answer {
  const { status, stdout, stderr } = spawnSync(ownNode(), args, {
    cwd: home,
    env: { ...environment, BREAKEVEN_DATA_DIR: runFolder(), ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, out: stdout, err: stderr };
}

/** What the command line answers with --json on the database of a product. */
// biome-ignore lint/suspicious/noExplicitAny: each command's document is its own, and the tests say what they expect of it
export function cli(product: Product, ...args: string[]): any {
  const command = ['lib/shell/cli/bin.mjs', ...args, '--json'];
  const { status, out, err } = runNode(command, { DATABASE_URL: databaseOf(product) });
  if (status !== 0) throw new Error(`breakeven ${args.join(' ')} ended with ${status}: ${err}`);
  return JSON.parse(out);
}
