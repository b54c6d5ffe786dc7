const known = new Set(Intl.supportedValuesOf('currency'));

/**
 * Minor units that are not 2 (ISO 4217). Written out because Intl follows CLDR, which rounds HUF, PKR, ALL, COP and
 * others to whole units and would drop the hundredths that their invoices carry.
 */
const digits: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
  ...'CLF UYW'.split(' ').map((code) => [code, 4]),
]);

/** Whether the text is an ISO 4217 currency code in capitals. */
export function isCurrency(code: string): boolean {
  return known.has(code);
}

/** Decimals of the currency's minor unit (ISO 4217): EUR 2, JPY 0, KWD 3. Throws on an unknown code. */
export function minorDigits(currency: string): number {
  if (!isCurrency(currency)) throw new RangeError(`unknown currency "${currency}"`);
  return digits[currency] ?? 2;
}
