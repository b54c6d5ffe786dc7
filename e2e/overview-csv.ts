import type { Page } from '@playwright/test';
import { download } from './download.ts';
import { day, margin, perCall, whole } from './figures.ts';
import { expect } from './fixtures.ts';
import { allFigures, parseCsv, type Read } from './tables.ts';

type Row = Record<string, string>;

const states: Row = {
  failing: 'Failing',
  at_risk: 'At risk',
  healthy: 'Healthy',
  not_enough_evidence: 'Not enough evidence',
};
const zones: Row = { sound: 'Sound', underpriced: 'Underpriced', overpriced: 'Overpriced', broken: 'Broken' };
const word = (words: Row, code: string | undefined) => words[code ?? ''] ?? '–';

/** `+1.02 (0.84 to 1.21)` where the file has both ends of an interval. */
function withInterval(row: Row, column: string): string {
  const [low, high] = [row[`${column}, lower end (EUR)`] ?? '', row[`${column}, upper end (EUR)`] ?? ''];
  const ends =
    low && high
      ? `${perCall(low)} to ${perCall(high)}`
      : low
        ? `${perCall(low)} or more`
        : high && `${perCall(high)} or less`;
  return margin(row[`${column} (EUR)`] ?? '') + (ends ? ` (${ends})` : '');
}

/** A row of the file as the page should write it. */
function asWritten(row: Row): Row {
  const of = (column: string) => row[column] ?? '';
  return {
    Vendor: of('Vendor'),
    Program: of('Program'),
    'Handled calls': whole(of('Handled calls')),
    'Cost per call EUR': perCall(of('Cost per call (EUR)')),
    'Revenue per call EUR': perCall(of('Revenue per call (EUR)')),
    'Contribution per call EUR': perCall(of('Contribution per call (EUR)')),
    'Margin per call EUR': withInterval(row, 'Margin per call'),
    'Margin per call since start EUR': withInterval(row, 'Margin per call since start'),
    'AHT s': whole(of('AHT (s)')),
    'Break-even AHT s': whole(of('Break-even AHT (s)')),
    'Floor EUR': perCall(of('Floor (EUR)')),
    'Ceiling EUR': perCall(of('Ceiling (EUR)')),
    'Price zone': word(zones, of('Price zone')),
    State: word(states, of('State')),
    Since: day(of('Since')),
  };
}

/** What the total says nothing about. */
const notOfTheTotal = [
  'Program',
  'Margin per call since start EUR',
  'Break-even AHT s',
  'Floor EUR',
  'Ceiling EUR',
  'Price zone',
  'State',
  'Since',
];

/** Downloads the overview as CSV and compares every figure of its table with the page's; returns the file's rows. */
export async function expectCsvEqualsPage(page: Page): Promise<Read> {
  const { text } = await download(page, page.getByRole('link', { name: 'Download these figures as CSV' }));
  const rows = parseCsv(text);
  const expected = rows.map(asWritten);
  const total = expected.at(-1);
  for (const column of notOfTheTotal) if (total) total[column] = '';
  expect(await allFigures(page)).toEqual(expected);
  return rows;
}
