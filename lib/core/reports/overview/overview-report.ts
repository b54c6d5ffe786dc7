import type { Economics } from '#economics';
import type { Interval } from '#format';
import type { View } from '#pricing';
import type { VendorMetrics } from '#quality';
import type { Day, Period } from '#time';
import type { Verdict } from '#verdicts';
import { costRevenueChart } from '../cost-revenue-chart.ts';
import { marksOf } from '../metric-marks.ts';
import { type Names, programName, vendorName } from '../names.ts';
import { gapNotes, intervalNote, type RateUse, rateNotes, viewNotes } from '../notes.ts';
import type { Report } from '../report.ts';
import { type LaterRevenue, maturingNotes } from '../revenue/maturing-notes.ts';
import { overviewHeadline } from './headline.ts';
import type { VendorRow } from './vendor-row.ts';
import { vendorsTable } from './vendors-table.ts';

/** What the overview is made of, all in one reporting currency. */
export type OverviewInput = Names & {
  period: Period;
  /** The day that verdicts are judged on. */
  asOf: Day;
  currency: string;
  /** By vendor and program. */
  rows: readonly Economics[];
  total: Economics;
  /** All vendors, by week. */
  weeks: readonly Economics[];
  verdicts: readonly Verdict[];
  /** Intervals of the client's margin per call over this very period, where they were computed. */
  intervals?: readonly ({ vendor: string; program: string } & Interval)[];
  /** Days on which a price model was first flagged as failing. */
  flags: readonly { day: Day; vendor: string; program: string }[];
  rates: readonly RateUse[];
  /** What is known of later revenue; left out where no event was ever recorded. */
  later?: LaterRevenue | undefined;
  /** What the sources of the calls say of their figures. */
  metrics: readonly VendorMetrics[];
  /** Which amounts the charges are, verdicts apart: those look at effective ones. Effective where it does not say. */
  view?: View;
};

/** Every vendor's price model at a glance: the answer, the table, cost and revenue per call by week. */
export function overviewReport(input: OverviewInput): Report {
  const { period, currency, view = 'effective' } = input;
  const rows = input.rows.map((economics) => vendorRow(economics, input));
  return {
    id: 'overview',
    title: { key: 'overview.title' },
    period,
    currency,
    headline: overviewHeadline(rows, input),
    notes: [
      ...viewNotes(view),
      ...gapNotes(input.rows, input, input.metrics),
      ...maturingNotes(input.later, period, input),
      ...rateNotes(input.rates),
      intervalNote,
    ],
    sections: [
      vendorsTable({ rows, total: input.total, names: input, currency, view, marks: marksOf(input, input.metrics) }),
      costRevenueChart({ weeks: input.weeks, period, currency, view, marks: flagMarks(input) }),
    ],
  };
}

function vendorRow(economics: Economics, { verdicts, intervals = [] }: OverviewInput): VendorRow {
  const { vendor = '', program = '' } = economics.key;
  const own = (other: { vendor: string; program: string }) => other.vendor === vendor && other.program === program;
  return { vendor, program, economics, verdict: verdicts.find(own) ?? null, interval: intervals.find(own) ?? null };
}

function flagMarks(input: OverviewInput) {
  return input.flags.map(({ day, vendor, program }) => ({
    day,
    label: {
      key: 'charts.flagged',
      values: { vendor: vendorName(input, vendor), program: programName(input, program) },
    },
  }));
}
