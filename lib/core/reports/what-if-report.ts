import type { MarginCurve, Side } from '#economics';
import type { Text } from '#format';
import type { VendorMetrics } from '#quality';
import { intersect, monthOf, monthPeriod, type Period } from '#time';
import { contractText } from './contract-words.ts';
import { type Names, programName, vendorName } from './names.ts';
import { gapNotes } from './notes.ts';
import type { Report } from './report.ts';
import { figureTable } from './what-if-figures.ts';
import { whatIfHeadline } from './what-if-headline.ts';
import { lineTable } from './what-if-lines.ts';
import { marginTable } from './what-if-margins.ts';

/** What a what-if report is made of: a vendor's recorded calls under two sets of terms. */
export type WhatIfReportInput = Names & {
  vendor: string;
  /** Null = all programs. */
  program: string | null;
  period: Period;
  /** Reporting currency. */
  currency: string;
  current: Side;
  proposed: Side;
  /** What the sources of the calls say of their figures. */
  metrics: readonly VendorMetrics[];
  /** Both margins against handle time, under either terms; null without handled calls. */
  curves: { current: MarginCurve | null; proposed: MarginCurve | null };
};

/** What recorded calls would have cost and earned under proposed terms, next to those in force. */
export function whatIfReport(input: WhatIfReportInput): Report {
  const { vendor, program, period, currency, current, proposed } = input;
  const values = {
    vendor: vendorName(input, vendor),
    ...(program !== null && { program: programName(input, program) }),
  };
  return {
    id: 'what-if',
    title: { key: program === null ? 'whatIf.title' : 'whatIf.titleProgram', values },
    period,
    currency,
    headline: whatIfHeadline(input),
    notes: [...termNotes(input), ...gapNotes([current.economics], input, input.metrics), ...monthNote(period)],
    sections: [figureTable(input), lineTable(current, proposed), ...marginTable(input)],
  };
}

/** Both sets of terms in words. */
function termNotes({ current, proposed }: WhatIfReportInput): Text[] {
  const words = ({ statements, books }: Side, key: string): Text[] => {
    const ids = new Set(statements.map(({ contractId }) => contractId));
    const inForce = books.versions.filter(({ id, ...days }) => ids.has(id) && intersect(days, books.period) !== null);
    return inForce.map((version) => ({ key, values: { terms: { kind: 'say', text: contractText(version) } } }));
  };
  return [...words(current, 'whatIf.current'), ...words(proposed, 'whatIf.proposed')];
}

/** A period that cuts a month has the lines of the whole month. */
function monthNote({ from, to }: Period): Text[] {
  const whole = from === monthPeriod(monthOf(from)).from && to === monthPeriod(monthOf(to)).from;
  return whole ? [] : [{ key: 'whatIf.wholeMonths' }];
}
