/** A number as plain decimal text, without an exponent: the shortest text that reads back as the same number. */
export function plainDecimal(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  const [mantissa = '', exponent] = String(value).split('e');
  return exponent === undefined ? mantissa : shiftDecimal(mantissa, Number(exponent));
}

/** Decimal text times ten to the power of `places`, exactly: 0.081 by 2 is 8.1. */
export function shiftDecimal(text: string, places: number): string {
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = text.slice(sign.length).split('.');
  const point = whole.length + places;
  const digits = ('0'.repeat(Math.max(0, 1 - point)) + whole + fraction).padEnd(point, '0');
  const at = Math.max(1, point);
  const left = digits.slice(0, at).replace(/^0+(?=\d)/, '');
  const right = digits.slice(at).replace(/0+$/, '');
  const size = right === '' ? left : `${left}.${right}`;
  return size === '0' ? '0' : sign + size;
}
