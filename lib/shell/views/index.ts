/**
 * One function per page or report: load from #db, run the core chain, return a Report or props.
 * Does not own: how anything is drawn (app/), the figures' rules (core).
 */
export { openSession, type Session } from '#db';
export { type CallPageView, type CallView, callPage, callView } from './call.ts';
export { type AllCalls, allCalls, type CallsView, callsPage } from './calls.ts';
export type { CallsPageQuery } from './calls-query.ts';
export { type ContractView, contractPage } from './contract.ts';
export { type ContractChangeView, contractChange } from './contract-change.ts';
export { contractEditor, type EditorRequest, type EditorView } from './contract-editor.ts';
export type { DraftFault } from './contract-faults.ts';
export { contractPreview, type DraftInput, type DraftPreview } from './contract-preview.ts';
export { contractsYaml } from './contract-yaml.ts';
export { type ContractGroup, type ContractsView, contractsPage } from './contracts.ts';
export { type EconomicsQuery, economicsView } from './economics.ts';
export type { FilterInput } from './filters.ts';
export { type ImportPreview, importPreview, type PreviewRequest } from './import-preview.ts';
export {
  allRejects,
  batchPage,
  batchSummary,
  importsPage,
  type NamedReject,
  type RejectedRow,
  rejectedRows,
  undoView,
} from './imports.ts';
export { type InputSort, type InputsQuery, type InputsView, inputSorts, inputsPage, inputTemplate } from './inputs.ts';
export { inspectFiles } from './inspect-files.ts';
export { type InvoiceLineView, type InvoiceNoteView, type InvoiceView, invoicePage } from './invoice.ts';
export {
  type InvoiceFormView,
  type InvoicesQuery,
  type InvoicesView,
  invoiceFormView,
  invoicesPage,
} from './invoices.ts';
export { type JobView, jobView } from './jobs.ts';
export { type MappingEntry, mappingsPage, mappingYaml, savedMappingYaml } from './mappings.ts';
export { overview } from './overview.ts';
export { batchQuality, type QualityView } from './quality.ts';
export {
  allRevenue,
  type RevenueQuery,
  type RevenueView,
  revenuePage,
  revenueTemplate,
  revenueWorkbook,
} from './revenue.ts';
export { type StatementView, statementsPage, statementView } from './statement.ts';
export type {
  BatchLink,
  BatchReject,
  BatchSummary,
  BatchView,
  Choice,
  Filters,
  ImportModel,
  ImportsQuery,
  ImportsView,
  OverviewView,
  VendorView,
} from './types.ts';
export { vendorPage } from './vendor.ts';
export { verdictsView } from './verdicts.ts';
export { type WhatIfAnswer, whatIfView } from './what-if.ts';
export type { WhatIfQuery } from './what-if-books.ts';
export { type ModelsAnswer, type ModelsLack, modelsView } from './what-if-models.ts';
export {
  type KeptScenario,
  type Recorded,
  termsIn,
  type WhatIfInput,
  type WhatIfPage,
  type WhatIfScope,
  whatIfPage,
  whatIfScope,
} from './what-if-page.ts';
