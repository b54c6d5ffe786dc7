import type { Economics } from '#economics';
import type { Cell, Text } from '#format';
import { formatMicros, type Micros } from '#money';
import { breakEven, count, margin, perCall, seconds, share, unknown } from './cells.ts';

type Values = Record<string, Cell>;

/** What each figure is worked out from, in the words of its formula (docs/formulas), and what comes of it. */
const inputs = {
  cost: (e) => ({ charges: total(e.money.charges, e), result: each(e.perCall.cost, e) }),
  revenue: (e) => ({ revenue: total(e.money.revenue, e), result: each(e.perCall.revenue, e) }),
  contribution: (e) => ({
    revenue: total(e.money.revenue, e),
    grossMargin: part(e.money.contribution, e.money.revenue),
    result: each(e.perCall.contribution, e),
  }),
  margin: (e) => ({
    contribution: total(e.money.contribution, e),
    charges: total(e.money.charges, e),
    otherCost: total(e.inputs.otherCost, e),
    result: signed(e.perCall.margin, e),
  }),
  ceiling: (e) => ({
    contribution: total(e.money.contribution, e),
    otherCost: total(e.inputs.otherCost, e),
    requiredMargin: total(e.inputs.requiredMargin, e),
    result: each(e.perCall.ceiling, e),
  }),
  vendorCost: (e) => ({ ...bill(e), result: each(e.perCall.vendorCost?.value, e) }),
  vendorMargin: (e) => ({
    charges: total(e.money.charges, e),
    ...bill(e),
    result: signed(e.perCall.vendorMargin?.value, e),
  }),
  floor: (e) => ({ ...bill(e), targetMargin: targetMargin(e), result: each(e.perCall.floor?.value, e) }),
  aht: (e) => ({ handle: seconds(e.seconds.handle), result: seconds(e.aht) }),
  breakEvenAht: (e) => ({
    aht: seconds(e.aht),
    charges: total(e.money.charges, e),
    ...bill(e),
    result: breakEven(e.breakEvenAht?.value ?? null),
  }),
  conversion: (e) => ({ sales: count(e.counts.outcomes.sale), result: share(e.conversion) }),
} satisfies Record<string, (economics: Economics) => Values>;

/** A figure that can be worked through. */
export type WorkedFigure = keyof typeof inputs;

/** Whether a figure, by its column, can be worked through. */
export function isWorkedFigure(id: string): id is WorkedFigure {
  return Object.hasOwn(inputs, id);
}

/** Which figure it is, by its column's id and head, and its formula with its own numbers. */
export type Worked = { figure: WorkedFigure; label: Text; text: Text };

const labels: Record<WorkedFigure, Text> = {
  cost: { key: 'columns.cost' },
  revenue: { key: 'columns.revenue' },
  contribution: { key: 'columns.contribution' },
  margin: { key: 'columns.margin' },
  ceiling: { key: 'columns.ceiling' },
  vendorCost: { key: 'columns.vendorCost' },
  vendorMargin: { key: 'columns.vendorMargin' },
  floor: { key: 'columns.floor' },
  aht: { key: 'columns.aht' },
  breakEvenAht: { key: 'columns.breakEvenAht' },
  conversion: { key: 'columns.conversion' },
};

/** A figure of a group worked through with the group's own numbers, unrounded; null where any of them is not known. */
export function worked(figure: WorkedFigure, economics: Economics): Worked | null {
  const values: Values = inputs[figure](economics);
  if (Object.values(values).some(({ kind }) => kind === 'unknown')) return null;
  const exact = Object.entries({ ...values, calls: count(economics.counts.handled) }).map(
    ([name, cell]) => [name, { kind: 'exact', cell }] as const,
  );
  const text = { key: `worked.${figure}`, values: Object.fromEntries(exact) };
  return { figure, label: labels[figure], text };
}

function bill({ inputs: { labour, overhead }, ...economics }: Economics): Values {
  return { labour: total(labour, economics), overhead: total(overhead, economics) };
}

/** A total to the micro: what a figure was divided from, before any cent was rounded. */
function total(value: Micros | null, { currency }: Pick<Economics, 'currency'>): Cell {
  return value === null ? unknown() : { kind: 'amount', amount: formatMicros(value, 6), currency };
}

function each(value: number | null | undefined, { currency }: Economics): Cell {
  return perCall(value ?? null, currency);
}

function signed(value: number | null | undefined, { currency }: Economics): Cell {
  return margin(value ?? null, currency);
}

/** The vendor's target margin over the group: what its floor keeps beyond its cost. */
function targetMargin({ inputs: { labour, overhead, floor } }: Economics): Cell {
  return labour === null || overhead === null || floor === null ? unknown() : part(floor - labour - overhead, floor);
}

/** A share of two totals, without the last digits, which amounts rounded to the micro blur. */
function part(amount: bigint | null, whole: bigint | null): Cell {
  if (amount === null || whole === null || whole === 0n) return unknown();
  return share(Math.round((Number(amount) / Number(whole)) * 1e6) / 1e6);
}
