const known = new Set(Intl.supportedValuesOf('currency'));
const digits = new Map<string, number>();

/** Whether the text is an ISO 4217 currency code in capitals. */
export function isCurrency(code: string): boolean {
  return known.has(code);
}

/** Decimals of the currency's minor unit (ISO 4217): EUR 2, JPY 0, KWD 3. */
export function minorDigits(currency: string): number {
  let found = digits.get(currency);
  if (found === undefined) {
    if (!isCurrency(currency)) throw new RangeError(`unknown currency "${currency}"`);
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    found = format.resolvedOptions().maximumFractionDigits ?? 2;
    digits.set(currency, found);
  }
  return found;
}
