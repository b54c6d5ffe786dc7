import type { Fault } from '../../cells/fault.ts';

const shape = /^([+-]?)(\d{0,15})(?:\.(\d{1,12}))?$/;

/** Reads a decimal number as exact text without a plus; digits that the source writes, trailing zeros too, are kept. */
export function readExact(text: string): string | Fault {
  const [, sign, whole, fraction] = shape.exec(text) ?? [];
  if (sign === undefined || (!whole && !fraction)) return { fault: { key: 'rejects.not_a_decimal' } };
  return `${sign === '-' ? '-' : ''}${whole || '0'}${fraction ? `.${fraction}` : ''}`;
}

function scaled(text: string, digits: number): bigint {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(digits, '0'));
}

/** The exact sum of decimal texts, with as many decimals as the one that has most; null = there are none. */
export function sumExact(texts: readonly string[]): string | null {
  if (texts.length === 0) return null;
  const digits = Math.max(...texts.map((text) => text.split('.')[1]?.length ?? 0));
  const sum = texts.reduce((all, text) => all + scaled(text, digits), 0n);
  const plain = String(sum < 0n ? -sum : sum).padStart(digits + 1, '0');
  const point = plain.length - digits;
  return `${sum < 0n ? '-' : ''}${plain.slice(0, point)}${digits > 0 ? `.${plain.slice(point)}` : ''}`;
}

/** What a charge costs: platforms that write it as a movement of the account have it negative. */
export function costOf(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : amount;
}
