const fast = /^\d{1,9}$/;
const shape = /^(-?)(\d{1,15})(?:\.(\d{1,30}))?(?:[eE]-(\d{1,2}))?$/;

/**
 * So many times `unitMs` as whole ms, half of one rounded up, worked out on the digits and never in binary fractions.
 * `1.5e-5` is how spreadsheets write what is small. Null = no number.
 */
export function exactMs(text: string, unitMs: number): number | null {
  if (fast.test(text)) return Number(text) * unitMs;
  const [, sign, whole = '', decimals = '', exponent = '0'] = shape.exec(text) ?? [];
  if (sign === undefined) return null;
  const scale = 10n ** BigInt(decimals.length + Number(exponent));
  const ms = Number((2n * BigInt(whole + decimals) * BigInt(unitMs) + scale) / (2n * scale));
  return sign === '-' && ms !== 0 ? -ms : ms;
}
