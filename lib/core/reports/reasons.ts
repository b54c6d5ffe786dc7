import type { Cell, Text } from '#format';
import type { Reason } from '#verdicts';
import { perCall, seconds, text, unknown } from './cells.ts';

const times = new Set(['aht', 'breakEvenAht', 'ahtNeeded', 'plan', 'talk', 'hold', 'wrap', 'seconds']);
const counts = new Set(['have', 'need', 'days', 'calls', 'sales']);

/** A reason's sentence with its figures as cells, so that they read as everywhere else. */
export function reasonText({ code, figures }: Reason, currency: string): Text {
  const values = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, figureOf(name, value, currency)]),
  );
  return { key: `reasons.${code}`, values };
}

function figureOf(name: string, value: number | string | null, currency: string): Cell | number {
  if (value === null) return unknown();
  if (typeof value === 'string') return text(value);
  if (counts.has(name)) return value;
  return times.has(name) ? seconds(value) : perCall(value, currency);
}
