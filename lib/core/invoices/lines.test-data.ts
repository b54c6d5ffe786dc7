import { formatMicros, parseMicros } from '#money';
import type { InvoiceLine } from './invoice.ts';
import type { Pairing } from './reconcile.ts';
import type { StatementLine } from './statement-line.ts';

/** A line of our statement: 21,344 calls at 3.60 = 76,838.40, unless told otherwise. */
export function ourLine(over: Partial<Omit<StatementLine, 'amount'>> & { amount?: string } = {}): StatementLine {
  const { amount = '76838.40', ...rest } = over;
  return {
    id: '7/0/standard',
    contractId: '7',
    charge: 'per_call',
    detail: { rateClass: 'standard' },
    quantity: '21344',
    rate: '3.60',
    ...rest,
    amount: parseMicros(amount),
  };
}

/** A billed line: the same calls, unless told otherwise. */
export function theirLine(over: Partial<Omit<InvoiceLine, 'amount'>> & { amount?: string } = {}): InvoiceLine {
  const { amount = '76838.40', ...rest } = over;
  return {
    invoice: 'N-1',
    place: 1,
    description: 'Handled calls',
    quantity: '21344',
    rate: '3.60',
    matchedWith: null,
    state: 'open',
    credited: null,
    ...rest,
    amount: parseMicros(amount),
  };
}

/** A statement of some lines, in euros unless told otherwise. */
export function statement(lines: readonly StatementLine[], currency = 'EUR') {
  return { currency, lines, missing: [] };
}

/** A pairing in one line, to compare by eye: kind, ids of both sides, and the parts that are not 0. */
export function told({ kind, statement: ours, invoice, difference }: Pairing): string {
  const parts = Object.entries(difference.parts).filter(([, part]) => part !== 0n);
  const sides = `${ours?.id ?? '-'} | ${invoice.map(({ place }) => place).join('+') || '-'}`;
  return [kind, sides, ...parts.map(([name, part]) => `${name} ${formatMicros(part, 2)}`)].join(', ');
}
