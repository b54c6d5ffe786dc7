import { PgBoss, type Queue } from 'pg-boss';
import type { Database, Db } from '#db';
import type { Kinds } from './kind.ts';

/** The schema that the queue keeps to itself. */
const SCHEMA = 'jobs';

/** How patient the queue is, in seconds. */
export type Pace = {
  /** Before the second attempt at least, before the third twice as long at least. */
  retry: number;
  /** Without a sign of life for so long, an attempt is taken to have died with its process; at least 10. */
  heartbeat: number;
  /** How often it is looked for dead attempts, and by a worker for work that nobody called out. */
  watch: number;
};

export const pace: Pace = { retry: 5, heartbeat: 30, watch: 10 };

/** Longer than any operation's transaction may last. */
const LONGEST_SECONDS = 2 * 3600;

/** How often in all a job is given out again: it may die with its process. Its own faults are counted with the job. */
const MOST_RETRIES = 10;

function queueOptions({ retry, heartbeat }: Pace): Omit<Queue, 'name'> {
  return {
    notify: true,
    retryLimit: MOST_RETRIES,
    retryDelay: retry,
    retryBackoff: true,
    retryDelayMax: 60,
    heartbeatSeconds: heartbeat,
    expireInSeconds: LONGEST_SECONDS,
  };
}

/** pg-boss on connections of its own, with what it needs to run jobs; not started yet. */
export function workingQueue({ url }: Pick<Database, 'url'>, { watch }: Pace): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'breakeven jobs',
    schema: SCHEMA,
    max: 2,
    schedule: false,
    useListenNotify: true,
    superviseIntervalSeconds: watch,
    monitorIntervalSeconds: watch,
  });
  // Whatever fails here is tried again at the next look; a worker that cannot go on is replaced.
  boss.on('error', () => {});
  return boss;
}

/** Makes sure that a started pg-boss has a queue for every kind, as this version wants it. */
export async function makeQueues(boss: PgBoss, kinds: Kinds, own: Pace): Promise<void> {
  for (const [name, { inTurn }] of Object.entries(kinds)) {
    await boss.createQueue(name, { ...queueOptions(own), policy: inTurn ? 'key_strict_fifo' : 'standard' });
    await boss.updateQueue(name, queueOptions(own));
  }
}

/** Installs the schema and the queues, for a process that sends before any worker has started. */
async function install({ url }: Database, kinds: Kinds): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schema: SCHEMA, max: 1, schedule: false, supervise: false });
  boss.on('error', () => {});
  try {
    await boss.start();
    await makeQueues(boss, kinds, pace);
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** A pg-boss that only sends: it is never started, so it holds no timer and no connection of its own. */
export async function sendingQueue(database: Database, { kinds, name }: { kinds: Kinds; name: string }) {
  const boss = new PgBoss({ db: { executeSql: (text, values) => database.pool.query(text, values) }, schema: SCHEMA });
  if (!(await boss.isInstalled()) || !(await boss.getQueue(name))) await install(database, kinds);
  return {
    /** Sends in the caller's transaction: it is queued if and only if that commits. */
    send: async (tx: Db, id: string, turn: string | undefined): Promise<void> => {
      const db = {
        executeSql: async (text: string, values?: unknown[]) => ({ rows: await tx.sql.query(text, values) }),
      };
      const options = { id, db, ...(turn === undefined ? {} : { singletonKey: turn }) };
      if ((await boss.send(name, {}, options)) === null) throw new Error(`the queue "${name}" took no job ${id}`);
    },
  };
}
