import { type Fraction, formatMicros, fractionOf, micros, mulDivToMinor, parseMicros } from '#money';
import type { RollupRow } from '#rollup';
import type { Billing, ChargeLine, ChargeOf, PriceCharge } from '../charge.ts';
import type { Line } from '../statement.ts';

/**
 * What calls of a rate class cost on top: a percent of what the named charges' lines come to for the class (of a line
 * over all classes, the class's part of its quantity), or an amount for every billed call of the class.
 */
export const surcharge: PriceCharge<'surcharge'> = (charge, billing) =>
  charge.percent === undefined
    ? amountLine(charge.rateClass, charge.amount ?? '0', billing)
    : percentLine(charge, charge.percent, billing);

function amountLine(rateClass: string, rate: string, { rows, version }: Billing): ChargeLine[] {
  const count = (row: RollupRow) => (row.rateClass === rateClass ? row.billedCalls : 0);
  const total = rows.reduce((sum, row) => sum + count(row), 0);
  if (total === 0) return [];
  return [
    {
      part: rateClass,
      detail: { rateClass, on: [] },
      quantity: String(total),
      rate,
      amount: mulDivToMinor(parseMicros(rate), BigInt(total), 1n, version.currency),
      class: 'variable',
      weight: (row) => BigInt(count(row)),
    },
  ];
}

function percentLine({ rateClass, on }: ChargeOf<'surcharge'>, percent: string, billing: Billing): ChargeLine[] {
  const { rows, version, before } = billing;
  const parts = before
    .filter(({ charge }) => on.some((kind) => kind === charge))
    .flatMap((line) => partOf(line, rateClass, rows));
  const base = parts.reduce(add, { num: 0n, den: 1n });
  if (base.num === 0n) return [];
  const share = fractionOf(percent);
  return [
    {
      part: rateClass,
      detail: { rateClass, on },
      quantity: formatMicros(mulDivToMinor(base.num, 1n, base.den, version.currency), 6).replace(/\.?0+$/, ''),
      rate: percent,
      amount: mulDivToMinor(base.num, share.num, base.den * share.den * 100n, version.currency),
      class: 'variable',
      weight: (row) => parts.reduce((sum, { weight, scale }) => sum + weight(row) * scale(base.den), 0n),
    },
  ];
}

type Part = Fraction & { weight: (row: RollupRow) => bigint; scale: (den: bigint) => bigint };

/** The class's part of a line, in micros: the whole line, or its share of the line's quantity. */
function partOf({ amount, weight }: Line, rateClass: string, rows: readonly RollupRow[]): Part[] {
  if (weight === null) return [];
  const own = (row: RollupRow) => (row.rateClass === rateClass ? weight(row) : 0n);
  const inClass = rows.reduce((sum, row) => sum + own(row), 0n);
  const whole = rows.reduce((sum, row) => sum + weight(row), 0n);
  if (inClass === 0n || whole === 0n) return [];
  return [{ num: micros(amount) * inClass, den: whole, weight: own, scale: (den) => (amount * den) / whole }];
}

function add(a: Fraction, b: Fraction): Fraction {
  return { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
}
