import type { ContractVersion } from '#contracts';
import type { Economics } from '#economics';
import type { Statement, View } from '#pricing';
import type { VendorMetrics } from '#quality';
import { addDays, type Day, type Month, type Period } from '#time';
import type { Verdict } from '#verdicts';
import { costRevenueChart } from '../cost-revenue-chart.ts';
import { figureColumns } from '../figure-columns.ts';
import { marksOf } from '../metric-marks.ts';
import { type Names, programName, vendorName } from '../names.ts';
import { gapNotes, intervalNote, type RateUse, rateNotes, viewNotes } from '../notes.ts';
import type { Report, Section, TimeChart } from '../report.ts';
import { type LaterRevenue, maturingNotes } from '../revenue/maturing-notes.ts';
import { pricedOf, statementTables } from '../statement-table.ts';
import type { WeekIntervals } from '../weeks.ts';
import { ahtChart } from './aht-chart.ts';
import { booksTable } from './books-table.ts';
import { planOn, targetMarginOn } from './contract-in-force.ts';
import { vendorHeadline } from './headline.ts';
import { type ImportRow, importsTable } from './imports-table.ts';
import { mixTable } from './mix-table.ts';
import { handlePicture, zonePicture } from './pictures.ts';

/** What the page of one vendor is made of, all in one reporting currency; statements keep their contract's own. */
export type VendorInput = Names & {
  vendor: string;
  /** The program that the page is narrowed to; null = all. */
  program: string | null;
  period: Period;
  currency: string;
  /** The whole period as one group, with the vendor in its key. */
  economics: Economics;
  weeks: readonly Economics[];
  /** Intervals of revenue per call by week (their Mondays), where they were computed. */
  intervals?: WeekIntervals;
  /** By call type. */
  mix: readonly Economics[];
  verdicts: readonly Verdict[];
  /** The contract versions in force in the period. */
  contracts: readonly ContractVersion[];
  /** The latest month with a statement; null without one. */
  statement: { month: Month; statements: readonly Statement[] } | null;
  imports: readonly ImportRow[];
  /** Days on which a price model was first flagged as failing. */
  flags: readonly { day: Day; program: string }[];
  rates: readonly RateUse[];
  /** What is known of later revenue; left out where no event was ever recorded. */
  later?: LaterRevenue | undefined;
  /** What the sources of the calls say of their figures. */
  metrics: readonly VendorMetrics[];
  /** Which amounts the charges are, verdicts apart: those look at effective ones. Effective where it does not say. */
  view?: View;
};

/** One vendor's story: what it costs and earns, whether the price can live, why, and what the month was charged. */
export function vendorReport(input: VendorInput): Report {
  const { vendor, program, period, currency, economics } = input;
  const values = {
    vendor: vendorName(input, vendor),
    ...(program !== null && { program: programName(input, program) }),
  };
  return {
    id: 'vendor',
    title: { key: program === null ? 'vendor.title' : 'vendor.titleProgram', values },
    period,
    currency,
    headline: vendorHeadline(vendor, input.verdicts, input),
    notes: [
      ...viewNotes(input.view ?? 'effective'),
      ...gapNotes([economics], input, input.metrics),
      ...maturingNotes(input.later, period, input),
      ...rateNotes(input.rates),
      intervalNote,
    ],
    sections: sections(input),
  };
}

function sections(input: VendorInput): Section[] {
  const { period, currency, economics, weeks, contracts, statement, view } = input;
  const lastDay = addDays(period.to, -1);
  const days = daysOf(input);
  const marks = marksOf(input, input.metrics, input.vendor);
  const pictures = [
    zonePicture(economics),
    handlePicture(economics, planOn(contracts, lastDay, period), marks.aht(economics)),
  ];
  return [
    booksTable(economics, { targetMargin: targetMarginOn(contracts, lastDay), view }),
    costRevenueChart({
      weeks,
      period,
      currency,
      marks: days,
      view,
      ...(input.intervals && { intervals: input.intervals }),
    }),
    ...pictures.filter((picture) => picture !== null),
    ahtChart({ weeks, period, contracts, marks: days, made: marks.aht(economics) }),
    ...(statement ? statementTables(pricedOf(statement.statements, contracts), input) : []),
    mixTable(input.mix, figureColumns(currency, view, marks)),
    importsTable(input.imports),
  ];
}

/** Flags, and the first days of contract versions, that fall into the period. */
function daysOf(input: VendorInput): TimeChart['marks'] {
  const { period, contracts } = input;
  const flags = input.flags.map(({ day, program }) => ({
    day,
    label: { key: 'charts.programFlagged', values: { program: programName(input, program) } },
  }));
  const starts = contracts.map(({ from }) => ({ day: from, label: { key: 'charts.contract' } }));
  return [...flags, ...starts].filter(({ day }) => period.from <= day && day < period.to);
}
