import type { Cases, Example } from '#quality';
import type { Db } from '../database.ts';

const SHOWN = 5;

type Stored = Omit<Example, 'ms' | 'other'> & { ms: number | null; other: string | null };

function fromDb({ ms, other, ...place }: Stored): Example {
  return { ...place, ...(ms !== null && { ms }), ...(other !== null && { other }) };
}

/** How a row of a relation is shown: `ms` is the figure that is out of place, `other` the other call's id. */
type Shown = { ms?: string; other?: string };

/** The first rows, in the order of the files, of what stands after `from`: a relation and its condition. */
async function examplesOf(tx: Db, from: string, { ms = 'null', other = 'null' }: Shown = {}): Promise<Example[]> {
  const rows = await tx.sql.query<Stored>(
    `select a.file, a.row, a.call_id as "callId", (extract(epoch from a.started_at) * 1000)::float8 as "startedAt", (select p.timezone from program p where p.id = a.program_id) as zone,
       (${ms})::float8 as ms, (${other})::text as other
     from ${from} order by a.file, a.row limit ${SHOWN}`,
  );
  return rows.map(fromDb);
}

/** So many cases with the first of them; none are not looked for. */
export async function casesOf(tx: Db, calls: number, from: string, shown?: Shown): Promise<Cases> {
  return { calls, examples: calls === 0 ? [] : await examplesOf(tx, from, shown) };
}
