import type { Text } from '#format';
import type { Assessment, Severity } from '#quality';
import { addDays, localDay } from '#time';
import { list } from '../cells.ts';
import { type Names, vendorName } from '../names.ts';
import type { Report } from '../report.ts';
import { findingText } from './quality-sentences.ts';
import { daysTable, examplesTable, findingsTable, othersTable, rejectsTable } from './quality-tables.ts';
import { volumeChart } from './volume-chart.ts';

/** What a delivery's quality report is made of. */
export type QualityInput = Names & {
  assessment: Assessment;
  /** What the delivery is called by. */
  fileName: string;
  /** Whose it is; null = its rows say. */
  vendor: string | null;
  /** Reporting currency; the report has no amounts. */
  currency: string;
};

/** What a delivery is worth, in sentences that an account manager can forward, with the figures behind them. */
export function qualityReport(input: QualityInput): Report {
  const { assessment, fileName: file, vendor, currency } = input;
  return {
    id: 'quality',
    title:
      vendor === null
        ? { key: 'quality.title', values: { file } }
        : { key: 'quality.titleVendor', values: { file, vendor: vendorName(input, vendor) } },
    period: periodOf(assessment),
    currency,
    headline: headlineOf(assessment),
    notes: [...countingNotes(assessment), { key: 'quality.notes.untouched' }],
    sections: [
      findingsTable(assessment),
      ...daysTable(assessment, input),
      ...volumeChart(assessment.days),
      ...othersTable(assessment),
      ...rejectsTable(assessment),
      ...examplesTable(assessment, vendor),
    ],
  };
}

/** How the source makes its times, where it says so. */
function countingNotes({ metrics }: Assessment): Text[] {
  const notes = (metrics?.notes ?? []).map((note) => ({ kind: 'say', text: note }) as const);
  return notes.length === 0 ? [] : [{ key: 'quality.notes.counting', values: { notes: list(notes) } }];
}

/** The days of its calls; without any, the day on which it was looked at. */
function periodOf({ span, at }: Assessment): Report['period'] {
  const first = span?.first ?? localDay(at, 'UTC');
  return { from: first, to: addDays(span?.last ?? first, 1) };
}

/** How many things are wrong and how many deserve a look, then each of them. */
function headlineOf(assessment: Assessment): Text[] {
  const { severity, findings, records } = assessment;
  const of = (own: Severity) => findings.filter((finding) => finding.severity === own);
  const [wrong, look, unknown] = [of('wrong'), of('look'), of('unknown')];
  const values = {
    calls: records.calls,
    period: { kind: 'period', ...periodOf(assessment) } as const,
    wrong: wrong.length,
    look: look.length,
  };
  return [
    { key: `quality.answer.${records.calls === 0 ? 'none' : severity}`, values },
    ...[...wrong, ...look].map(findingText),
    ...(unknown.length > 0 ? [{ key: 'quality.answer.unchecked', values: { n: unknown.length } }] : []),
  ];
}
