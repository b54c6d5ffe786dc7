import type { Call } from '#calls';
import { parseMicros } from '#money';
import type { ImportOptions } from './import-options.ts';

type Options = Partial<ImportOptions>;

export const lumina: Options = { vendor: 'lumina' };

/** The four calls that most of the good samples spell in their own way. */
const four: Call[] = [
  {
    callId: 'n-1',
    vendor: 'norte',
    program: 'orders',
    callType: 'new order',
    direction: 'inbound',
    startedAt: Date.parse('2026-03-02T08:15:00Z'),
    waitMs: 12_000,
    talkMs: 301_000,
    holdMs: 20_000,
    wrapMs: 45_000,
    answered: true,
    disposition: 'OK',
    outcome: 'sale',
    agent: 'a07',
    customerRef: '#6',
    revenue: parseMicros('49.9'),
    currency: 'EUR',
    legOf: null,
    details: null,
  },
  {
    callId: 'n-2',
    vendor: 'norte',
    program: 'orders',
    callType: 'complaint',
    direction: 'inbound',
    startedAt: Date.parse('2026-03-02T08:17:30Z'),
    waitMs: 48_000,
    talkMs: 540_500,
    holdMs: 95_000,
    wrapMs: 60_000,
    answered: true,
    disposition: null,
    outcome: 'unresolved',
    agent: 'a11',
    customerRef: '#6',
    revenue: null,
    currency: 'EUR',
    legOf: null,
    details: null,
  },
  {
    callId: 'n-3',
    vendor: 'norte',
    program: 'orders',
    callType: 'new order',
    direction: 'inbound',
    startedAt: Date.parse('2026-03-02T08:20:05Z'),
    waitMs: 95_000,
    talkMs: 0,
    holdMs: null,
    wrapMs: null,
    answered: false,
    disposition: 'ABANDONADA',
    outcome: 'abandoned',
    agent: null,
    customerRef: '#6',
    revenue: null,
    currency: 'EUR',
    legOf: null,
    details: null,
  },
  {
    callId: 'n-4',
    vendor: 'norte',
    program: 'winback',
    callType: null,
    direction: 'outbound',
    startedAt: Date.parse('2026-03-02T09:00:00.250Z'),
    waitMs: null,
    talkMs: 180_000,
    holdMs: 0,
    wrapMs: 30_000,
    answered: true,
    disposition: 'no',
    outcome: 'no_sale',
    agent: 'a07',
    customerRef: null,
    revenue: parseMicros('-12.5'),
    currency: 'EUR',
    legOf: null,
    details: null,
  },
];

const phoneOrders = four.map((call) =>
  call.callType === 'new order' ? { ...call, callType: 'new order, by "phone"' } : call,
);

/** What a good sample shows: whole calls, or one field of them in the order of the file. */
type Good = {
  options?: Options;
  calls?: Call[];
  starts?: string[];
  outcomes?: string[];
  rows?: number[];
  repeated?: number;
};

export const good: Record<string, Good> = {
  'commas.csv': { calls: four, rows: [2, 3, 4, 5] },
  'semicolons.csv': { calls: four },
  'tabs.csv': { calls: four },
  'utf-8-bom.csv': { calls: four },
  'crlf.csv': { calls: four },
  'cr.csv': { calls: four },
  'utf-16-le.csv': { calls: four },
  'utf-16-be.csv': { calls: four },
  'gzip.csv.gz': { calls: four },
  'two-gzip-members.csv.gz': { calls: four },
  'pipes.txt': { calls: four },
  'one-a-line.jsonl': { calls: four, rows: [1, 3, 5, 7] },
  'list.json': { calls: four, rows: [1, 2, 3, 4] },
  'page.json': { calls: four, rows: [1, 2, 3, 4] },
  'one-after-the-other.json': { calls: four, rows: [1, 2, 3, 4] },
  'archive.zip': { calls: four, rows: [2, 3, 2, 3] },
  // Its dates have no zone of their own: they are Rome's.
  'workbook.xlsx': { calls: four, rows: [2, 3, 4, 5] },
  'quoted.csv': { calls: phoneOrders },
  'header-in-capitals.csv': { calls: four },
  'no-newline-at-end.csv': { calls: four },
  // Rows 2, 4, 6, 8 and 10 are empty, and row 5 (cells without anything in them) says nothing either.
  'empty-rows.csv': { calls: four, rows: [3, 6, 8, 10] },
  'only-required.csv': { options: lumina, outcomes: ['other', 'other'] },
  'header-only.csv': { options: lumina, outcomes: [] },
  'italian-dispositions.csv': {
    options: lumina,
    outcomes: ['bad_number', 'bad_number', 'bad_number', 'no_sale', 'no_contact', 'sale', 'refused', 'bad_number'],
  },
  'windows-1252.csv': { options: lumina, outcomes: ['bad_number', 'sale'] },
  'line-break-in-a-cell.csv': { options: lumina, outcomes: ['bad_number', 'sale'], rows: [2, 3] },
  // Rome: UTC+1 in winter; clocks go from 02:00 to 03:00 on 29 March 2026.
  'local-times.csv': {
    options: lumina,
    starts: [
      '2026-03-29T00:59:59.000Z',
      '2026-03-29T01:00:00.000Z',
      '2026-07-01T10:00:00.000Z',
      '2026-12-01T11:00:00.500Z',
    ],
  },
  // Clocks go from 03:00 back to 02:00 on 25 October: 02:30 comes at 00:30Z and again at 01:30Z.
  'repeated-hour.csv': {
    options: lumina,
    starts: [
      '2026-10-24T23:59:59.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T02:00:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ],
    repeated: 1,
  },
  'dates-only.csv': { options: lumina, starts: ['2026-01-14T23:00:00.000Z', '2026-07-14T22:00:00.000Z'] },
  'fractions.csv': { options: lumina, starts: ['2026-03-02T09:15:00.100Z', '2026-03-02T09:15:00.123Z'] },
  'extra-columns.csv': { options: lumina, outcomes: ['other'] },
};

/** One reject: row, column, value, and a part of the reason. */
type Bad = [row: number, column: string | null, value: string | null, reason: string];

export const rejected: Record<string, { options?: Options; rejects: Bad[] }> = {
  'letter-in-number.csv': { rejects: [[3, 'talk_s', '6o', 'is not a number of seconds']] },
  'negative-duration.csv': { rejects: [[3, 'talk_s', '-3', 'is negative']] },
  'comma-in-number.csv': { rejects: [[3, 'talk_s', '12,5', 'has a comma']] },
  'four-decimals.csv': { rejects: [[3, 'talk_s', '12.3456', 'more than three decimals']] },
  'longer-than-a-day.csv': { rejects: [[3, 'talk_s', '86400.001', 'longer than 24 hours']] },
  'clock-in-number.csv': { rejects: [[3, 'talk_s', '00:01:12', 'is not a number of seconds']] },
  'talk-unknown.csv': { rejects: [[3, 'talk_s', null, 'is empty']] },
  'none-in-number.csv': {
    rejects: [
      [3, 'wait_s', '-', 'is not a number of seconds'],
      [3, 'hold_s', 'N/A', 'is not a number of seconds'],
      [3, 'wrap_s', '[None]', 'is not a number of seconds'],
    ],
  },
  '31-february.csv': { rejects: [[3, 'started_at', '2026-02-31T09:15:00Z', 'there is no 31 February 2026']] },
  '29-february-2026.csv': { rejects: [[3, 'started_at', '2026-02-29', 'there is no 29 February 2026']] },
  'month-13.csv': { rejects: [[3, 'started_at', '2026-13-01T09:15:00Z', 'no such month (13)']] },
  '24-oclock.csv': { rejects: [[3, 'started_at', '2026-03-02T24:00:00Z', 'no such time of day']] },
  'american-date.csv': { rejects: [[3, 'started_at', '03/02/2026 09:15', 'is not a time']] },
  'before-1970.csv': { rejects: [[3, 'started_at', '1969-12-31T23:59:59Z', 'outside the years 1970 to 2199']] },
  'after-2199.csv': { rejects: [[3, 'started_at', '2200-01-01T00:00:00Z', 'outside the years 1970 to 2199']] },
  'dst-gap.csv': {
    rejects: [[3, 'started_at', '2026-03-29 02:30:00', 'does not exist in Europe/Rome: clocks went forward']],
  },
  'unknown-vendor.csv': { options: { vendor: null }, rejects: [[3, 'vendor', 'nrote', 'is not a declared vendor']] },
  'another-vendor.csv': { rejects: [[3, 'vendor', 'lumina', 'is not norte, the vendor of this import']] },
  'unknown-program.csv': { rejects: [[3, 'program', 'order', 'is not a declared program']] },
  'unknown-disposition.csv': { rejects: [[3, 'disposition', 'PERHAPS', 'not in the outcome map of vendor norte']] },
  'left-out-disposition.csv': { rejects: [[3, 'disposition', 'test', "a test call of the vendor's own"]] },
  'unknown-outcome.csv': { rejects: [[3, 'outcome', 'sold', 'is none of sale, resolved']] },
  'unknown-direction.csv': { rejects: [[3, 'direction', 'in', 'is none of inbound, outbound']] },
  'unknown-answered.csv': { rejects: [[3, 'answered', 'maybe', 'is none of']] },
  'unknown-currency.csv': { rejects: [[3, 'currency', 'EURO', 'is not an ISO 4217 currency code']] },
  'seven-decimals-of-money.csv': { rejects: [[3, 'revenue', '5.0000001', 'is not an amount']] },
  'money-with-symbol.csv': { rejects: [[3, 'revenue', '€ 5.00', 'is not an amount']] },
  'no-call-id.csv': { rejects: [[3, 'call_id', null, 'is empty']] },
  'long-text.csv': { rejects: [[3, 'agent', 'x'.repeat(200), 'longer than 200 characters']] },
  'long-customer-ref.csv': { rejects: [[3, 'customer_ref', null, 'longer than 200 characters']] },
  'nul-bytes.csv': { rejects: [[3, 'call_id', 'n-2\ufffd', 'holds a control character']] },
  'too-few-cells.csv': { rejects: [[3, null, null, 'has 3 cells where the header has 4']] },
  'too-many-cells.csv': { rejects: [[3, null, null, 'has 5 cells where the header has 4']] },
  'quote-not-doubled.csv': { rejects: [[3, null, null, 'a quote within a quoted cell that is not doubled']] },
  'broken-line.jsonl': { rejects: [[3, null, null, 'is no JSON']] },
  'text-for-a-number.jsonl': { rejects: [[3, 'talk_s', 'nine minutes', 'is not a number of seconds']] },
  'error-in-a-cell.xlsx': { rejects: [[3, 'talk_s', '#N/A', 'is not a number of seconds']] },
  'several-faults.csv': {
    rejects: [
      [3, 'started_at', '2026-02-30', 'there is no 30 February 2026'],
      [3, 'talk_s', 'six', 'is not a number of seconds'],
      [3, 'disposition', 'PERHAPS', 'not in the outcome map of vendor norte'],
    ],
  },
};

export const unusable: Record<
  string,
  { options?: Options; member?: string; row?: number; column?: string; value?: string; reason: string }
> = {
  'empty.csv': { reason: 'the file is empty' },
  'only-empty-rows.csv': { reason: 'the file is empty' },
  'missing-column.csv': { row: 1, column: 'talk_s', reason: 'lacks talk_s (is "talk_sec" meant?)' },
  'no-header.csv': { row: 1, column: 'call_id', reason: 'lacks call_id, started_at, talk_s; it has "n-1", ' },
  'duplicate-header.csv': { row: 1, column: 'talk_s', reason: 'names this column twice' },
  'no-vendor.csv': { options: { vendor: null }, row: 1, column: 'vendor', reason: 'no row names its vendor' },
  'no-program.csv': {
    options: { program: null },
    row: 1,
    column: 'program',
    reason: 'no program "default" is declared',
  },
  'no-zone.csv': {
    options: { timezone: null },
    row: 3,
    column: 'started_at',
    value: '2026-03-02 09:15:00',
    reason: 'no time zone is declared',
  },
  'unclosed-quote.csv': { row: 3, reason: 'a quote is opened here and never closed' },
  'truncated.csv.gz': { reason: 'the gzip file is cut off before its end' },
  'damaged.csv.gz': { reason: 'the gzip file is damaged' },
  'damaged.zip': { reason: 'the zip archive is damaged or cut off' },
  'locked.zip': { member: 'calls.csv', reason: 'locked with a password' },
  'not-only-logs.zip': { member: 'readme.txt', row: 1, column: 'call_id', reason: 'the header lacks call_id' },
  'archive-in-archive.zip': { member: 'march.zip', reason: 'a zip archive within a zip archive' },
  'empty-archive.zip': { reason: 'no file with anything in it' },
  'no-log.xlsx': { row: 1, column: 'call_id', reason: 'it has "Calls", "4"' },
  'old-excel.xls': { reason: 'a workbook of an old Excel (.xls)' },
  'cut-off.json': { row: 4, reason: 'begins here and never ends' },
  'two-brackets.json': { row: 5, reason: 'no JSON from here on' },
  'no-talk.json': { column: 'talk_s', reason: 'the records lack talk_s' },
  'utf-16-without-mark.csv': { row: 1, reason: 'UTF-16 without a byte order mark' },
  'two-encodings.csv': { reason: 'is not utf-8 throughout' },
  'cut-off-in-a-character.csv': { reason: 'ends in the middle of a character' },
};
