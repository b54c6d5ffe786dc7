import { type Day, parseDay } from '#time';

/** One real call of UCI Bank Marketing's bank-full.csv: the last contact with one client of a Portuguese bank. */
export type RealCall = {
  /** 1-based data row of the file. */
  row: number;
  /** Derived: the file gives day and month, and the year follows from its order. */
  day: Day;
  year: number;
  contact: string;
  /** Length of the call. */
  seconds: number;
  /** The client subscribed a term deposit. */
  sale: boolean;
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const firstYear = 2008;
const needed = ['contact', 'day', 'month', 'duration', 'y'] as const;

type Columns = Record<(typeof needed)[number], number>;

function columnsOf(header: string): Columns {
  const names = header.split(';').map(unquoted);
  const found = needed.map((name) => [name, names.indexOf(name)] as const);
  const missing = found.filter(([, index]) => index < 0).map(([name]) => name);
  if (missing.length > 0) throw new RangeError(`not bank-full.csv: no column ${missing.join(', ')}`);
  return Object.fromEntries(found) as Columns;
}

function unquoted(field: string): string {
  return field.trim().replace(/^"(.*)"$/, '$1');
}

/**
 * Reads bank-full.csv, plain text. The rows are in date order without a year; the campaign began in May 2008, and each
 * time the month falls back a new year begins. Throws a RangeError that names the row it cannot read.
 */
export function parseBank(text: string): RealCall[] {
  const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const columns = columnsOf(header);
  let year = firstYear;
  let previous = 0;
  return lines.map((line, index): RealCall => {
    const fields = line.split(';').map(unquoted);
    const field = (name: keyof Columns) => fields[columns[name]] ?? '';
    const month = months.indexOf(field('month')) + 1;
    const seconds = Number(field('duration'));
    if (month === 0 || field('duration') === '' || !Number.isInteger(seconds) || seconds < 0)
      throw new RangeError(`bank-full.csv, data row ${index + 1}: no month or duration in "${line}"`);
    if (month < previous) year += 1;
    previous = month;
    const day = parseDay(`${year}-${String(month).padStart(2, '0')}-${field('day').padStart(2, '0')}`);
    return { row: index + 1, day, year, contact: field('contact'), seconds, sale: field('y') === 'yes' };
  });
}
