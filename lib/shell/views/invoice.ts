import { requirePermission } from '#auth';
import {
  findInvoice,
  type InvoiceNote,
  listInvoiceNotes,
  listInvoices,
  listPrograms,
  listTolerances,
  listVendors,
  loadBooks,
  type Session,
  type StoredInvoice,
} from '#db';
import type { Cell, Text } from '#format';
import {
  type Bill,
  billLines,
  billsOf,
  CurrencyMismatchError,
  type InvoiceLine,
  type LineState,
  noTolerance,
  type Pairing,
  type ProgramStatement,
  type Reconciliation,
  reconcile,
  statementsFor,
  type Tolerance,
  transitions,
} from '#invoices';
import { formatMicros, minorDigits } from '#money';
import { invoiceReport, matchChoices, noteChangeText, type Report } from '#reports';
import { monthPeriod } from '#time';
import { monthlyStatements } from './invoices.ts';

/** What was said or changed, when, by whom. */
export type InvoiceNoteView = { change: Text | null; text: string; actor: string; at: number };

/** A billed line with what can be done with it. */
export type InvoiceLineView = {
  /** Id of its invoice. */
  invoice: string;
  number: string;
  place: number;
  description: string;
  amount: Cell;
  /** The amount as a form takes it. */
  asked: string;
  state: LineState;
  next: readonly LineState[];
  credited: Cell | null;
  /** What a person chose; null = the rule decides. */
  matchedWith: string | null;
  notes: InvoiceNoteView[];
};

export type InvoiceView = {
  report: Report;
  vendor: { code: string; name: string; color: number };
  invoice: Pick<StoredInvoice, 'id' | 'number' | 'month' | 'currency' | 'source' | 'recordedBy'> & {
    program: string | null;
    recordedAt: number;
  };
  /** The other invoices that it is held against our statement with. */
  others: { id: string; number: string }[];
  /** The billed lines behind each row of the report's table `lines`. */
  lines: Record<string, InvoiceLineView[]>;
  /** The lines of our statement that a billed one can be matched with. */
  choices: { id: string; label: Text }[];
  tolerance: Tolerance;
  /** Of the invoice as a whole. */
  notes: InvoiceNoteView[];
};

/** An invoice held against our statement; `only` = the lines in one state. Null where there is no such invoice. */
export async function invoicePage(session: Session, id: string, only?: LineState): Promise<InvoiceView | null> {
  requirePermission(session, 'view', 'invoices');
  const { database } = session;
  const invoice = await findInvoice(database, id);
  if (!invoice) return null;
  const [vendors, programs] = await Promise.all([listVendors(database), listPrograms(database)]);
  const vendor = vendors.find(({ code }) => code === invoice.vendor);
  if (!vendor) throw new Error(`invoice ${id} has no vendor`);
  const { bill, statements } = await billOf(session, invoice);
  const tolerance = (await listTolerances(database)).get(invoice.vendor) ?? noTolerance;
  const reconciliation = held(bill, statements, tolerance);
  const choices = matchChoices(statements);
  const notes = await listInvoiceNotes(
    database,
    bill.invoices.map((own) => own.id),
  );
  const said = (own: InvoiceNote): InvoiceNoteView => noteView(own, invoice.currency, choices);
  const { number, month, currency, source, recordedBy } = invoice;
  const names = { vendors, programs };
  return {
    report: invoiceReport({ ...names, bill, statements, reconciliation, ...(only !== undefined && { only }) }),
    vendor: { code: vendor.code, name: vendor.name, color: vendor.color },
    invoice: {
      id,
      number,
      month,
      currency,
      source,
      recordedBy,
      program: programs.find(({ code }) => code === invoice.program)?.name ?? invoice.program,
      recordedAt: invoice.recordedAt.getTime(),
    },
    others: bill.invoices.filter((own) => own.id !== id).map((own) => ({ id: own.id, number: own.number })),
    lines: linesOf(reconciliation.pairings, { bill, notes, said }),
    choices,
    tolerance,
    notes: (notes.get(id) ?? []).filter(({ place }) => place === null).map(said),
  };
}

type Held = { bill: Bill<StoredInvoice>; statements: readonly ProgramStatement[] };

/** The bill that an invoice belongs to, and our statements that it is held against. */
async function billOf({ database }: Session, invoice: StoredInvoice): Promise<Held> {
  const { vendor, month, id } = invoice;
  const bills = billsOf(await listInvoices(database, { vendor, from: month, to: month }));
  const bill = bills.find(({ invoices }) => invoices.some((own) => own.id === id));
  if (!bill) throw new Error(`invoice ${id} is in no bill of its month`);
  const books = await loadBooks(database, monthPeriod(month), { vendor });
  return { bill, statements: statementsFor(bill, monthlyStatements(books)(bill), bills) };
}

/** Against a statement in another currency nothing can be held: its lines then stand alone, and the report says why. */
function held(bill: Bill, statements: readonly ProgramStatement[], tolerance: Tolerance): Reconciliation {
  const given = { invoiceLines: billLines(bill), tolerance, currency: bill.currency };
  try {
    return reconcile({ ...given, statements });
  } catch (error) {
    if (error instanceof CurrencyMismatchError) return reconcile({ ...given, statements: [] });
    throw error;
  }
}

type Noted = {
  bill: Bill;
  notes: ReadonlyMap<string, InvoiceNote[]>;
  said: (note: InvoiceNote) => InvoiceNoteView;
};

function linesOf(pairings: readonly Pairing[], { bill, notes, said }: Noted): InvoiceView['lines'] {
  const ids = new Map(bill.invoices.map(({ id, number }) => [number, id]));
  return Object.fromEntries(
    pairings.map(({ id, invoice }) => [
      id,
      invoice.map((line) => {
        const of = ids.get(line.invoice) ?? '';
        const own = (notes.get(of) ?? []).filter(({ place }) => place === line.place);
        return lineView(line, { invoice: of, currency: bill.currency, notes: own.map(said) });
      }),
    ]),
  );
}

function lineView(
  line: InvoiceLine,
  { invoice, currency, notes }: { invoice: string; currency: string; notes: InvoiceNoteView[] },
): InvoiceLineView {
  const { place, description, state, matchedWith, credited } = line;
  const asked = formatMicros(line.amount, minorDigits(currency));
  const cell = (amount: string): Cell => ({ kind: 'exact', cell: { kind: 'amount', amount, currency } });
  return {
    invoice,
    number: line.invoice,
    place,
    description,
    amount: cell(asked),
    asked,
    state,
    next: transitions[state],
    credited: credited === null ? null : cell(formatMicros(credited, minorDigits(currency))),
    matchedWith,
    notes,
  };
}

function noteView(
  { change, text, actor, at }: InvoiceNote,
  currency: string,
  choices: InvoiceView['choices'],
): InvoiceNoteView {
  return { change: change && noteChangeText(change, currency, choices), text, actor, at: at.getTime() };
}
