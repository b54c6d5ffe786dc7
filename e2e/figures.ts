/** How the pages write figures, worked out anew from `--json` and CSV: two digits of money per call, whole seconds. */

const unknown = '–';

type Digits = { digits: number; signed?: boolean };

function written(value: number | string | null, { digits, signed }: Digits): string {
  if (value === null || value === '') return unknown;
  const format = new Intl.NumberFormat('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: signed ? 'exceptZero' : 'negative',
  });
  return format.format(value as number);
}

/** Money per call: 3.07. */
export const perCall = (value: number | string | null) => written(value, { digits: 2 });

/** A margin per call, which says its plus: +1.02. */
export const margin = (value: number | string | null) => written(value, { digits: 2, signed: true });

/** Calls, seconds: 65,598. */
export const whole = (value: number | string | null) => written(value, { digits: 0 });

/** A share between 0 and 1 as a percentage without its sign: 8.1. */
export const percent = (value: number | null) => written(value === null ? null : value * 100, { digits: 1 });

/** A total: whole above 10,000. */
export const total = (value: string | null) => written(value, { digits: Math.abs(Number(value)) > 10_000 ? 0 : 2 });

/** What a charge comes to: to the cent, whatever its size. */
export const charged = (value: string | null) => written(value, { digits: 2 });

/** A day: 2026-03-31 as 31 Mar 2026. */
export function day(iso: string): string {
  if (iso === '') return unknown;
  const [year = '', month = '', of = ''] = iso.split('-');
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return `${Number(of)} ${names[Number(month) - 1]} ${year}`;
}
