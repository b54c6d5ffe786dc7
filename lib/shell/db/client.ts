import pg from 'pg';

/** Opens a connection to the database at an address, for whoever ends it. */
export async function openClient(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // A server that goes away is reported by the statement under way.
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Does work on a connection that is made for it and ended with it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await openClient(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
