import { type Micros, micros, sumMicros } from '#money';
import type { Statement } from '#pricing';
import { CurrencyMismatchError } from './currency-mismatch-error.ts';
import {
  type Difference,
  differenceOf,
  noParts,
  onlyOurs,
  onlyTheirs,
  type Parts,
  type Side,
  sideOf,
} from './difference.ts';
import { type InvoiceLine, lineKey } from './invoice.ts';
import { type Pair, pairLines } from './pair-lines.ts';
import type { StatementLine } from './statement-line.ts';
import { isTolerated, type Tolerance } from './tolerance.ts';

/** One line of ours with what is billed for it, or a line of one side alone. */
export type Pairing = Pair & {
  /** The statement line's id, or the key of the billed line that stands alone. */
  id: string;
  kind: 'match' | 'difference' | 'missing_on_invoice' | 'missing_on_statement';
  ours: Side | null;
  theirs: Side | null;
  /** Theirs less ours. Of a match it is 0 or within the tolerance. */
  difference: Difference;
};

/** Their lines against ours, every line in exactly one pairing, with what the whole difference is made of. */
export type Reconciliation = {
  currency: string;
  pairings: readonly Pairing[];
  /** Sums of the lines of each side. */
  theirs: Micros;
  ours: Micros;
  /** Theirs less ours, and its parts, which sum to it exactly. */
  difference: Micros;
  parts: Parts;
  /** Our charges that could not be priced: what they bill for them cannot be told from too much. */
  missing: Statement['missing'];
};

/** One month's statements and the lines billed for it, in one currency. */
export type ReconcileInput = {
  statements: readonly (Pick<Statement, 'currency' | 'missing'> & { lines: readonly StatementLine[] })[];
  invoiceLines: readonly InvoiceLine[];
  tolerance: Tolerance;
  /** The invoices' currency. */
  currency: string;
};

/**
 * Holds what a vendor bills for a month against what our statements say, line by line (docs/formulas/reconciliation.md).
 * Throws CurrencyMismatchError where a statement is in another currency: amounts of two are never compared.
 */
export function reconcile({ statements, invoiceLines, tolerance, currency }: ReconcileInput): Reconciliation {
  const foreign = statements.find((own) => own.currency !== currency);
  if (foreign) throw new CurrencyMismatchError(currency, foreign.currency);
  const statementLines = statements.flatMap(({ lines }) => lines);
  const pairings = pairLines(statementLines, invoiceLines).map((pair) => pairing(pair, { tolerance, currency }));
  const theirs = sumMicros(invoiceLines.map(({ amount }) => amount));
  const ours = sumMicros(statementLines.map(({ amount }) => amount));
  return {
    currency,
    pairings,
    theirs,
    ours,
    difference: micros(theirs - ours),
    parts: pairings.map(({ difference }) => difference.parts).reduce(together, noParts),
    missing: statements.flatMap(({ missing }) => missing),
  };
}

function pairing(pair: Pair, { tolerance, currency }: Pick<ReconcileInput, 'tolerance' | 'currency'>): Pairing {
  const { statement, invoice } = pair;
  const [line] = invoice;
  const ours = statement && { quantity: statement.quantity, rate: statement.rate, amount: statement.amount };
  const theirs = line ? sideOf(invoice) : null;
  if (!statement) {
    if (!line) throw new Error('a pair has a line');
    const difference = onlyTheirs(line, currency);
    return { ...pair, id: lineKey(line), kind: 'missing_on_statement', ours, theirs, difference };
  }
  if (!line)
    return { ...pair, id: statement.id, kind: 'missing_on_invoice', ours, theirs, difference: onlyOurs(statement) };
  const difference = differenceOf(statement, invoice, currency);
  const gaps = [difference.total, ...Object.values(difference.parts)];
  const agrees = gaps.every((gap) => isTolerated(gap, statement.amount, tolerance));
  return { ...pair, id: statement.id, kind: agrees ? 'match' : 'difference', ours, theirs, difference };
}

function together(a: Parts, b: Parts): Parts {
  return {
    quantity: micros(a.quantity + b.quantity),
    rate: micros(a.rate + b.rate),
    amount: micros(a.amount + b.amount),
    missing: micros(a.missing + b.missing),
  };
}
