import { type BilledInvoice, carriedOver, type InvoiceLine, type Tolerance } from '#invoices';
import type { Db } from '../database.ts';
import { idsByCode } from '../declarations/read.ts';
import type { StoredInvoice } from './read.ts';

type Recorded = { source: string; recordedBy: string; recordedAt: Date };

/** Records a new invoice; its vendor and program must be declared. */
export async function insertInvoice(tx: Db, id: string, invoice: BilledInvoice, recorded: Recorded): Promise<void> {
  const ids = await idsByCode(tx);
  const vendorId = ids.vendors.get(invoice.vendor);
  if (vendorId === undefined) throw new Error(`vendor "${invoice.vendor}" is not declared`);
  await tx.prisma.invoice.create({
    data: { id, vendorId, number: invoice.number, ...headOf(invoice, ids.programs), ...recorded },
  });
  await insertLines(tx, id, invoice, []);
}

/**
 * Gives an invoice another text. A line that it had before keeps its state, its match and its notes; what was said of a
 * line that is gone stays with the invoice.
 */
export async function replaceInvoice(
  tx: Db,
  before: StoredInvoice,
  invoice: BilledInvoice,
  recorded: Recorded,
): Promise<void> {
  const { id } = before;
  const carried = carriedOver(before.lines, invoice.lines);
  const places = new Map(carried.flatMap((line, index) => (line ? [[line.place, index + 1] as const] : [])));
  const { programs } = await idsByCode(tx);
  await tx.prisma.invoice.update({ where: { id }, data: { ...headOf(invoice, programs), ...recorded } });
  await tx.prisma.invoiceLine.deleteMany({ where: { invoiceId: id } });
  await insertLines(tx, id, invoice, carried);
  for (const note of await tx.prisma.invoiceNote.findMany({ where: { invoiceId: id, place: { not: null } } }))
    await tx.prisma.invoiceNote.update({
      where: { id: note.id },
      data: { place: places.get(note.place ?? 0) ?? null },
    });
}

function headOf({ program, month, currency, payable }: BilledInvoice, programs: ReadonlyMap<string, number>) {
  return {
    programId: program === null ? 0 : (programs.get(program) ?? 0),
    month: new Date(`${month}-01T00:00:00Z`),
    currency,
    payable,
  };
}

async function insertLines(
  tx: Db,
  invoiceId: string,
  { lines }: BilledInvoice,
  carried: readonly (InvoiceLine | null)[],
): Promise<void> {
  await tx.prisma.invoiceLine.createMany({
    data: lines.map(({ description, quantity, rate, amount }, index) => {
      const { matchedWith = null, state = 'open', credited = null } = carried[index] ?? {};
      return { invoiceId, place: index + 1, description, quantity, rate, amount, matchedWith, state, credited };
    }),
  });
}

type LineChange = Partial<Pick<InvoiceLine, 'state' | 'credited' | 'matchedWith'>>;

/** Changes a line that is still in the state it was seen in; false = somebody was faster, and nothing was changed. */
export async function changeInvoiceLine(
  tx: Db,
  { invoiceId, place, state }: { invoiceId: string; place: number; state: InvoiceLine['state'] },
  change: LineChange,
): Promise<boolean> {
  const { count } = await tx.prisma.invoiceLine.updateMany({ where: { invoiceId, place, state }, data: change });
  return count === 1;
}

/** Sets what a vendor's invoices may differ by and still agree; false = there is no such vendor. */
export async function saveTolerance(tx: Db, vendor: string, tolerance: Tolerance): Promise<boolean> {
  const { count } = await tx.prisma.vendor.updateMany({ where: { code: vendor }, data: { tolerance } });
  return count === 1;
}
