import type { Cell, Text } from '#format';
import { isDay } from '#time';
import type { Reason } from '#verdicts';
import { count, day, margin, perCall, seconds, text } from './cells.ts';

type Figures = Reason['figures'];
type Written = NonNullable<Text['values']>[string];

/** What a figure that is not known is given to its sentence as, so that the sentence can leave it out. */
const NONE = 'none';

/** Figures that are not money per call. */
const kinds: Record<string, (value: number) => Written> = {
  aht: seconds,
  ahtNeeded: seconds,
  plan: seconds,
  hold: seconds,
  // A fee that does not pay the overhead has no handle time at which it breaks even.
  breakEvenAht: (value) => (value > 0 ? seconds(value) : NONE),
  correlation: (value) => ({ kind: 'number', value, digits: 2 }),
  calls: (value) => count(roughly(value)),
  have: (value) => value,
  need: (value) => value,
};

/** An estimate to two digits: more would claim more than a rule of thumb knows. */
function roughly(value: number): number {
  return Number(value.toPrecision(2));
}

/** Figures with an interval, and which figures are its ends. */
const ends: Record<string, { lower: string; upper: string }> = {
  loss: { lower: 'lossLower', upper: 'lossUpper' },
  margin: { lower: 'lower', upper: 'upper' },
  clientMargin: { lower: 'clientLower', upper: 'clientUpper' },
  vendorMargin: { lower: 'vendorLower', upper: 'vendorUpper' },
};
const endNames = new Set(Object.values(ends).flatMap(({ lower, upper }) => [lower, upper]));

/**
 * A reason's sentence with its figures as cells, so that they read as everywhere else; an amount takes its interval
 * with it, and a figure that is not known is the word `none`, which sentences choose by.
 */
export function reasonText({ code, figures }: Reason, currency: string): Text {
  const shown = Object.keys(figures).filter((name) => !endNames.has(name));
  return {
    key: `reasons.${code}`,
    values: Object.fromEntries(shown.map((name) => [name, written(name, figures, currency)])),
  };
}

function written(name: string, figures: Figures, currency: string): Written {
  const value = figures[name] ?? null;
  if (value === null) return NONE;
  if (typeof value === 'string') return isDay(value) ? day(value) : text(value);
  return kinds[name]?.(value) ?? money(name, value, { figures, currency });
}

function money(name: string, value: number, { figures, currency }: { figures: Figures; currency: string }): Cell {
  const names = ends[name];
  if (!names) return perCall(value, currency);
  const interval = { lower: endOf(figures[names.lower]), upper: endOf(figures[names.upper]) };
  const cell = margin(value, currency, interval);
  return name === 'loss' ? unsigned(cell) : cell;
}

function endOf(value: Figures[string] | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

/** A loss is told by its size. */
function unsigned(cell: Cell): Cell {
  if (cell.kind !== 'perCall') return cell;
  const { signed: _, ...plain } = cell;
  return plain;
}
