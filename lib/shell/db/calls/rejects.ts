import type { Place, RejectedRow } from '#imports';
import type { Db } from '../database.ts';

/** One fault of a row: all are kept with the batch. The reason is kept as JSON, whatever it is made of. */
export type StoredReject = Place & { column: string | null; value: string | null; reason: unknown };

/** A reason for which a batch's rows were rejected, in which column, how many rows have it, and one of them. */
export type RejectReason = { key: string; column: string | null; rows: number; reason: unknown };

/** Keeps faults with their batch; `from` is how many were kept before. */
export async function keepRejects(
  db: Db,
  batchId: string,
  rejects: readonly StoredReject[],
  from: number,
): Promise<void> {
  if (rejects.length === 0) return;
  await db.sql.execute(
    `insert into import_reject (batch_id, position, file, row, "column", value, reason)
     select $1::uuid, $2::int + place - 1, file, row, "column", value, reason::jsonb
     from unnest($3::int[], $4::int[], $5::text[], $6::text[], $7::text[])
       with ordinality as r (file, row, "column", value, reason, place)`,
    [
      batchId,
      from,
      rejects.map(({ file }) => file),
      rejects.map(({ row }) => row),
      rejects.map(({ column }) => column),
      rejects.map(({ value }) => value),
      rejects.map(({ reason }) => JSON.stringify(reason)),
    ],
  );
}

/** Keeps rejected rows as they can be mended and sent again. */
export async function keepRejectedRows(db: Db, batchId: string, rows: readonly RejectedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.sql.execute(
    `insert into import_rejected_row (batch_id, file, row, cells)
     select $1::uuid, file, row, array(select jsonb_array_elements_text(cells))
     from unnest($2::int[], $3::int[], $4::jsonb[]) as r (file, row, cells)`,
    [batchId, rows.map(({ file }) => file), rows.map(({ row }) => row), rows.map(({ cells }) => JSON.stringify(cells))],
  );
}

/** Forgets what an attempt at a batch has rejected so far. */
export async function forgetRejects(db: Db, batchId: string): Promise<void> {
  await db.sql.execute('delete from import_reject where batch_id = $1::uuid', [batchId]);
  await db.sql.execute('delete from import_rejected_row where batch_id = $1::uuid', [batchId]);
}

/** The faults of a batch in file order, `take` of them after `skip`. */
export async function listRejects(
  db: Db,
  batchId: string,
  { skip = 0, take }: { skip?: number; take: number },
): Promise<StoredReject[]> {
  const rows = await db.prisma.importReject.findMany({
    where: { batchId, position: { gte: skip, lt: skip + take } },
    orderBy: { position: 'asc' },
  });
  return rows.map(({ file, row, column, value, reason }) => ({ file, row, column, value, reason }));
}

/** The first faults of a batch that have one reason, in file order. */
export async function rejectsOfReason(
  db: Db,
  batchId: string,
  { key, column, take }: Pick<RejectReason, 'key' | 'column'> & { take: number },
): Promise<StoredReject[]> {
  return db.sql.query(
    `select file, row, "column", value, reason from import_reject
     where batch_id = $1::uuid and reason ->> 'key' = $2 and "column" is not distinct from $3::text
     order by position limit $4::int`,
    [batchId, key, column, take],
  );
}

/** A rejected row as it can be mended, with all that is wrong with it. */
export type MendableRow = Omit<RejectedRow, 'file'> & { faults: Pick<StoredReject, 'column' | 'value' | 'reason'>[] };

/** The rejected rows of one of a batch's documents that can be mended, in order, `take` of them after row `after`. */
export async function listRejectedRows(
  db: Db,
  batchId: string,
  { file, after, take }: { file: number; after: number; take: number },
): Promise<MendableRow[]> {
  return db.sql.query(
    `with page as (
       select row, cells from import_rejected_row
       where batch_id = $1::uuid and file = $2::int and row > $3::int order by row limit $4::int),
     faults as (
       select row, jsonb_agg(jsonb_build_object('column', "column", 'value', value, 'reason', reason) order by position) as faults
       from import_reject
       where batch_id = $1::uuid and file = $2::int and row in (select row from page) group by row)
     select row, cells, coalesce(faults, '[]') as faults from page left join faults using (row) order by row`,
    [batchId, file, after, take],
  );
}

/** Why rows of a batch were rejected, the most frequent reason first. */
export async function rejectReasons(db: Db, batchId: string): Promise<RejectReason[]> {
  return db.sql.query(
    `select reason ->> 'key' as key, "column", count(distinct (file, row))::int as rows,
       (array_agg(reason order by position))[1] as reason
     from import_reject where batch_id = $1::uuid
     group by 1, 2 order by 3 desc, 1, 2`,
    [batchId],
  );
}
