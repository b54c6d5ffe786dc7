import { vi } from 'vitest';
import { main } from '#cli';
import { config } from '#config';
import type { Session } from '#db';

type CliAnswer = { status: number; out: string; err: string };

/**
 * Runs a command line in this process on the session's database and returns what it wrote. Settings are read once a
 * process, so a test file uses its first session here.
 */
export async function runCli({ database }: Pick<Session, 'database'>, args: string[]): Promise<CliAnswer> {
  if (config().databaseUrl !== database.url) throw new Error('a test file runs the command line on its first session');
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
