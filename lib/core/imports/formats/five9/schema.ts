import { wholeReader } from '../../cells/decimal.ts';
import { readId, readText } from '../../cells/text.ts';
import { readDuration } from '../../platform/read/duration.ts';
import { readExact } from '../../platform/read/exact.ts';
import { detail, optional, required } from '../../platform/read/fields.ts';
import { recordReader } from '../../platform/read/record-reader.ts';

/**
 * A row of the Call Log report, in any of its variants: the inbound one has DATE, SKILL and IVR PATH, and neither CALL
 * TYPE nor COST. An empty duration means that there was no such time.
 */
export const readRow = recordReader(
  {
    'CALL ID': required(readId),
    TIMESTAMP: optional(readText),
    DATE: optional(readText),
    TIME: optional(readText),
    CAMPAIGN: optional(readText),
    SKILL: optional(readText),
    'CALL TYPE': optional(readText),
    AGENT: optional(readText),
    DISPOSITION: optional(readText),
    ANI: detail(readText),
    DNIS: detail(readText),
    'CALL TIME': detail(readDuration),
    'BILL TIME (ROUNDED)': detail(readDuration),
    COST: detail(readExact),
    'IVR TIME': detail(readDuration),
    'IVR PATH': detail(readText),
    'QUEUE WAIT TIME': optional(readDuration),
    'TALK TIME': optional(readDuration),
    'TALK TIME LESS HOLD AND PARK': optional(readDuration),
    'HOLD TIME': optional(readDuration),
    'AFTER CALL WORK TIME': optional(readDuration),
    ABANDONED: optional(wholeReader({ most: 1_000 })),
  },
  { 'BILL TIME (ROUNDED)': ['BILL TIME'] },
);

export type Five9Record = Extract<ReturnType<typeof readRow>, { values: unknown }>;
