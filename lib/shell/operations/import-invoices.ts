import { requirePermission } from '#auth';
import { type Db, idsByCode, type Session } from '#db';
import type { Text } from '#format';
import { type InputScope, invoicesTable, readTable, UnusableFileError } from '#imports';
import { gatherInvoices } from '#invoices';
import { type InvoiceChange, storeInvoices } from './store-invoices.ts';
import { fileWarnings, wholeFile } from './whole-file.ts';

export type InvoiceFile = {
  bytes: Uint8Array;
  fileName: string;
  /** The vendor of every row; null = each row names its own. */
  vendor: string | null;
  /** Gives invoices that are recorded already with other content the file's. */
  replace: boolean;
};

/**
 * Takes a file of vendors' invoices, whole or not at all; the same file again changes nothing. Throws UnusableFileError
 * for what is no such file, and a refusal that lists every fault of every row, or every invoice that is recorded
 * already with other content.
 */
export async function importInvoices(
  session: Session,
  { bytes, fileName, vendor, replace }: InvoiceFile,
): Promise<{ rows: number; invoices: InvoiceChange[]; warnings: Text[] }> {
  requirePermission(session, 'change', 'invoices');
  const scope = await invoiceScope(session.database, vendor);
  if (vendor !== null && !scope.vendors.has(vendor))
    throw new UnusableFileError(fileName, { key: 'files.unknown_vendor' }, { value: vendor });
  const read = await readTable(bytes, invoicesTable(scope), { fileName });
  const rows = wholeFile(fileName, read);
  const how = { replace, source: fileName, actor: session.actor.id, now: session.now() };
  const invoices = await session.database.transaction((tx) => storeInvoices(tx, gatherInvoices(rows), how));
  return { rows: rows.length, invoices, warnings: fileWarnings(read) };
}

/** The codes that an invoice may name. */
export async function invoiceScope(db: Db, vendor: string | null): Promise<InputScope> {
  const { vendors, programs } = await idsByCode(db);
  return { vendors: new Set(vendors.keys()), programs: new Set(programs.keys()), vendor };
}
