import type pg from 'pg';
import { openClient } from './client.ts';
import { type Database, type Sql, sqlOn } from './database.ts';

/** A connection of one's own that holds a lock for as long as it lives. */
export type LockedConnection = { client: pg.Client; sql: Sql; release(): Promise<void> };

/** A machine that lost its power says no goodbye: its connection, and the lock, end a minute later. */
const keepalives = 'set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3';

/**
 * Opens a connection and waits until it alone holds the lock on this id in this key space. PostgreSQL frees the lock
 * when the connection ends, however the process ends.
 */
export async function lockedConnection(
  { url }: Pick<Database, 'url'>,
  { space, id }: { space: number; id: string },
): Promise<LockedConnection> {
  const client = await openClient(url);
  try {
    await client.query(keepalives);
    await client.query('select pg_advisory_lock(hashtextextended($1, $2))', [id, space]);
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  return { client, sql: sqlOn(client), release: () => client.end() };
}
