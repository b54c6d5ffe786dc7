import type { Db } from '../database.ts';
import { sameCall } from './word.ts';

/** What undoing a batch would do to the calls that it holds. */
export type UndoForecast = {
  /** Calls of which no other batch speaks: they go. */
  removed: number;
  /** Calls that are again what another batch said of them, by that batch. */
  restored: { id: string; fileName: string; calls: number }[];
  /** The batch of the same content that has its words too: then nothing changes. */
  repeat: { id: string; fileName: string } | null;
};

/** Whose word stands next on each call that the batch holds; null = nobody's. */
const holders = `
  select distinct on (c.vendor_id, c.call_id) b.id, b.file_name
  from call c
  left join call_word w on ${sameCall('w', 'c')}
  left join import_batch b on b.id = w.batch_id
  where c.batch_id = $1::uuid
  order by c.vendor_id, c.call_id, b.committed desc nulls last`;

/** Tells what undoing a batch would do; nothing is changed. */
export async function undoForecast(db: Db, batchId: string): Promise<UndoForecast> {
  const [repeat] = await db.sql.query<{ id: string; fileName: string }>(
    `select o.id::text as id, o.file_name as "fileName" from import_batch b
     join import_batch o on o.status = 'done' and (o.repeat_of = b.id or o.id = b.repeat_of)
     where b.id = $1::uuid order by o.committed limit 1`,
    [batchId],
  );
  if (repeat) return { removed: 0, restored: [], repeat };
  const rows = await db.sql.query<{ id: string | null; fileName: string | null; calls: number }>(
    `select id::text as id, file_name as "fileName", count(*)::int as calls from (${holders}) next
     group by id, file_name order by calls desc, file_name`,
    [batchId],
  );
  return {
    removed: rows.find(({ id }) => id === null)?.calls ?? 0,
    restored: rows.flatMap(({ id, fileName, calls }) => (id === null ? [] : [{ id, fileName: fileName ?? '', calls }])),
    repeat: null,
  };
}
