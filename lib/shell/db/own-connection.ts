import pg from 'pg';
import { openClient } from './client.ts';
import { connectOn, type Database } from './database.ts';

/** A pool that lends its one connection to everybody: nobody waits for another, statements queue on it. */
class PoolOfOne extends pg.Pool {
  readonly #client: pg.PoolClient;

  constructor(client: pg.Client) {
    super({ max: 1 });
    this.#client = Object.assign(client, { release: () => {} });
  }

  override connect(): Promise<pg.PoolClient> {
    return Promise.resolve(this.#client);
  }

  override query(...statement: unknown[]): never {
    return (this.#client.query as (...statement: unknown[]) => never)(...statement);
  }
}

/** A database whose every statement runs on one connection of its own, so that COPY can be part of a transaction. */
export type OwnDatabase = Database & { client: pg.Client };

/** Opens a connection of one's own to the same database. */
export async function onOwnConnection({ url }: Pick<Database, 'url'>): Promise<OwnDatabase> {
  const client = await openClient(url);
  const database = connectOn(url, new PoolOfOne(client));
  const close = async () => {
    await database.close();
    await client.end();
  };
  return { ...database, client, close };
}
