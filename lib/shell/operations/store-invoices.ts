import { randomUUID } from 'node:crypto';
import { addInvoiceNote, type Db, insertInvoice, listInvoices, replaceInvoice, type StoredInvoice } from '#db';
import type { Cell } from '#format';
import { type BilledInvoice, invoiceTotals, saysTheSame } from '#invoices';
import { formatMicros, minorDigits } from '#money';
import { type InputIssue, OperationError } from './errors.ts';

/** What became of one invoice. */
export type InvoiceChange = { id: string; vendor: string; number: string; change: 'new' | 'replaced' | 'unchanged' };

type How = {
  /** Gives an invoice that is recorded already with other content the new one. */
  replace: boolean;
  source: string;
  actor: string;
  now: Date;
};

/**
 * Records invoices, all or none. One that is recorded already with the same content changes nothing; one with other
 * content is a conflict, unless it is to be replaced.
 */
export async function storeInvoices(
  tx: Db,
  invoices: readonly BilledInvoice[],
  { replace, source, actor, now }: How,
): Promise<InvoiceChange[]> {
  const pairs = await Promise.all(invoices.map(async (invoice) => ({ invoice, stored: await storedAs(tx, invoice) })));
  const changed = ({ invoice, stored }: (typeof pairs)[number]) =>
    stored !== null && !saysTheSame(invoice, contentOf(stored));
  const issues = replace
    ? []
    : pairs.filter(changed).flatMap(({ invoice, stored }) => (stored ? [conflict(invoice, stored)] : []));
  if (issues.length > 0)
    throw new OperationError(
      'conflict',
      `${source}: recorded already with other content, so nothing was changed`,
      issues,
    );
  const recorded = { source, recordedBy: actor, recordedAt: now };
  const changes: InvoiceChange[] = [];
  for (const { invoice, stored } of pairs) {
    const { vendor, number } = invoice;
    const id = stored?.id ?? randomUUID();
    if (!stored) await insertInvoice(tx, id, invoice, recorded);
    else if (changed({ invoice, stored })) {
      await replaceInvoice(tx, stored, invoice, recorded);
      await addInvoiceNote(tx, id, { place: null, text: '', change: { kind: 'replaced', source }, actor, at: now });
    } else {
      changes.push({ id, vendor, number, change: 'unchanged' });
      continue;
    }
    changes.push({ id, vendor, number, change: stored ? 'replaced' : 'new' });
  }
  return changes;
}

async function storedAs(tx: Db, { vendor, number }: BilledInvoice): Promise<StoredInvoice | null> {
  const [stored] = await listInvoices(tx, { vendor, number });
  return stored ?? null;
}

function contentOf({ vendor, program, month, number, currency, payable, lines }: StoredInvoice): BilledInvoice {
  return { vendor, program, month, number, currency, payable, lines };
}

function conflict(invoice: BilledInvoice, stored: StoredInvoice): InputIssue {
  return {
    path: `${invoice.vendor} ${invoice.number}`,
    message: {
      key: 'invoices.conflict',
      values: {
        lines: stored.lines.length,
        amount: askedOf(stored),
        otherLines: invoice.lines.length,
        otherAmount: askedOf(invoice),
      },
    },
  };
}

function askedOf({ lines, payable, currency }: BilledInvoice): Cell {
  const { asked } = invoiceTotals({ payable, lines });
  return { kind: 'exact', cell: { kind: 'amount', amount: formatMicros(asked, minorDigits(currency)), currency } };
}
