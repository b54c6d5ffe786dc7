import type { Day } from '#time';
import { readDay } from '../cells/day.ts';
import { decimalReader, wholeReader } from '../cells/decimal.ts';
import { wordReader } from '../cells/word.ts';
import { needed, type TableSpec } from '../table/spec.ts';
import { type InputScope, keyOf, scopeColumns } from './scope.ts';

/** The mean quality (qa) or customer-satisfaction (csat) score of `sample` calls of a day, as a decimal text. */
export type ScoreEntry = {
  vendor: string;
  program: string | null;
  day: Day;
  kpi: 'qa' | 'csat';
  score: string;
  sample: number;
};

type Cells = Omit<ScoreEntry, 'day'> & { date: Day };

/** Every scale in use, from 0 to 5 up to 0 to 1,000, fits: the scale is the vendor's own. */
const HIGHEST = 1_000;
const LARGEST_SAMPLE = 10_000_000;

/** The scores file: one row a vendor's program, day and KPI. */
export function scoresTable(scope: InputScope): TableSpec<Cells, ScoreEntry> {
  return {
    columns: {
      ...scopeColumns(scope),
      date: needed(readDay),
      kpi: needed(wordReader({ qa: 'qa', csat: 'csat' })),
      score: needed(decimalReader({ most: HIGHEST, decimals: 4 })),
      sample: needed(wholeReader({ most: LARGEST_SAMPLE, positive: true })),
    },
    toRow: ({ date, ...cells }) => ({ ...cells, day: date }),
    key: ({ vendor, program, day, kpi }) => keyOf(vendor, program, day, kpi),
  };
}
