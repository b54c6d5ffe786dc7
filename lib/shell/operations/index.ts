/**
 * One function per verb that changes something: authorise, check, transaction, record, return.
 * Does not own: SQL (#db), rules (core), how a person asks (app/, #cli).
 */

export { fileOfStream, UnusableFileError } from '#imports';
export { addInvoiceNote, type InvoiceNoteInput } from './add-invoice-note.ts';
export { applyDeclaration } from './apply-declaration.ts';
export { assessBatch, assessNext } from './assess-batch.ts';
export { cancelImport } from './cancel-import.ts';
export { type ContractChanged, type ContractInput, changeContract, type MovedMonth } from './change-contract.ts';
export { type DecisionInput, decideImport, retryImport } from './decide-import.ts';
export { DRAFT_DAYS, discardImport, discardOldDrafts } from './discard-import.ts';
export { type InputIssue, InterruptedError, OperationError, type Refusal } from './errors.ts';
export { type ImportInput, importCalls } from './import-calls.ts';
export { CancelledError, FailedImportError } from './import-failure.ts';
export { type InputFields, type InputFile, type InputKind, importInputs, recordInput } from './import-inputs.ts';
export { type InvoiceFile, importInvoices } from './import-invoices.ts';
export { importRates } from './import-rates.ts';
export type { ImportProgress, ImportResult } from './import-result.ts';
export { importRevenue, type RevenueFile, type RevenueImported } from './import-revenue.ts';
export { judgeVendors } from './judge-vendors.ts';
export { loadDemonstration } from './load-demonstration.ts';
export { type LineMatchInput, matchInvoiceLine } from './match-invoice-line.ts';
export { readYaml } from './read-yaml.ts';
export { type InvoiceForm, recordInvoice } from './record-invoice.ts';
export { recordRate } from './record-rate.ts';
export { type RerateInput, rerateCalls } from './rerate-calls.ts';
export { rebuildRollup } from './rollup.ts';
export { type ImportEnd, runImport } from './run-import.ts';
export {
  deleteImportMapping,
  type ImportMappingInput,
  renameImportMapping,
  saveImportMapping,
} from './save-import-mapping.ts';
export { deleteScenario, type ScenarioInput, saveScenario } from './save-scenario.ts';
export { saveVendorWords, type VendorWordsInput } from './save-vendor-words.ts';
export { type LineStateInput, setInvoiceLineState } from './set-invoice-line-state.ts';
export { setInvoiceTolerance, type ToleranceInput } from './set-invoice-tolerance.ts';
export { type DeliveryInput, type StoredDelivery, storeDelivery } from './store-delivery.ts';
export { type UndoneImport, undoImport } from './undo-import.ts';
