import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { localContext } from '#auth';
import { connect, type Session } from '#db';
import { projectDir } from './project-dir.ts';

/** What the time is in tests. */
export const testNow = new Date('2026-04-01T08:00:00Z');

const open: Session[] = [];

/** The settings of a test file, read once, by an import or by the command line; deliveries' folder is deleted after it. */
process.env.BREAKEVEN_DATA_DIR = mkdtempSync(join(tmpdir(), 'breakeven-data-'));
process.env.BREAKEVEN_HOME = projectDir;
process.env.BREAKEVEN_CUSTOMER_KEY = 'a key of the tests only';

afterAll(async () => {
  for (const { database } of open.splice(0)) await database.close();
  rmSync(process.env.BREAKEVEN_DATA_DIR ?? '', { recursive: true, force: true });
});

async function cloneOf(template: URL): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const url = new URL(template);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`create database ${name} template ${template.pathname.slice(1)}`);
  } finally {
    await client.end();
  }
  url.pathname = `/${name}`;
  return url.href;
}

/**
 * The local administrator's session on a new, migrated and empty database, with a fixed clock and a customer key that
 * shows what was hashed. Its connections are closed after the test file.
 */
export async function testSession(): Promise<Session> {
  const database = connect(await cloneOf(new URL(inject('templateUrl'))));
  const session: Session = {
    ...localContext,
    database,
    now: () => testNow,
    hashCustomer: (reference) => Buffer.from(reference.padEnd(16, '.').slice(0, 16)).toString('hex'),
  };
  // The command line opens the database of the settings: the first session's.
  if (open.length === 0) process.env.DATABASE_URL = database.url;
  open.push(session);
  return session;
}
