import type { MetricContract } from '../call-batch.ts';
import type { Mapping } from './schema.ts';

const times = { wait_s: 'wait', hold_s: 'hold', wrap_s: 'wrap' } as const;

/** What a mapped file's figures are made of: times that it has no column for are unknown, and what the mapping says. */
export function metricsOf({ columns, unreported = [], talkIncludes = [] }: Mapping): MetricContract {
  const lacking = (['wait_s', 'hold_s', 'wrap_s'] as const).filter((column) => columns[column] === undefined);
  return {
    unreported: [...lacking.map((column) => times[column]), ...unreported],
    notes: talkIncludes.map((part) => ({ key: 'metricNotes.talk_includes', values: { part } })),
  };
}
