import { isSame, read } from './decimals.ts';
import type { BilledInvoice, BilledLine, InvoiceLine } from './invoice.ts';

/** Whether two invoices of the same number say the same: head, payable and lines in their order. */
export function saysTheSame(a: BilledInvoice, b: BilledInvoice): boolean {
  const head = ({ vendor, program, month, number, currency, payable }: BilledInvoice) =>
    [vendor, program, month, number, currency, payable].map(String).join('\n');
  return (
    head(a) === head(b) &&
    a.lines.length === b.lines.length &&
    a.lines.every((line, place) => isSameLine(line, b.lines[place]))
  );
}

/** For each line of an invoice's new text the line of its old one that says the same; null = the line is new. */
export function carriedOver(before: readonly InvoiceLine[], after: readonly BilledLine[]): (InvoiceLine | null)[] {
  const left = [...before];
  return after.map((line) => {
    const at = left.findIndex((own) => isSameLine(own, line));
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  });
}

function isSameLine(a: BilledLine, b: BilledLine | undefined): boolean {
  if (!b) return false;
  return (
    a.description === b.description &&
    a.amount === b.amount &&
    isSameText(a.quantity, b.quantity) &&
    isSameText(a.rate, b.rate)
  );
}

function isSameText(a: string | null, b: string | null): boolean {
  const [one, other] = [read(a), read(b)];
  return one === null || other === null ? one === other : isSame(one, other);
}
