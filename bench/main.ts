/**
 * `npm run bench`: speed as ratios within one run, on a cluster of its own with the product's own settings.
 * 1. Importing canonical logs of 100,000, 1,000,000 and 5,000,000 rows (or of those that it is given), roll-up and
 *    verdicts included, against COPY of the same file into a bare table; then the same file again.
 * 2. The overview's data from roll-up rows against the same grouping over the raw calls.
 * 3. Rating recorded calls anew under other terms against a plain UPDATE of the same rows.
 * 4. A statement of a month and a what-if on a quarter, from the roll-up rows of 1,000,000 calls a month.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { closeSession, dataSpan, startCluster, stopCluster } from '#db';
import { applyDeclaration } from '#operations';
import { addDays } from '#time';
import { openSession, overview } from '#views';
import { declaration, header, writeLog } from './log-file.ts';
import { benchRerate } from './rerate.ts';
import { benchWhatIf } from './what-if.ts';

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100_000, 1_000_000, 5_000_000];
/** What the other benchmarks look at. */
const looked = sizes.includes(1_000_000) ? 1_000_000 : sizes.at(-1);
const folder = mkdtempSync(join(tmpdir(), 'breakeven-bench-'));
const file = join(folder, 'bench.csv');
process.env.BREAKEVEN_DATA_DIR = folder;

const say = (text: string) => process.stdout.write(`${text}\n`);
const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
};
const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** The log's columns by the types that they hold; no key, no index, no check. */
const types: Record<string, string> = { started_at: 'timestamptz', answered: 'boolean', revenue: 'numeric' };
const typeOf = (column: string, typed: boolean) =>
  typed ? (types[column] ?? (column.endsWith('_s') ? 'numeric' : 'text')) : 'text';

async function copyBare(client: pg.Client, typed: boolean): Promise<number> {
  const columns = header.split(',').map((column) => `${column} ${typeOf(column, typed)}`);
  await client.query('drop table if exists bare');
  await client.query(`create table bare (${columns.join(', ')})`);
  const copy = () =>
    pipeline(
      createReadStream(file, { highWaterMark: 1 << 18 }),
      client.query(copyFrom('copy bare from stdin csv header')),
    );
  return seconds(copy);
}

function importOnce(): { seconds: number; peakMb: number; inserted: number; unchanged: number; days: number } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bench/import-once.ts', file], {
    encoding: 'utf8',
    env: process.env,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** What the overview shows, asked of the calls themselves. */
const rawGrouping = `
  select v.code, p.code, date_trunc('week', c.started_at at time zone p.timezone) as week, count(*),
    count(*) filter (where c.answered), count(*) filter (where c.outcome = 'sale'), count(*) filter (where c.outcome = 'abandoned'),
    sum(c.wait_ms), sum(c.talk_ms), sum(c.hold_ms), sum(c.wrap_ms), sum(c.talk_ms + coalesce(c.hold_ms, 0) + coalesce(c.wrap_ms, 0)),
    sum(30 + ceil(greatest(c.talk_ms + coalesce(c.hold_ms, 0) - 30000, 0) / 6000.0) * 6), sum(c.revenue)
  from call c join vendor v on v.id = c.vendor_id join program p on p.id = c.program_id
  where (c.started_at at time zone p.timezone)::date >= '2025-01-01' and (c.started_at at time zone p.timezone)::date < '2026-01-01'
  group by 1, 2, 3`;

/** Forgets every call and import, and what is left to be done for what came before: the next size starts with nothing. */
async function forget(client: pg.Client): Promise<void> {
  await client.query('drop table if exists bare');
  await client.query('truncate call, call_word, call_rollup, verdict, import_batch cascade');
  await client.query('vacuum analyze call');
  await client.query('checkpoint');
}

async function benchImport(client: pg.Client, rows: number): Promise<void> {
  await writeLog(file, rows);
  const size = (statSync(file).size / 1e6).toFixed(0);
  const text = Math.min(await copyBare(client, false), await copyBare(client, false));
  const bare = Math.min(await copyBare(client, true), await copyBare(client, true));
  await forget(client);
  const what = `${rows.toLocaleString('en')} rows, ${size} MB, the faster of two`;
  say(`COPY, bare typed table      ${bare.toFixed(2)} s  (${what})`);
  say(`COPY, bare text table       ${text.toFixed(2)} s  (nothing is even parsed)`);
  const first = importOnce();
  say(
    `import, first time          ${first.seconds.toFixed(2)} s  (${Math.round(rows / first.seconds).toLocaleString('en')} rows/s, ${first.days} vendor-days, peak ${first.peakMb.toFixed(0)} MB)`,
  );
  const again = importOnce();
  say(
    `import, unchanged           ${again.seconds.toFixed(2)} s  (${again.unchanged.toLocaleString('en')} unchanged; 1/${(first.seconds / again.seconds).toFixed(1)}, at most 1/3)`,
  );
  say(
    `ratio import / COPY         ${(first.seconds / bare).toFixed(2)}  (at most 5 at 1,000,000 rows; against the text table ${(first.seconds / text).toFixed(2)})`,
  );
  say(`peak memory                 ${Math.max(first.peakMb, again.peakMb).toFixed(0)} MB  (under 300)\n`);
}

async function benchOverview(client: pg.Client): Promise<void> {
  const session = await openSession();
  const span = await dataSpan(session.database);
  if (!span) throw new Error('no calls');
  const period = { from: span.first, to: addDays(span.last, 1) };
  await overview(session, period);
  await client.query(rawGrouping);
  const fast: number[] = [];
  const raw: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    raw.push(await seconds(() => client.query(rawGrouping)));
    for (let repeat = 0; repeat < 3; repeat += 1) fast.push(await seconds(() => overview(session, period)));
  }
  say(`raw grouping of the calls   ${(median(raw) * 1000).toFixed(0)} ms  (median of ${raw.length})`);
  say(
    `overview's data             ${(median(fast) * 1000).toFixed(0)} ms  (median of ${fast.length}: figures, weeks, intervals, verdicts, report)`,
  );
  say(`ratio overview / raw        1/${(median(raw) / median(fast)).toFixed(1)}  (at most 1/20)`);
  await closeSession();
}

try {
  const { url } = await startCluster(folder);
  const session = await openSession();
  await applyDeclaration(session, { text: declaration, fileName: 'bench.yaml' });
  await closeSession();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  benchWhatIf(say);
  for (const rows of sizes) {
    await benchImport(client, rows);
    if (rows !== looked) continue;
    await benchOverview(client);
    await benchRerate(client, say);
  }
  await client.end();
} finally {
  await stopCluster(folder);
  rmSync(folder, { recursive: true, force: true });
}
