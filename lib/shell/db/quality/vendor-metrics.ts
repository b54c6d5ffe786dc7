import type { MetricContract } from '#imports';
import { type VendorMetrics, vendorMetricsOf } from '#quality';
import type { Period } from '#time';
import type { Db } from '../database.ts';

/**
 * What the sources of the calls of a period say of their figures, by vendor: of all done batches with days in it. A batch
 * whose days are not known yet is taken to have some.
 */
export async function readVendorMetrics(db: Db, { from, to }: Period, vendor?: string): Promise<VendorMetrics[]> {
  const found = await db.sql.query<{ vendor: string; metrics: MetricContract }>(
    `select distinct v.code as vendor, b.metrics
     from import_batch b join vendor v on v.id = b.vendor_id
     where b.status = 'done' and b.metrics is not null and b.calls > 0
       and coalesce(b.first_day < $2::date, true) and coalesce(b.last_day >= $1::date, true)
       and ($3::text is null or v.code = $3)
     order by v.code, b.metrics`,
    [from, to, vendor ?? null],
  );
  return vendorMetricsOf(found);
}
