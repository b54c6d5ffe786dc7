import type { Cell, Text } from '#format';
import { type Bill, type BillTotals, invoiceTotals, isPercent, NO_COUNTERPART, type Pairing } from '#invoices';
import { type Micros, micros } from '#money';
import type { Line } from '#pricing';
import { amount, list, rate, say, text } from './cells.ts';

/** An amount with nothing rounded away: a cent decides whether lines agree. */
export function wholeAmount(value: Micros | null, currency: string, why?: Text): Cell {
  const cell = amount(value, currency, why);
  return cell.kind === 'amount' ? { kind: 'exact', cell } : cell;
}

/** How the two sides of a pairing stand to each other, in sentences. */
export function pairingText(pairing: Pairing, currency: string): Text {
  const { kind, invoice } = pairing;
  if (kind === 'missing_on_invoice') return { key: 'invoices.missingOnInvoice' };
  const texts = kind === 'missing_on_statement' ? [aloneText(pairing)] : [];
  if (invoice.length > 1) texts.push({ key: 'invoices.split', values: { n: invoice.length } });
  if (kind === 'match') texts.push(matchText(pairing, currency));
  else texts.push(...differenceTexts(pairing, currency));
  return joined(texts);
}

/** Sentences one after the other. */
function joined(texts: readonly Text[]): Text {
  const [first, ...others] = texts;
  if (!first) throw new Error('nothing to say');
  return others.reduce<Text>(
    (said, next) => ({
      key: 'invoices.and',
      values: { first: { kind: 'say', text: said }, next: { kind: 'say', text: next } },
    }),
    first,
  );
}

function aloneText({ invoice }: Pairing): Text {
  const chosen = invoice.some(({ matchedWith }) => matchedWith === NO_COUNTERPART);
  return { key: 'invoices.missingOnStatement', values: { by: chosen ? 'person' : 'rule' } };
}

function matchText({ difference: { total, parts } }: Pairing, currency: string): Text {
  const isExact = total === 0n && Object.values(parts).every((part) => part === 0n);
  if (isExact) return { key: 'invoices.agrees' };
  return { key: 'invoices.tolerated', values: { amount: sized(total, currency), side: sideOf(total) } };
}

function differenceTexts({ difference, ours, theirs, statement }: Pairing, currency: string): Text[] {
  const { differs, parts } = difference;
  if (!theirs) return [];
  return differs.flatMap((what): Text[] => {
    if (what === 'amount') return [amountText(parts.amount, theirs, { ours, currency })];
    if (!ours || !statement) return [];
    return what === 'quantity'
      ? [quantityText({ statement, ours, theirs, part: parts.quantity, currency })]
      : [rateText({ statement, ours, theirs, part: parts.rate, currency })];
  });
}

type Side = NonNullable<Pairing['ours']>;
type Compared = {
  statement: NonNullable<Pairing['statement']>;
  ours: Side;
  theirs: Side;
  part: Micros;
  currency: string;
};

/** Charges whose units are counted from the call log. */
const logged: ReadonlySet<Line['charge']> = new Set([
  'per_call',
  'per_minute',
  'per_outcome',
  'surcharge',
  'dead_band',
]);

/** Quantities are written with two decimals, unless those would hide the difference. */
const LEAST_SHOWN = 0.01;

function quantityText({ statement, ours, theirs, part, currency }: Compared): Text {
  const more = Number(theirs.quantity) > Number(ours.quantity);
  const gap = gapText(theirs.quantity ?? '0', ours.quantity ?? '0');
  const quantity = (value: string): Cell => {
    const cell: Cell = { kind: 'quantity', quantity: value };
    return Number(gap) < LEAST_SHOWN ? { kind: 'exact', cell } : cell;
  };
  return {
    key: 'invoices.quantity',
    values: {
      difference: quantity(gap),
      unit: unitOf(statement, currency),
      side: more ? 'more' : 'less',
      source: logged.has(statement.charge) && !isPercent(statement) ? 'log' : 'statement',
      theirs: quantity(theirs.quantity ?? '0'),
      ours: quantity(ours.quantity ?? '0'),
      amount: sized(part, currency),
    },
  };
}

function rateText({ statement, ours, theirs, part, currency }: Compared): Text {
  const unit = isPercent(statement) ? '%' : currency;
  const values = { ours: rate(ours.rate ?? '0', unit), amount: sized(part, currency) };
  return theirs.rate === null
    ? { key: 'invoices.rates', values }
    : { key: 'invoices.rate', values: { ...values, theirs: rate(theirs.rate, unit) } };
}

/** Their arithmetic, or an amount without quantity and rate. */
function amountText(part: Micros, theirs: Side, { ours, currency }: { ours: Side | null; currency: string }): Text {
  const values = { amount: sized(part, currency), side: sideOf(part), theirs: wholeAmount(theirs.amount, currency) };
  if (theirs.quantity !== null && theirs.rate !== null) {
    const product = wholeAmount(micros(theirs.amount - part), currency);
    return { key: 'invoices.arithmetic', values: { ...values, product } };
  }
  return { key: 'invoices.amount', values: { ...values, ours: wholeAmount(ours?.amount ?? null, currency) } };
}

/** What an invoice line's quantity is counted in. */
export function unitOf(line: NonNullable<Pairing['statement']>, currency: string): Cell {
  if (isPercent(line)) return text(currency);
  return say(`lineUnits.${line.charge}`, line.detail.outcome ? { outcome: line.detail.outcome } : {});
}

/** The first sentence of an invoice's page: what is billed, what we say, and by how much they differ. */
export function billText(bill: Bill, { asked, ours, difference }: BillTotals, vendor: Cell): Text {
  const { currency } = bill;
  const numbers = list(bill.invoices.map(({ number }) => text(number)));
  const values = { vendor, n: bill.invoices.length, numbers, asked: wholeAmount(asked, currency) };
  const when = { month: { kind: 'month', month: bill.month } } as const;
  if (ours === null || difference === null) return { key: 'invoices.billed', values: { ...values, ...when } };
  return {
    key: 'invoices.against',
    values: {
      ...values,
      ...when,
      ours: wholeAmount(ours, currency),
      side: sideOf(difference),
      difference: sized(difference, currency),
    },
  };
}

/** Whether the lines of each invoice add up to what it asks for. */
export function payableTexts({ invoices, currency }: Bill): Text[] {
  return invoices.map((invoice) => {
    const { lines, beyondLines } = invoiceTotals(invoice);
    const values = { number: invoice.number, lines: wholeAmount(lines, currency) };
    if (beyondLines === null) return { key: 'invoices.noPayable', values };
    if (beyondLines === 0n) return { key: 'invoices.payableEquals', values };
    return {
      key: 'invoices.payableDiffers',
      values: {
        ...values,
        payable: wholeAmount(invoice.payable, currency),
        difference: sized(beyondLines, currency),
        side: sideOf(beyondLines),
      },
    };
  });
}

function sized(value: Micros, currency: string): Cell {
  return wholeAmount(micros(value < 0n ? -BigInt(value) : value), currency);
}

function sideOf(value: Micros): 'more' | 'less' | 'none' {
  return value > 0n ? 'more' : value < 0n ? 'less' : 'none';
}

/** The exact size of the difference of two decimal texts. */
function gapText(a: string, b: string): string {
  const digits = Math.max(...[a, b].map((value) => value.split('.')[1]?.length ?? 0));
  const scaled = (value: string) => {
    const [whole = '', fraction = ''] = value.split('.');
    return BigInt(whole + fraction.padEnd(digits, '0'));
  };
  const gap = scaled(a) - scaled(b);
  const size = (gap < 0n ? -gap : gap).toString().padStart(digits + 1, '0');
  return digits === 0 ? size : `${size.slice(0, -digits)}.${size.slice(-digits)}`.replace(/\.?0+$/, '');
}
