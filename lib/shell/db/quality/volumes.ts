import type { BatchFacts, OtherWord, VolumeDay } from '#quality';
import type { Db } from '../database.ts';

/** So many days around a batch are what is usual: a quarter of a year either way. */
const AROUND = 91;

/** The days of the batch's vendors around it: its own calls, and all that are stored of the same programs. */
export async function readVolumes(tx: Db): Promise<VolumeDay[]> {
  return tx.sql.query<VolumeDay>(
    `with own as (
       select vendor_id, program_id, local_at::date as day, count(*) as calls from assessed group by 1, 2, 3
     ), here as (
       select vendor_id, day, sum(calls) as calls from own group by 1, 2
     ), stored as (
       select r.vendor_id, r.day, sum(r.calls) as calls
       from (select vendor_id, min(day) - ${AROUND} as first, max(day) + ${AROUND} as last from own group by 1) span
       join (select distinct vendor_id, program_id from own) scope using (vendor_id)
       join call_rollup r on r.vendor_id = scope.vendor_id and r.program_id = scope.program_id
         and r.day between span.first and span.last
       group by 1, 2
     )
     select v.code as vendor, day::text as day, coalesce(here.calls, 0)::int as here, coalesce(stored.calls, 0)::int as stored
     from stored full join here using (vendor_id, day) join vendor v on v.id = vendor_id
     order by v.code, day`,
  );
}

const SHOWN_WORDS = 50;

type StoredWord = OtherWord & { all: number; allDeclared: number };

/** Calls that came to `other`, with the vendor's words for them, and whether its outcome map says so. */
export async function countOthers(tx: Db): Promise<BatchFacts['others']> {
  const rows = await tx.sql.query<StoredWord>(
    `select word, calls::int as calls, declared, (sum(calls) over ())::int as all,
       coalesce(sum(calls) filter (where declared) over (), 0)::int as "allDeclared"
     from (select word, calls, coalesce(lower(btrim(word)) = 'other', false) or exists (
           select from outcome_map m where m.vendor_id = o.vendor_id and m.outcome = 'other'
             and lower(btrim(m.disposition)) = lower(btrim(o.word))) as declared
       from (select vendor_id, disposition as word, count(*) as calls from assessed where outcome = 'other'
         group by 1, 2) o) words
     order by calls desc, word limit ${SHOWN_WORDS}`,
  );
  return {
    calls: rows[0]?.all ?? 0,
    declared: rows[0]?.allDeclared ?? 0,
    words: rows.map(({ word, calls, declared }) => ({ word, calls, declared })),
  };
}
