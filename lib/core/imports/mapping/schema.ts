import { z } from 'zod';
import { outcomes } from '#calls';

/** How durations are written. */
export const durationUnits = ['seconds', 'milliseconds', 'minutes', 'hh:mm:ss', 'mm:ss', 'day_fraction'] as const;
export type DurationUnit = (typeof durationUnits)[number];

const column = z.string().min(1).max(200);
/** Words that stand for "unknown" in a column besides an empty cell: `-`, `N/A`, `NO_SERVER`. */
const unknown = z.array(z.string()).optional();

const fromColumn = z.strictObject({ from: column, unknown });
/** Texts of columns put together: `{vru+line}-{call_id}-{date}`; `{row}` is the number of the data row, from 1. */
const fromTemplate = z.strictObject({ template: z.string().min(1).max(400) });
const constant = z.strictObject({ constant: z.string().min(1).max(200) });

const text = z.union([fromColumn, fromTemplate, constant]);
const word = z.union([
  z.strictObject({ from: column, words: z.record(z.string(), z.string()).optional(), unknown }),
  constant,
]);

/**
 * When a call began. `format` in Unicode's letters (`dd/MM/yyyy HH:mm:ss`, `yyMMdd`, `EEE, dd MMM yyyy`, `epoch_s`,
 * `epoch_ms`, `iso`, `excel`), of the columns joined with a space. `firstYear` for dates without a year in a file in
 * order of time: the year in which it begins, one more each time the month falls back.
 */
const started = z.strictObject({
  from: z.union([column, z.array(column).min(1).max(4)]),
  format: z.string().min(1).max(60),
  firstYear: z.int().min(1970).max(2199).optional(),
});

const duration = z.strictObject({ from: column, unit: z.enum(durationUnits), unknown });

const columns = z.strictObject({
  /** Every call has its own: no constant can be it. */
  call_id: z.union([fromColumn, fromTemplate]),
  started_at: started,
  talk_s: duration,
  vendor: word.optional(),
  program: word.optional(),
  call_type: text.optional(),
  direction: word.optional(),
  wait_s: duration.optional(),
  hold_s: duration.optional(),
  wrap_s: duration.optional(),
  answered: word.optional(),
  disposition: text.optional(),
  outcome: word.optional(),
  agent: text.optional(),
  customer_ref: text.optional(),
  revenue: fromColumn.optional(),
  currency: word.optional(),
});

export const mapping = z.strictObject({
  name: z.string().min(1).max(120).optional(),
  /** IANA zone of its times, where they have no offset of their own; else the import's. */
  timezone: z.string().optional(),
  decimal: z.enum(['point', 'comma']).default('point'),
  columns,
  /** What this file's dispositions mean, before the vendor's own outcome map; `otherwise` for all the rest. */
  outcomes: z.record(z.string(), z.enum(outcomes)).optional(),
  otherwise: z.enum(outcomes).optional(),
  /** Dispositions that are no calls at all, with the reason. */
  leaveOut: z.record(z.string(), z.string().min(1)).optional(),
  /** What its talk has in it that other vendors' talk has not: then the part is in no column of its own. */
  talkIncludes: z.array(z.enum(['wait', 'hold', 'wrap'])).optional(),
  /** Calls that its log leaves out. */
  unreported: z.array(z.enum(['abandoned'])).optional(),
});

/** How the columns of a table become the canonical call. */
export type Mapping = z.output<typeof mapping>;

/** A mapping in the making: what a call cannot do without may still be open. */
export type DraftMapping = Omit<Mapping, 'columns'> & { columns: Partial<Mapping['columns']> };
