import { type Decimal, type Micros, mulDivToMinor, parseDecimal } from '#money';

function aligned(a: Decimal, b: Decimal): { a: bigint; b: bigint; digits: number } {
  const digits = Math.max(a.digits, b.digits);
  const at = ({ value, digits: own }: Decimal) => value * 10n ** BigInt(digits - own);
  return { a: at(a), b: at(b), digits };
}

/** The exact sum of decimals. */
export function plus(a: Decimal, b: Decimal): Decimal {
  const at = aligned(a, b);
  return { value: at.a + at.b, digits: at.digits };
}

/** The exact difference of decimals. */
export function minus(a: Decimal, b: Decimal): Decimal {
  return plus(a, { ...b, value: -b.value });
}

/** Whether two decimals are the same number, however they are written: 3.6 and 3.60. */
export function isSame(a: Decimal, b: Decimal): boolean {
  const at = aligned(a, b);
  return at.a === at.b;
}

/** The number as text without needless zeros. */
export function decimalText({ value, digits }: Decimal): string {
  const size = (value < 0n ? -value : value).toString().padStart(digits + 1, '0');
  const whole = size.slice(0, size.length - digits);
  const fraction = size.slice(size.length - digits).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}

/** A decimal text that may be missing, read. */
export function read(text: string | null): Decimal | null {
  return text === null ? null : parseDecimal(text);
}

/** Quantity x rate, rounded once to the currency's minor unit, half away from zero; a rate may be a percent. */
export function product(
  quantity: Decimal,
  rate: Decimal,
  { currency, percent }: { currency: string; percent: boolean },
): Micros {
  const scale = 10n ** BigInt(quantity.digits + rate.digits) * (percent ? 100n : 1n);
  return mulDivToMinor(quantity.value * 1_000_000n, rate.value, scale, currency);
}
