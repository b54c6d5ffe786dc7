import { type Actor, localContext } from '#auth';
import { config } from '#config';
import { customerHasher, customerKey } from './customer-key.ts';
import type { Database } from './database.ts';
import { openDatabase } from './open-database.ts';

/** Who asks, on which database, and what the time is: the first argument of every operation and view. */
export type Session = {
  actor: Actor;
  database: Database;
  now: () => Date;
  hashCustomer: (reference: string) => string;
};

/** One database per process, whichever copy of this module a bundler made. */
const scope = globalThis as { breakevenDatabase?: Promise<Database> | undefined };

/** The process's database, opened (and where it is the embedded one, started) when first asked for. */
function processDatabase(): Promise<Database> {
  const { databaseUrl, dataDir, projectDir } = config();
  scope.breakevenDatabase ??= openDatabase({ databaseUrl, dataDir, projectDir }).catch((error: unknown) => {
    scope.breakevenDatabase = undefined;
    throw error;
  });
  return scope.breakevenDatabase;
}

/** The process's database where one has been opened; never opens one. */
export async function openedDatabase(): Promise<Database | null> {
  return (await scope.breakevenDatabase?.catch(() => null)) ?? null;
}

/** Whether nobody answers at the database's address: its server was killed or stopped. */
function isGone(error: unknown): boolean {
  const text = `${(error as { code?: string }).code ?? ''} ${error instanceof Error ? error.message : ''}`;
  return /ECONNREFUSED|ECONNRESET|Connection terminated|57P01|57P03/.test(text);
}

/** The local administrator's session; an embedded server that has been killed meanwhile is started again. */
export async function openSession(): Promise<Session> {
  let database = await processDatabase();
  try {
    await database.sql.query('select 1');
  } catch (error) {
    if (!isGone(error)) throw error;
    scope.breakevenDatabase = undefined;
    await database.close().catch(() => {});
    database = await processDatabase();
  }
  const { customerKey: given, dataDir } = config();
  return {
    ...localContext,
    database,
    now: () => new Date(),
    hashCustomer: customerHasher(customerKey(given, dataDir)),
  };
}

/** Ends the process's database connections, for commands that are done. */
export async function closeSession(): Promise<void> {
  const open = scope.breakevenDatabase;
  scope.breakevenDatabase = undefined;
  if (open) await (await open).close();
}
