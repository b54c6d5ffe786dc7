import { formatMicros, micros, mulDiv, parseDecimal } from '#money';
import type { OtherInputs } from '#pricing';
import { addSums, type RollupRow } from '#rollup';
import { monthOf } from '#time';
import type { Economics, Range } from './economics.ts';
import type { BooksInput } from './input.ts';
import { isChosen, isWithin } from './row-reader.ts';
import { economics } from './unit-economics.ts';
import { byWage } from './vendor-rates.ts';

/** Both margins per handled call at one handle time; null = cannot be computed. */
export type CurvePoint = { aht: number; client: number | null; vendor: Range | null };

/** How both margins move with handle time, under one set of terms. */
export type MarginCurve = {
  /** From the shortest handle time to the longest; today's is among them. */
  points: CurvePoint[];
  /** AHT as recorded, in seconds. */
  today: number;
  /** What one second more of AHT adds to each margin per call, from today's on; negative = who pays for it. */
  slope: { client: number | null; vendor: number | null };
  /** AHT at which the vendor's margin, and the client's, is 0 within the curve; null where it never is. */
  breakEven: { client: number | null; vendor: number | null };
};

/** Percent of the recorded AHT at which the curve is computed: 60 to 160 in steps of 5. */
const shares = Array.from({ length: 21 }, (_, index) => 60 + 5 * index);

/**
 * Both margins against handle time: every row's handle time scaled, with billed seconds and hours in proportion (rounding
 * up call by call is not done anew) and revenue, waits and outcomes as they were, priced by the same `economics`, so that
 * tiers, collars, bonuses and minimums show. Null where the books' choice has no handled calls.
 */
export function marginCurve(books: BooksInput): MarginCurve | null {
  const at = pointsOf(books);
  if (!at) return null;
  const points = shares.map((share) => at(share / 100));
  return {
    points,
    today: at(1).aht,
    slope: slopeOf(at),
    breakEven: {
      client: zeroOf(points, ({ client }) => client),
      vendor: zeroOf(points, ({ vendor }) => vendor?.value ?? null),
    },
  };
}

/** What one second more of AHT adds to each margin per call; null without handled calls. */
export function marginSlope(books: BooksInput): MarginCurve['slope'] | null {
  const at = pointsOf(books);
  return at && slopeOf(at);
}

/** What a call would cost at another AHT, in seconds; null where cost or handle time is not known. */
export function costAtHandleTime(books: BooksInput, aht: number): number | null {
  const now = totalOf(books);
  return now.aht ? totalOf(atHandleTime(books, aht / now.aht)).perCall.cost : null;
}

type PointAt = (factor: number) => CurvePoint;

/**
 * The point at a factor of today's handle time. Of both margins only the charges and the vendor's cost move with it, so
 * that today's margins are taken as they are, and what moves from rows that are merged as far as they price alike.
 */
function pointsOf(books: BooksInput): PointAt | null {
  const now = totalOf(books);
  const { aht } = now;
  if (!aht) return null;
  const { margin, vendorMargin } = now.perCall;
  const merged = { ...books, rows: mergedRows(books) };
  const base = totalOf(merged).perCall;
  return (factor) => {
    if (factor === 1) return { aht, client: margin, vendor: vendorMargin };
    const { cost, vendorMargin: moved } = totalOf(atHandleTime(merged, factor)).perCall;
    const client = difference(margin, difference(cost, base.cost));
    const was = base.vendorMargin;
    const vendor = vendorMargin && moved && was && byWage((wage) => vendorMargin[wage] + (moved[wage] - was[wage]));
    return { aht: aht * factor, client, vendor };
  };
}

/**
 * Rows of a month that price alike in one: of one contract, program, direction, rate class and currency, and all in the
 * period or not. Days are kept where a contract in a foreign currency is converted day by day.
 */
function mergedRows(books: BooksInput): RollupRow[] {
  const byDay = books.versions.some((own) => own.exchange === 'call_day' && own.currency !== books.currency);
  const merged = new Map<string, RollupRow>();
  for (const row of books.rows) {
    const { vendor, program, direction, rateClass, contractId, currency, day } = row;
    const when = byDay ? day : `${monthOf(day)} ${isWithin(day, books)}`;
    const key = `${vendor} ${program} ${direction} ${rateClass} ${contractId} ${currency} ${when}`;
    const sum = merged.get(key);
    if (sum) addSums(sum, row);
    else merged.set(key, { ...row, outcomes: { ...row.outcomes }, histogram: new Map() });
  }
  return [...merged.values()];
}

function slopeOf(at: PointAt): MarginCurve['slope'] {
  const today = at(1);
  const next = at((today.aht + 1) / today.aht);
  return {
    client: difference(next.client, today.client),
    vendor: difference(next.vendor?.value, today.vendor?.value),
  };
}

function totalOf(books: BooksInput): Economics {
  const [total] = economics({ ...books, by: [] });
  if (!total) throw new Error('economics without grouping gives one total');
  return total;
}

function difference(a: number | null | undefined, b: number | null | undefined): number | null {
  return a == null || b == null ? null : a - b;
}

/** The shortest handle time at which the curve crosses 0, on the line between its points. */
function zeroOf(points: readonly CurvePoint[], of: (point: CurvePoint) => number | null): number | null {
  for (const [index, point] of points.entries()) {
    const [a, b] = [of(points[index - 1] ?? point), of(point)];
    const before = points[index - 1];
    if (a === null || b === null || !before || a === b || a * b > 0) continue;
    return before.aht + ((point.aht - before.aht) * a) / (a - b);
  }
  return null;
}

/** The books as if every call of the vendor and program asked for had taken `factor` times as long. */
function atHandleTime(books: BooksInput, factor: number): BooksInput {
  const fields = ['talkMs', 'holdMs', 'wrapMs', 'handleMs', 'saleHandleMs', 'billedSeconds'] as const;
  const scalers = fields.map((field) => [field, scaler(factor)] as const);
  const scaled = (row: RollupRow): RollupRow => {
    const copy = { ...row };
    for (const [field, scale] of scalers) copy[field] = scale(row[field]);
    return copy;
  };
  const { inputs } = books;
  return {
    ...books,
    rows: books.rows.map((row) => (isChosen(row, books) ? scaled(row) : row)),
    inputs: inputs && { ...inputs, hours: inputs.hours.map(hoursAt(factor)) },
  };
}

/** Whole numbers whose sum stays the scaled sum: what rounding takes from one row is given to the next. */
function scaler(factor: number): (value: number) => number {
  let carried = 0;
  return (value) => {
    const exact = value * factor + carried;
    const whole = Math.round(exact);
    carried = exact - whole;
    return whole;
  };
}

function hoursAt(factor: number): (row: OtherInputs['hours'][number]) => OtherInputs['hours'][number] {
  const millionths = BigInt(Math.round(factor * 1e6));
  const scale = (text: string | null) => {
    if (text === null) return null;
    const { value, digits } = parseDecimal(text);
    return formatMicros(micros(mulDiv(value, millionths, 10n ** BigInt(digits))), 6);
  };
  return (row) => ({
    ...row,
    loggedHours: scale(row.loggedHours),
    productiveHours: scale(row.productiveHours),
    fte: scale(row.fte),
  });
}
