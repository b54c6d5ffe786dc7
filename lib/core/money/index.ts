/**
 * Exact amounts: integers of one millionth of a currency unit ("micros"), decimal factors, rounding, sharing out,
 * and conversion with the European Central Bank's reference rates. No float ever holds money.
 * Does not own: how an amount is written for a person (#format), nor which rate table is loaded (#db).
 */
export { allocate } from './allocate.ts';
export { isCurrency, minorDigits } from './currency.ts';
export { type Decimal, divideByDecimal, parseDecimal, timesDecimal } from './decimal.ts';
export { convert, MissingRateError, type PublishedRate, type RateTable, rateTable } from './exchange.ts';
export { type Fraction, fractionOf, sumDecimals } from './fraction.ts';
export {
  formatMicros,
  type Micros,
  micros,
  mulDiv,
  mulDivToMinor,
  parseMicros,
  roundToMinor,
  sumMicros,
  toUnits,
} from './micros.ts';
