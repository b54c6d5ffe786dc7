import { config } from '#config';
import { databaseUrl, dataSpan, listVendors, migrate, resetDatabase, stopCluster } from '#db';
import { rebuildRollup } from '#operations';
import { type Command, UsageError } from '../command.ts';

type Simple = Pick<Command, 'name' | 'help' | 'run'> & Partial<Pick<Command, 'options'>>;

const simple = (command: Simple): Command => ({ args: [], options: {}, ...command });

/** Fails where the database is a server that others run: it is not ours to start or stop. */
function embeddedDir(): string {
  const { databaseUrl: given, dataDir } = config();
  if (given !== null) throw new UsageError('DATABASE_URL names a server, which Breakeven neither starts nor stops');
  return dataDir;
}

/** The address without its password, for a person's eyes. */
function withoutPassword(url: string): string {
  const shown = new URL(url);
  shown.password = shown.password === '' ? '' : '***';
  return shown.href;
}

/** `db ...`: the database itself. */
export const databaseCommands: readonly Command[] = [
  simple({
    name: 'db url',
    help: "the database's address, for other tools; starts the embedded one",
    run: async () => {
      const url = await databaseUrl(config());
      return { json: { url }, text: url };
    },
  }),
  simple({
    name: 'db start',
    help: 'starts the embedded database',
    run: async () => {
      embeddedDir();
      const url = withoutPassword(await databaseUrl(config()));
      return { json: { running: true, url }, text: `running at ${url}` };
    },
  }),
  simple({
    name: 'db status',
    help: 'what the database holds: vendors, and the first and last day with calls',
    run: async (_, { session }) => {
      const { database } = await session();
      const vendors = (await listVendors(database)).length;
      const days = await dataSpan(database);
      const text = days
        ? `${vendors} vendors, calls from ${days.first} to ${days.last}`
        : `${vendors} vendors, no calls`;
      return { json: { vendors, first: days?.first ?? null, last: days?.last ?? null }, text };
    },
  }),
  simple({
    name: 'db stop',
    options: { 'if-idle': { type: 'boolean', help: 'only where nobody else is connected' } },
    help: 'stops the embedded database',
    run: async ({ options }) => {
      const stopped = await stopCluster(embeddedDir(), { onlyIfIdle: options['if-idle'] === true });
      return { json: { stopped }, text: stopped ? 'the database is stopped' : 'the database was not stopped' };
    },
  }),
  simple({
    name: 'db migrate',
    help: 'applies the migrations that the database does not have yet',
    run: async () => {
      const applied = await migrate(await databaseUrl(config()), config().projectDir);
      return {
        json: { applied },
        text: applied.length === 0 ? 'up to date' : applied.map((name) => `applied ${name}`).join('\n'),
      };
    },
  }),
  simple({
    name: 'db reset',
    options: { yes: { type: 'boolean', help: 'really: everything in the database is deleted' } },
    help: 'deletes everything in the database and migrates anew',
    run: async ({ options }) => {
      if (options.yes !== true) throw new UsageError('db reset deletes everything in the database: say --yes');
      await resetDatabase(await databaseUrl(config()), config().projectDir);
      return { json: { reset: true }, text: 'the database is empty' };
    },
  }),
  simple({
    name: 'db rebuild',
    help: 'rebuilds the roll-up from the calls and judges anew',
    run: async (_, { session }) => {
      const result = await rebuildRollup(await session());
      return { json: result, text: `${result.days} vendor-days rebuilt, ${result.judged} vendors and programs judged` };
    },
  }),
];
