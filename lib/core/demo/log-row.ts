import type { Direction, Outcome } from '#calls';

/** One line of a canonical call log. Seconds are whole; null = the vendor does not write it. */
export type LogRow = {
  call_id: string;
  vendor: string;
  program: string;
  call_type: string | null;
  direction: Direction;
  /** ISO 8601 with the offset of the vendor's clock, or a bare date. */
  started_at: string;
  wait_s: number | null;
  talk_s: number;
  hold_s: number | null;
  wrap_s: number | null;
  answered: boolean | null;
  disposition: string;
  outcome: Outcome | null;
  agent: string | null;
  customer_ref: string | null;
  revenue: string | null;
  currency: string;
};

const columns = [
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
] as const satisfies readonly (keyof LogRow)[];

/** The header line of a canonical log. */
export const logHeader = `${columns.join(',')}\n`;

function field(value: LogRow[keyof LogRow]): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One row as a line of CSV. */
export function logLine(row: LogRow): string {
  return `${columns.map((column) => field(row[column])).join(',')}\n`;
}
