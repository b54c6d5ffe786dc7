/** The columns of a canonical call log, in the order in which this product writes them. */
export const canonicalColumns = [
  'call_id',
  'vendor',
  'program',
  'call_type',
  'direction',
  'started_at',
  'wait_s',
  'talk_s',
  'hold_s',
  'wrap_s',
  'answered',
  'disposition',
  'outcome',
  'agent',
  'customer_ref',
  'revenue',
  'currency',
] as const;
export type CanonicalColumn = (typeof canonicalColumns)[number];

/** Without these a file is no canonical call log; a vendor is needed too, but may come with the import. */
export const requiredColumns = ['call_id', 'started_at', 'talk_s'] as const satisfies readonly CanonicalColumn[];
