import type { BatchFacts, OtherWord } from '#quality';
import type { Db } from '../database.ts';

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
