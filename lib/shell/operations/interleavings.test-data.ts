import fc from 'fast-check';
import type { Session } from '#db';
import { readRollup } from '#db';
import { fileOfBytes, fileOfStream } from '#imports';
import { CancelledError, cancelImport, importCalls, runImport, storeDelivery, undoImport } from '#operations';
import { callLog, contract, declare, program, vendor } from '#testing';

/** A row of a small log: one of four ids, one of eight days, one of three lengths; one of them is no call. */
type Row = { id: number; day: number; talk: number; vendor: 'norte' | 'lumina' };

/** A small log; of no vendor in particular, its rows name theirs. */
export type Log = { vendor: 'norte' | 'lumina' | null; rows: Row[] };

const anyVendor = fc.constantFrom('norte' as const, 'lumina' as const);
const anyRow: fc.Arbitrary<Row> = fc.record({
  id: fc.nat({ max: 3 }),
  day: fc.integer({ min: 2, max: 9 }),
  talk: fc.constantFrom(60, 60, 61, 90, -1),
  vendor: anyVendor,
});
export const anyLog: fc.Arbitrary<Log> = fc.record({
  vendor: fc.oneof({ weight: 2, arbitrary: anyVendor }, { weight: 1, arbitrary: fc.constant(null) }),
  rows: fc.array(anyRow, { minLength: 1, maxLength: 6 }),
});

/** What somebody does: imports one of the logs in some way, begins to and cancels, undoes one of those that stand. */
export type Step =
  | { do: 'import'; log: number; as: 'file' | 'stream' | 'delivery' }
  | { do: 'cancel'; log: number }
  | { do: 'undo'; batch: number };
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      log: fc.nat({ max: 2 }),
      as: fc.constantFrom('file' as const, 'file' as const, 'stream' as const, 'delivery' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), log: fc.nat({ max: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), batch: fc.nat() }) },
);

/** Two vendors on one program. */
export function declareBoth(session: Session): Promise<unknown> {
  return declare(session, {
    vendors: [vendor('norte'), vendor('lumina')],
    programs: [program('orders')],
    contracts: [contract('norte'), contract('lumina')],
  });
}

const of = ({ vendor: own }: Log, row: Row) => own ?? row.vendor;

function textOf(log: Log): string {
  return callLog(
    log.rows.map((row) => ({
      call_id: `c${row.id}`,
      vendor: of(log, row),
      started_at: `2026-03-0${row.day} 09:00`,
      talk_s: row.talk,
    })),
  );
}

const how = { program: 'orders', timezone: 'Europe/Rome', format: null, mapping: null, strict: false } as const;

async function* chunks(text: string, between: () => Promise<unknown> = async () => {}) {
  const half = text.length >> 1;
  yield new TextEncoder().encode(text.slice(0, half));
  await between();
  yield new TextEncoder().encode(text.slice(half));
}

/** Imports a log, and returns its batch. */
export async function importAs(session: Session, log: Log, as: 'file' | 'stream' | 'delivery'): Promise<string> {
  const text = textOf(log);
  const input = { ...how, vendor: log.vendor };
  if (as === 'delivery') {
    const files = [{ name: 'log.csv', bytes: chunks(text) }];
    const { id } = await storeDelivery(session, { ...input, files, source: 'api', draft: false });
    await runImport(session, { batch: id });
    return id;
  }
  const file =
    as === 'file'
      ? fileOfBytes('log.csv', new TextEncoder().encode(text))
      : fileOfStream('log.csv', () => chunks(text));
  return (await importCalls(session, { ...input, files: [file] })).batch;
}

async function importAndCancel(session: Session, log: Log): Promise<void> {
  const id = crypto.randomUUID();
  const file = fileOfStream('log.csv', () => chunks(textOf(log), () => cancelImport(session, id)));
  await importCalls(session, { ...how, id, vendor: log.vendor, files: [file] }).then(
    () => {
      throw new Error('an import that was cancelled was done');
    },
    (error: unknown) => {
      if (!(error instanceof CancelledError)) throw error;
    },
  );
}

/** What stands: each batch that was imported and not undone, in order, with its log. */
export type Standing = { batch: string; log: Log };

/** Does the steps one after the other, and returns what stands then. */
export async function play(session: Session, logs: readonly Log[], steps: readonly Step[]): Promise<Standing[]> {
  const standing: Standing[] = [];
  const logAt = (index: number) => logs[index % logs.length] as Log;
  for (const step of steps) {
    if (step.do === 'import') {
      const log = logAt(step.log);
      standing.push({ log, batch: await importAs(session, log, step.as) });
    } else if (step.do === 'cancel') await importAndCancel(session, logAt(step.log));
    else if (standing.length > 0) {
      const [gone] = standing.splice(step.batch % standing.length, 1);
      await undoImport(session, { batch: gone?.batch ?? '' });
    }
  }
  return standing;
}

/** Words on calls: `vendor call: place in what stands, row, talk, day`, that of the holder first. */
export type State = { calls: string[]; words: string[] };

const shown = (call: string, place: number, row: number, value: string) => `${call}: ${place}, row ${row}, ${value}`;

/** What the logs say, by the rules alone: of an id the last row stands, and the first who said what was said last holds it. */
export function fold(standing: readonly Standing[]): State {
  type Word = { place: number; row: number; value: string };
  const all = new Map<string, Word[]>();
  for (const [place, { log }] of standing.entries()) {
    const own = new Map<string, Word>();
    for (const [index, row] of log.rows.entries())
      if (row.talk >= 0)
        own.set(`${of(log, row)} c${row.id}`, { place, row: index + 2, value: `${row.talk} s on ${row.day}` });
    for (const [call, word] of own) all.set(call, [...(all.get(call) ?? []), word]);
  }
  const state: State = { calls: [], words: [] };
  for (const [call, words] of all) {
    const last = words.at(-1)?.value;
    const overruled = words.findLastIndex(({ value }) => value !== last);
    for (const [index, { place, row, value }] of words.entries())
      (index === overruled + 1 ? state.calls : state.words).push(shown(call, place, row, value));
  }
  return { calls: state.calls.sort(), words: state.words.sort() };
}

type StoredWord = { call: string; batch: string; row: number; value: string };

const wordsIn = ({ database }: Session, table: string) =>
  database.sql.query<StoredWord>(
    `select v.code || ' ' || w.call_id as call, w.batch_id::text as batch, w.batch_row as row,
       w.talk_ms / 1000 || ' s on ' || extract(day from w.started_at at time zone 'Europe/Rome') as value
     from ${table} w join vendor v on v.id = w.vendor_id`,
  );

/** What is stored, with the words that a batch shares with the one that it repeats. */
export async function stored(session: Session, standing: readonly Standing[]): Promise<State> {
  const places = new Map(standing.map(({ batch }, place) => [batch, place]));
  const calls = await wordsIn(session, 'call');
  const beside = await wordsIn(session, 'call_word');
  const repeats = await session.database.sql.query<{ batch: string; of: string }>(
    `select id::text as batch, repeat_of::text as of from import_batch where status = 'done' and repeat_of is not null`,
  );
  const shared = repeats.flatMap(({ batch, of: original }) =>
    [...calls, ...beside].filter((word) => word.batch === original).map((word) => ({ ...word, batch })),
  );
  const lines = (words: StoredWord[]) =>
    words.map(({ call, batch, row, value }) => shown(call, places.get(batch) ?? -1, row, value)).sort();
  return { calls: lines(calls), words: lines([...beside, ...shared]) };
}

/** Forgets every import, and what is declared stays. */
export async function forgetImports({ database }: Session): Promise<void> {
  await database.sql.execute('truncate call, call_word, call_rollup, verdict, import_batch cascade');
}

/** The whole roll-up, row by row. */
export const rollup = ({ database }: Session) => readRollup(database, {});
