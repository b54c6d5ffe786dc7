/**
 * The database: embedded or a server, migrations, bulk load, the roll-up's SQL, one file per aggregate. Rows never
 * leave: what comes out are the core's types.
 * Does not own: what figures mean (core), what may be done by whom (#auth), the order of steps (#operations).
 */
export {
  beginBatch,
  type Decision,
  deleteDraft,
  deleteDraftsBefore,
  describeBatch,
  failBatch,
  finishBatch,
  jobless,
  markUndone,
  noteBatchJob,
  noteProgress,
  queueBatch,
  requestCancel,
  requeueBatch,
} from './batch-states.ts';
export {
  type Batch,
  type BatchDocument,
  type BatchFile,
  type BatchOptions,
  type BatchPhase,
  type BatchSource,
  type BatchStatus,
  batchOfKey,
  bytesOf,
  createBatch,
  findBatch,
  listBatches,
  listRepeats,
} from './batches.ts';
export { type Books, loadBooks } from './books.ts';
export { isBatchId } from './calls/batch-id.ts';
export { type Claim, claimBatch, sweepAbandoned, takeTurn } from './calls/claim.ts';
export type { DeliveredCall } from './calls/copy-calls.ts';
export { type CallTotals, countCalls } from './calls/count.ts';
export type { CallFilter } from './calls/filter.ts';
export { callsBefore, type FoundCall, findCall } from './calls/find.ts';
export {
  type CallPlace,
  eachCalls,
  type ListedCall,
  listCalls,
  type Paging,
} from './calls/list.ts';
export { nextCommitted } from './calls/merge.ts';
export {
  forgetRejects,
  keepRejectedRows,
  keepRejects,
  listRejectedRows,
  listRejects,
  type RejectReason,
  rejectReasons,
  rejectsOfReason,
  type StoredReject,
} from './calls/rejects.ts';
export { copyRejects, repeatedBatch } from './calls/repeats.ts';
export { settleCalls } from './calls/settle.ts';
export { type Committed, openStore, type Store } from './calls/store.ts';
export { type Undone, undoWords } from './calls/undo.ts';
export { type UndoForecast, undoForecast } from './calls/undo-forecast.ts';
export { startCluster, stopCluster } from './cluster/cluster.ts';
export { connect, type Database, type Db, type Sql } from './database.ts';
export { type By, type ContractChange, contractHistory, lockTerms, saveAmendment } from './declarations/changes.ts';
export {
  idsByCode,
  listPrograms,
  listVendors,
  listVersions,
  type OwnWords,
  organisation,
  type VendorRecord,
  vendorWords,
} from './declarations/read.ts';
export { type Change, saveDeclaration } from './declarations/save.ts';
export {
  actualsByMonth,
  inputSpan,
  listForecasts,
  listHours,
  listIndexValues,
  listRates,
  listScores,
  ratedCurrencies,
} from './inputs/list.ts';
export {
  type Recorded,
  type Saved,
  saveForecasts,
  saveHours,
  saveIndexValues,
  saveScores,
} from './inputs/save.ts';
export { interruptible } from './interruptible.ts';
export { addInvoiceNote, type InvoiceNote, listInvoiceNotes } from './invoices/notes.ts';
export {
  findInvoice,
  invoicedMonths,
  listInvoices,
  listTolerances,
  type StoredInvoice,
} from './invoices/read.ts';
export { changeInvoiceLine, insertInvoice, replaceInvoice, saveTolerance } from './invoices/save.ts';
export {
  beginJob,
  claimJob,
  createJob,
  findJob,
  type Job,
  type JobProgress,
  type JobStatus,
  noteJobProgress,
  requeueAbandoned,
  settleJob,
  unfinishedJobs,
} from './jobs.ts';
export { listMappings, removeMapping, renameMapping, type StoredMapping, saveMapping } from './mappings.ts';
export { migrate } from './migrations/migrate.ts';
export { resetDatabase } from './migrations/reset.ts';
export { databaseUrl, openDatabase } from './open-database.ts';
export { type OwnDatabase, onOwnConnection } from './own-connection.ts';
export { countBatch } from './quality/count-batch.ts';
export { keepAssessment, keepUnassessable, keptAssessment, nextUnassessed } from './quality/keep.ts';
export { type ReportedParts, readReportedParts } from './quality/reported-parts.ts';
export { readVendorMetrics } from './quality/vendor-metrics.ts';
export { readRates, saveRates } from './rates.ts';
export { revenueCells } from './revenue/cells.ts';
export {
  type EventFilter,
  type EventTotals,
  eachEvents,
  eventSpan,
  eventsOfCall,
  type ListedEvent,
  listEvents,
  type MatchedTo,
  totalEvents,
} from './revenue/list.ts';
export { rematchAll, rematchRevenue } from './revenue/rematch.ts';
export { type SavedEvents, saveRevenueEvents } from './revenue/save.ts';
export { daysWithCalls, forgetTouched, lockAllVendors, lockVendors, relabelDays, touchDays } from './rollup/amend.ts';
export { bookedSpan, dataSpan, programsServedBy, type RollupFilter, readRollup } from './rollup/read.ts';
export { beginTouched, refreshTouched, touchAll } from './rollup/refresh.ts';
export { type OtherTerms, rerate } from './rollup/rerate.ts';
export { uncoveredDays } from './rollup/uncovered.ts';
export { createScenario, listScenarios, removeScenario, type Scenario } from './scenarios.ts';
export { closeSession, openedDatabase, openSession, type Session } from './session.ts';
export { fileOnDisk } from './spool/file-on-disk.ts';
export { gatherOnDisk } from './spool/gather-on-disk.ts';
export {
  areSpooled,
  dropSpool,
  gatheringFolder,
  type IncomingFile,
  type SpooledFile,
  spooledFiles,
  spoolFile,
  sweepSpool,
} from './spool/spool.ts';
export { forgetVerdicts, keptVerdicts, lockVerdicts, saveVerdicts } from './verdicts.ts';
