import type { Micros } from '#money';
import { type RevenueEvent, type RevenueKind, revenueKinds, signedAmount } from '#revenue';
import { readAmount, readCurrency } from '../cells/amount.ts';
import { programCodeReader, vendorCodeReader } from '../cells/code.ts';
import { hashedReference } from '../cells/customer.ts';
import { type Fault, isFault } from '../cells/fault.ts';
import { startReader } from '../cells/started-at.ts';
import { readId } from '../cells/text.ts';
import { wordReader } from '../cells/word.ts';
import { needed, optional, type RowConflict, type TableSpec } from '../table/spec.ts';
import type { InputScope } from './scope.ts';

/** What readers of revenue events must know besides the codes: whose clock local times are on, and how to hash. */
export type RevenueScope = InputScope & {
  /** The zone of a vendor's local times, or (null) of rows that name none. */
  zoneOf: (vendor: string | null) => string;
  hashCustomer: (reference: string) => string;
};

/** A row of a file of revenue events; `repeated` = its local time happened twice and the first was taken. */
export type RevenueEntry = RevenueEvent & { repeated: boolean };

type Cells = {
  event_id: string;
  call_id: string | null;
  vendor: string | null;
  occurred_at: string;
  kind: RevenueKind;
  amount: Micros;
  currency: string;
  customer_ref: string | null;
  program: string | null;
};

/** A year of sales of a large program; the whole of a file is held in memory. */
const MOST_EVENTS = 500_000;
const DAY_MS = 86_400_000;

/** Reads when an event was: a bare date is the day's last moment, so that the calls of that day come before it. */
function instantReader(zone: string): (text: string) => { ms: number; repeated: boolean } | Fault {
  const read = startReader(zone);
  return (text) => {
    if (text.length > 10) return read(text);
    const start = read(text);
    if (isFault(start)) return start;
    const noonOfNext = new Date(Date.parse(`${text}T12:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
    const next = read(noonOfNext);
    return isFault(next) ? next : { ms: next.ms - 1, repeated: false };
  };
}

function asWritten(text: string): string | Fault {
  const read = instantReader('UTC')(text);
  return isFault(read) ? read : text;
}

/**
 * The file of revenue events: one row an event, which names a vendor's call or a customer. Refunds, cancellations and
 * chargebacks go back whatever their sign; of one vendor (or of none) an event id comes once in a file.
 */
export function revenueTable(scope: RevenueScope): TableSpec<Cells, RevenueEntry> {
  const readVendor = vendorCodeReader(scope.vendors, scope.vendor);
  return {
    columns: {
      event_id: needed(readId),
      call_id: optional(readId),
      vendor: optional(readVendor, scope.vendor),
      occurred_at: needed(asWritten),
      kind: needed(
        wordReader(Object.fromEntries(revenueKinds.map((kind) => [kind, kind])) as Record<string, RevenueKind>),
      ),
      amount: needed(readAmount),
      currency: needed(readCurrency),
      customer_ref: { ...optional(readId), secret: true },
      program: optional(programCodeReader(scope.programs)),
    },
    toRow: rowReader(scope),
    key: ({ vendor, eventId }) => JSON.stringify([vendor, eventId]),
    mostRows: MOST_EVENTS,
  };
}

function rowReader({ zoneOf, hashCustomer }: RevenueScope): (cells: Cells) => RevenueEntry | RowConflict {
  const readers = new Map<string, ReturnType<typeof instantReader>>();
  const readIn = (zone: string, text: string) => {
    const read = readers.get(zone) ?? instantReader(zone);
    readers.set(zone, read);
    return read(text);
  };
  return ({ event_id: eventId, call_id: callId, occurred_at, kind, customer_ref: customer, ...cells }) => {
    const conflict = whoseFault(callId, cells.vendor, customer);
    if (conflict) return conflict;
    const at = readIn(zoneOf(cells.vendor), occurred_at);
    if (isFault(at)) return { column: 'occurred_at', ...at };
    const amount = signedAmount(kind, cells.amount);
    if (amount === null) return { column: 'amount', fault: { key: 'rejects.negative_income', values: { kind } } };
    return {
      ...cells,
      eventId,
      callId,
      kind,
      amount,
      occurredAt: at.ms,
      repeated: at.repeated,
      customerRef: customer === null ? null : hashedReference(customer, hashCustomer),
    };
  };
}

/** An event belongs to a call of a vendor, or to a customer. */
function whoseFault(callId: string | null, vendor: string | null, customer: string | null): RowConflict | null {
  if (customer !== null || (callId !== null && vendor !== null)) return null;
  if (callId === null) return { column: null, fault: { key: 'rejects.nobodys_money' } };
  return { column: 'vendor', fault: { key: 'rejects.whose_call' } };
}
