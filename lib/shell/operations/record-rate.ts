import { requirePermission } from '#auth';
import { type Saved, type Session, saveRates } from '#db';
import { ratesTable, readRecord } from '#imports';
import { refuseFaults } from './form-faults.ts';
import type { InputFields } from './import-inputs.ts';
import { judgeAll } from './judge-vendors.ts';

/** Takes one exchange rate as a person typed it: units of a currency for one euro on a day. */
export async function recordRate(session: Session, fields: InputFields): Promise<Saved> {
  requirePermission(session, 'change', 'rates');
  const read = readRecord(fields, ratesTable);
  if ('faults' in read) return refuseFaults(read.faults);
  return session.database.transaction(async (tx) => {
    const { inserted, updated } = await saveRates(tx, [read.row]);
    if (inserted + updated > 0) await judgeAll(tx, session.now());
    return { inserted, updated, unchanged: 1 - inserted - updated };
  });
}
