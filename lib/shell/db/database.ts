import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../../../generated/prisma/client.ts';

/** Raw statements: rows come back as the driver gives them, so statements cast what must not become a float. */
export type Sql = {
  query<T>(text: string, values?: unknown[]): Promise<T[]>;
  execute(text: string, values?: unknown[]): Promise<number>;
};

/** A database to read and write, or a transaction on it. */
export type Db = {
  prisma: Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>;
  sql: Sql;
};

export type Database = Db & {
  url: string;
  pool: pg.Pool;
  /** All of it or nothing. */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** An import of many million rows commits in one transaction. */
const LONGEST_TRANSACTION_MS = 3_600_000;

/** Raw statements on a pool, or on one connection. */
export function sqlOn(connection: Pick<pg.Client, 'query'>): Sql {
  return {
    query: async <T>(text: string, values: unknown[] = []) => (await connection.query(text, values)).rows as T[],
    execute: async (text, values = []) => (await connection.query(text, values)).rowCount ?? 0,
  };
}

function prismaSql(prisma: Db['prisma']): Sql {
  return {
    query: <T>(text: string, values: unknown[] = []) => prisma.$queryRawUnsafe<T[]>(text, ...values),
    execute: (text, values = []) => prisma.$executeRawUnsafe(text, ...values),
  };
}

/** Opens a database at an address; the caller sees to it that it is migrated. */
export function connect(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 12 });
  // A server that goes away ends idle connections; the next query opens a new one or reports the fault.
  pool.on('error', () => {});
  return connectOn(url, pool);
}

/** The same on the connections that a pool lends. */
export function connectOn(url: string, pool: pg.Pool): Database {
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal' });
  return {
    url,
    pool,
    prisma,
    sql: sqlOn(pool),
    transaction: (work) =>
      prisma.$transaction((tx) => work({ prisma: tx, sql: prismaSql(tx) }), {
        timeout: LONGEST_TRANSACTION_MS,
        maxWait: 60_000,
      }),
    close: async () => {
      await prisma.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}
