/** The staging table of a batch: made for it, dropped with it. */
export function stagingTable(batchId: string): string {
  if (!/^[0-9a-f-]{36}$/.test(batchId)) throw new Error(`not a batch id: ${batchId}`);
  return `staging."calls_${batchId}"`;
}
