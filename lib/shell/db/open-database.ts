import { sweepAbandoned } from './calls/claim.ts';
import { startCluster } from './cluster/cluster.ts';
import { connect, type Database } from './database.ts';
import { migrate } from './migrations/migrate.ts';

type Where = { databaseUrl: string | null; dataDir: string; projectDir: string };

/** The address of the database that the settings name; starts the embedded server where they name none. */
export async function databaseUrl({ databaseUrl: given, dataDir }: Where): Promise<string> {
  return given ?? (await startCluster(dataDir)).url;
}

/** Opens the database that the settings name: started, migrated, and without what killed imports left behind. */
export async function openDatabase(where: Where): Promise<Database> {
  const url = await databaseUrl(where);
  await migrate(url, where.projectDir);
  const database = connect(url);
  await sweepAbandoned(database, new Date());
  return database;
}
