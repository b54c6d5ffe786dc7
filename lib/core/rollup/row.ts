import { type Direction, type Outcome, outcomes } from '#calls';
import { type Micros, micros } from '#money';
import type { Day } from '#time';
import { type Histogram, mergeHistograms } from './histogram.ts';

export type RollupKey = {
  vendor: string;
  program: string;
  callType: string | null;
  direction: Direction;
  /** Local day of the program's zone. */
  day: Day;
  rateClass: string;
  /** Null where no contract was in force: such calls have no price. */
  contractId: string | null;
  /** Currency of `revenue` and its moments. */
  currency: string;
};

/** Sums that add. Times in ms. `handled` = answered; sums of parts and moments are over handled calls. */
export type RollupSums = {
  calls: number;
  offered: number;
  attempted: number;
  handled: number;
  contact: number;
  abandoned: number;
  shortAbandoned: number;
  /** Answered, and abandoned, within the program's service-level threshold. */
  answeredWithin: number;
  abandonedWithin: number;
  outcomes: Record<Outcome, number>;
  waitMs: number;
  talkMs: number;
  holdMs: number;
  wrapMs: number;
  handleMs: number;
  /** Handled calls for which the vendor reports the part. */
  waitKnown: number;
  holdKnown: number;
  wrapKnown: number;
  billedCalls: number;
  billedSeconds: number;
  /** Over all calls; of events that are booked on a day of their own, with no call on that day. */
  revenue: Micros;
  /** Calls with a reported revenue, booked with them or by events of any day, and sales without one. */
  revenueCalls: number;
  salesWithoutRevenue: number;
  /** Over handled calls: sales, revenue, and the second moments that the variance of a per-call margin needs. */
  handledSales: number;
  handledRevenue: Micros;
  /** Sum of revenue^2 in micros^2, of handle^2 in ms^2, of revenue x handle, and of handle over sales. */
  revenueSquared: bigint;
  handleSquared: bigint;
  revenueHandle: bigint;
  saleHandleMs: number;
  histogram: Histogram;
};

export type RollupRow = RollupKey & RollupSums;

/** The sums of no calls at all. */
export function emptySums(): RollupSums {
  return {
    calls: 0,
    offered: 0,
    attempted: 0,
    handled: 0,
    contact: 0,
    abandoned: 0,
    shortAbandoned: 0,
    answeredWithin: 0,
    abandonedWithin: 0,
    outcomes: Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>,
    waitMs: 0,
    talkMs: 0,
    holdMs: 0,
    wrapMs: 0,
    handleMs: 0,
    waitKnown: 0,
    holdKnown: 0,
    wrapKnown: 0,
    billedCalls: 0,
    billedSeconds: 0,
    revenue: micros(0),
    revenueCalls: 0,
    salesWithoutRevenue: 0,
    handledSales: 0,
    handledRevenue: micros(0),
    revenueSquared: 0n,
    handleSquared: 0n,
    revenueHandle: 0n,
    saleHandleMs: 0,
    histogram: new Map(),
  };
}

type FieldsOf<T> = { [Field in keyof RollupSums]: RollupSums[Field] extends T ? Field : never }[keyof RollupSums];

/** The fields that hold a number, or a bigint: named by the sums and not by what is added, which may be a whole row. */
const fields = Object.entries(emptySums());
const counts = fields.filter(([, value]) => typeof value === 'number').map(([field]) => field as FieldsOf<number>);
const amounts = fields.filter(([, value]) => typeof value === 'bigint').map(([field]) => field as FieldsOf<bigint>);

/** Adds `b` into `a`, field by field. Amounts must be in one currency; the caller sees to that. */
export function addSums(a: RollupSums, b: RollupSums): RollupSums {
  const exact: Record<FieldsOf<bigint>, bigint> = a;
  for (const field of counts) a[field] += b[field];
  for (const field of amounts) exact[field] += b[field];
  for (const outcome of outcomes) a.outcomes[outcome] += b.outcomes[outcome];
  a.histogram = mergeHistograms(a.histogram, b.histogram);
  return a;
}

/** The sum of rows of one currency. */
export function sumRows(rows: Iterable<RollupSums>): RollupSums {
  const total = emptySums();
  for (const row of rows) addSums(total, row);
  return total;
}
