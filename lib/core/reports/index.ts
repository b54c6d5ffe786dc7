/**
 * Reports: economics and verdicts made ready to be shown: sections, typed cells, prepared chart series. One model for
 * page, file, API and command line.
 * Does not own: how a cell is written (#format), how it is drawn (app/_components), the bytes of a file (#exports).
 */

export { type Axis, chartAxes } from './axes/chart-axes.ts';
export { curveAxes } from './axes/curve-axes.ts';
export { placeOn, type Scale, scaleAround, scaleOf, tickDigits } from './axes/scale.ts';
export { type CallFact, callFacts } from './calls/call-facts.ts';
export { callTrace, repeatText } from './calls/call-trace.ts';
export { type CallsQuery, callsAddress, callsOfLine } from './calls/calls-query.ts';
export { type CallRow, callAddress, callRow, callsTable } from './calls/calls-table.ts';
export { type ContractPart, contractParts } from './contract-parts.ts';
export { type ContractsInput, contractsReport, type StandingVersion } from './contract-report.ts';
export { type MovedInput, movedReport } from './contract-report-moved.ts';
export { type ContractInput, contractReport, type RecordedChange } from './contract-report-one.ts';
export { type PreviewInput, previewFigures, previewLines } from './contract-report-preview.ts';
export { contractText } from './contract-words.ts';
export { type EconomicsInput, economicsReport } from './economics-report.ts';
export { type InputsInput, inputsReport } from './inputs/inputs-report.ts';
export { type Lacking, lackingDays, lackingInputs, lackingText, needsInputs } from './inputs/lacking.ts';
export type { Actual, ForecastRecord, HoursRecord, IndexRecord, RateRecord, ScoreRecord } from './inputs/rows.ts';
export { type InvoiceListInput, invoiceListReport, type ListedBill } from './invoice-list-report.ts';
export { noteChangeText } from './invoice-notes.ts';
export { type InvoiceInput, invoiceReport } from './invoice-report.ts';
export { matchChoices } from './invoice-tables.ts';
export { lineLabel } from './line-label.ts';
export { lineReason } from './line-reason.ts';
export { type Marks, marksOf } from './metric-marks.ts';
export { type ModelComparisonReportInput, modelComparisonReport } from './model-comparison-report.ts';
export type { Names } from './names.ts';
export type { RateUse } from './notes.ts';
export { type OverviewInput, overviewReport } from './overview/overview-report.ts';
export { pointCell } from './point-cell.ts';
export { type QualityInput, qualityReport } from './quality/quality-report.ts';
export { findingText } from './quality/quality-sentences.ts';
export { reasonText } from './reasons.ts';
export type {
  Column,
  CurveChart,
  HandlePicture,
  Line,
  Point,
  Report,
  Row,
  Section,
  Table,
  TimeChart,
  ZonePicture,
} from './report.ts';
export { callRevenue } from './revenue/call-revenue.ts';
export { type EventRecord, eventRow, eventsTable } from './revenue/events-table.ts';
export type { LaterRevenue } from './revenue/maturing-notes.ts';
export { type EventSums, type RevenueInput, revenueReport } from './revenue/revenue-report.ts';
export { type StatementInput, statementReport } from './statement-report.ts';
export { isImported, lacks } from './statement-table.ts';
export { type CountedStatement, monthTotals } from './statement-totals.ts';
export { type StatementsInput, statementsReport } from './statements-report.ts';
export { type VendorInput, vendorReport } from './vendor/vendor-report.ts';
export { type VerdictsInput, verdictsReport } from './verdicts-report.ts';
export type { WeekIntervals } from './weeks.ts';
export { type WhatIfReportInput, whatIfReport } from './what-if-report.ts';
export type { Worked } from './worked.ts';
