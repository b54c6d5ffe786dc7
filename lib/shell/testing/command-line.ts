import { vi } from 'vitest';
import { main } from '#cli';
import type { Session } from '#db';
import { projectDir } from './project-dir.ts';

/** The database that this process's settings name. */
let used: string | undefined;

type CliAnswer = { status: number; out: string; err: string };

/**
 * Runs a command line in this process on the session's database and returns what it wrote. Settings are read once a
 * process, so a test file uses one session here.
 */
export async function runCli({ database }: Pick<Session, 'database'>, args: string[]): Promise<CliAnswer> {
  used ??= database.url;
  if (used !== database.url) throw new Error('a test file runs the command line on one database');
  process.env.DATABASE_URL = used;
  process.env.BREAKEVEN_HOME = projectDir;
  process.env.BREAKEVEN_CUSTOMER_KEY = 'a key of the tests only';
  const written = { out: '', err: '' };
  const into = (stream: 'out' | 'err') => (chunk: string | Uint8Array) => {
    written[stream] += String(chunk);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(into('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(into('err')),
  ];
  try {
    return { status: await main(args), ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
