import { type Decimal, type Micros, micros, parseDecimal, sumMicros } from '#money';
import { decimalText, isSame, minus, plus, product, read } from './decimals.ts';
import type { BilledLine } from './invoice.ts';
import { isPercent, type StatementLine } from './statement-line.ts';

/** Where the sides may differ. */
export type Differing = 'quantity' | 'rate' | 'amount';

/** One side of a pairing: decimal texts, null where it does not say them or says several. */
export type Side = { quantity: string | null; rate: string | null; amount: Micros };

/** What a difference is made of; the parts sum to it exactly. */
export type Parts = {
  /** What they bill more units for, at our rate. */
  quantity: Micros;
  /** What their rate adds on their quantity. */
  rate: Micros;
  /** What their amount is beyond their own quantity x rate, or beyond ours where they say neither otherwise. */
  amount: Micros;
  /** What stands on one side only. */
  missing: Micros;
};

/** Theirs less ours. */
export type Difference = { total: Micros; parts: Parts; differs: readonly Differing[] };

const zero = micros(0);
export const noParts: Parts = { quantity: zero, rate: zero, amount: zero, missing: zero };

type Terms = { quantity: Decimal | null; rate: Decimal | null; amount: Micros };

/** What some billed lines come to together: one rate only where all have it. */
export function sideOf(lines: readonly BilledLine[]): Side {
  const terms = lines.map(termsOf);
  const quantity = sumOf(terms);
  const rate = commonRate(terms);
  return {
    quantity: quantity && decimalText(quantity),
    rate: rate && decimalText(rate),
    amount: sumMicros(lines.map(({ amount }) => amount)),
  };
}

/**
 * What billed lines ask beyond a line of ours, and why. Their arithmetic comes first: what an amount is beyond its own
 * quantity x rate. Of the rest the quantity explains the units beyond ours at our rate, rounded once, and the rate what
 * then remains; where only one of the two differs, it explains all of it.
 */
export function differenceOf(ours: StatementLine, lines: readonly BilledLine[], currency: string): Difference {
  const percent = isPercent(ours);
  const terms = lines.map((line) => (percent ? asPercent(termsOf(line), currency) : termsOf(line)));
  const [q0, r0] = [parseDecimal(ours.quantity), parseDecimal(ours.rate)];
  const quantity = sumOf(terms);
  const rateDiffers = terms.some(({ rate }) => rate !== null && !isSame(rate, r0));
  const total = micros(sumMicros(lines.map(({ amount }) => amount)) - ours.amount);
  const own = arithmetic(terms, { currency, percent });
  const rest = micros(total - (own ?? 0n));
  const gap = quantity && minus(quantity, q0);
  const atOurRate = gap ? product(gap, r0, { currency, percent }) : zero;
  // A quantity that is only written with other decimals, so that no money follows from it, is the same quantity.
  const moreUnits = gap !== null && gap.value !== 0n && (atOurRate !== 0n || (rest !== 0n && !rateDiffers));
  const common = commonRate(terms);
  const parts = { ...noParts };
  if (moreUnits && rateDiffers && own !== null) parts.quantity = atOurRate;
  else if (moreUnits) parts.quantity = own === null ? atOurRate : rest;
  if (rateDiffers && own !== null) parts.rate = micros(rest - parts.quantity);
  else if (rateDiffers && common && !moreUnits)
    parts.rate = micros(product(q0, common, { currency, percent }) - ours.amount);
  parts.amount = micros(total - parts.quantity - parts.rate);
  return { total, parts, differs: differing(moreUnits, rateDiffers, parts.amount !== 0n) };
}

function differing(quantity: boolean, rate: boolean, amount: boolean): Differing[] {
  return [
    ...(quantity ? ['quantity' as const] : []),
    ...(rate ? ['rate' as const] : []),
    ...(amount ? ['amount' as const] : []),
  ];
}

/** What a billed line without a counterpart asks, and what of it its own quantity x rate does not say. */
export function onlyTheirs(line: BilledLine, currency: string): Difference {
  const own = arithmetic([termsOf(line)], { currency, percent: false });
  const isRight = own === null || own === 0n || arithmetic([termsOf(line)], { currency, percent: true }) === 0n;
  const amount = isRight ? zero : own;
  const parts = { ...noParts, amount, missing: micros(line.amount - amount) };
  return { total: line.amount, parts, differs: isRight ? [] : ['amount'] };
}

/** What a line of ours that nobody bills leaves unasked. */
export function onlyOurs({ amount }: StatementLine): Difference {
  const missing = micros(0n - amount);
  return { total: missing, parts: { ...noParts, missing }, differs: [] };
}

function termsOf({ quantity, rate, amount }: BilledLine): Terms {
  return { quantity: read(quantity), rate: read(rate), amount };
}

/** A share written as 0.125 where ours is 12.5 percent means the same, if the line's own amount says so. */
function asPercent(terms: Terms, currency: string): Terms {
  const { quantity, rate, amount } = terms;
  if (!quantity || !rate || product(quantity, rate, { currency, percent: true }) === amount) return terms;
  if (product(quantity, rate, { currency, percent: false }) !== amount) return terms;
  return { ...terms, rate: { ...rate, value: rate.value * 100n } };
}

function sumOf(terms: readonly Terms[]): Decimal | null {
  let sum: Decimal | null = null;
  for (const { quantity } of terms) {
    if (quantity === null) return null;
    sum = sum === null ? quantity : plus(sum, quantity);
  }
  return sum;
}

function commonRate(terms: readonly Terms[]): Decimal | null {
  const [first] = terms;
  const rate = first?.rate ?? null;
  return rate && terms.every((own) => own.rate !== null && isSame(own.rate, rate)) ? rate : null;
}

/** What the amounts are beyond quantity x rate, each rounded once; null where a line does not say both. */
function arithmetic(terms: readonly Terms[], unit: { currency: string; percent: boolean }): Micros | null {
  let sum = 0n;
  for (const { quantity, rate, amount } of terms) {
    if (!quantity || !rate) return null;
    sum += amount - product(quantity, rate, unit);
  }
  return micros(sum);
}
