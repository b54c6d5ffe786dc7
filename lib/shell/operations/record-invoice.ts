import { requirePermission } from '#auth';
import type { Session } from '#db';
import { type InputScope, type InvoiceEntry, invoicesTable, type RecordFault, readRecord } from '#imports';
import { gatherInvoices } from '#invoices';
import { OperationError } from './errors.ts';
import { refuseFaults } from './form-faults.ts';
import { invoiceScope } from './import-invoices.ts';
import { type InvoiceChange, storeInvoices } from './store-invoices.ts';

/** An invoice as a person types it: texts, by the names of the file's columns. */
export type InvoiceForm = {
  vendor: string;
  program: string;
  month: string;
  invoice_no: string;
  currency: string;
  /** What is to be paid; empty = the invoice names no total. */
  payable: string;
  lines: readonly { line: string; quantity: string; rate: string; amount: string }[];
  /** Gives an invoice that is recorded already with other content this one. */
  replace: boolean;
};

/** Records an invoice as a person typed it, with the file's own rules. Throws a refusal with each fault at its field. */
export async function recordInvoice(session: Session, form: InvoiceForm): Promise<InvoiceChange> {
  requirePermission(session, 'change', 'invoices');
  const entries = readForm(form, await invoiceScope(session.database, null));
  const how = { replace: form.replace, source: 'form', actor: session.actor.id, now: session.now() };
  const [change] = await session.database.transaction((tx) => storeInvoices(tx, gatherInvoices(entries), how));
  if (!change) throw new Error('an invoice with entries is recorded');
  return change;
}

function readForm({ lines, payable, replace: _, ...head }: InvoiceForm, scope: InputScope): InvoiceEntry[] {
  if (lines.length === 0) throw new OperationError('validation', 'an invoice has at least one line');
  const table = invoicesTable(scope);
  const rows = [
    ...lines.map((line, index) => ({ texts: { ...head, ...line }, field: `lines[${index}].` })),
    ...(payable.trim() === '' ? [] : [{ texts: { ...head, line: 'payable', amount: payable }, field: 'payable' }]),
  ];
  const read = rows.map(({ texts, field }) => ({ field, record: readRecord(texts, table) }));
  const faults = read.flatMap(({ field, record }, index) =>
    'faults' in record ? record.faults.flatMap((fault) => atField(fault, field, index === 0)) : [],
  );
  if (faults.length > 0) refuseFaults(faults);
  return read.flatMap(({ record }) => ('row' in record ? [record.row] : []));
}

type Fault = RecordFault;

/** A fault of the head is told once; one of a line at the line's own field. */
function atField(fault: Fault, field: string, isFirst: boolean): Fault[] {
  const { column } = fault;
  const ofLine = column !== null && ['line', 'quantity', 'rate', 'amount'].includes(column);
  if (!ofLine) return isFirst ? [fault] : [];
  return [{ ...fault, column: field === 'payable' ? field : `${field}${column}` }];
}
