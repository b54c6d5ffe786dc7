import { withClient } from '../client.ts';
import { migrate } from './migrate.ts';

/** Drops everything of ours in the database and applies all migrations anew. */
export async function resetDatabase(url: string, projectDir: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('drop schema if exists staging cascade');
    // What is to be run in the background; whoever next has work for it, or runs it, makes the queue anew.
    await client.query('drop schema if exists jobs cascade');
    await client.query('drop schema public cascade');
    await client.query('create schema public');
  });
  await migrate(url, projectDir);
}
