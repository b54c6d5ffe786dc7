import { isBatchId } from './batch-id.ts';

/** The staging table of a batch: made for it, dropped with it. */
export function stagingTable(batchId: string): string {
  if (!isBatchId(batchId)) throw new Error(`not a batch id: ${batchId}`);
  return `staging."calls_${batchId}"`;
}
