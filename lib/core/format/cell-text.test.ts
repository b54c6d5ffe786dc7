import { describe, expect, it } from 'vitest';
import type { Cell } from './cell.ts';
import { cellText, exactText, figureText, isRoundedTotal } from './cell-text.ts';
import { cellValue } from './cell-value.ts';
import { translator } from './translator.ts';

const messages = {
  format: {
    unknown: 'Not known.',
    interval: '{lower} to {upper}',
    intervalFrom: '{lower} or more',
    intervalTo: '{upper} or less',
  },
  states: { at_risk: 'At risk' },
  zones: { broken: 'Broken' },
  gaps: { noRevenue: 'No revenue was reported for {n, plural, one {# call} other {# calls}}.' },
};
const say = translator(messages, 'en', (fault) => {
  throw fault;
});
const italian = translator(messages, 'it', (fault) => {
  throw fault;
});

const margin: Cell = {
  kind: 'perCall',
  value: 1.0485,
  currency: 'EUR',
  signed: true,
  interval: { lower: 0.6471, upper: 1.4512 },
};
const noRevenue: Cell = { kind: 'unknown', why: { key: 'gaps.noRevenue', values: { n: 1 } } };

/** Kind and case, the cell, then: in a sentence, under a column head, in full, in a file. */
const cases: [string, Cell, string, string, string, string][] = [
  ['unknown', { kind: 'unknown' }, '–', '–', 'Not known.', ''],
  ['unknown with its reason', noRevenue, '–', '–', 'No revenue was reported for 1 call.', ''],
  ['text', { kind: 'text', text: 'norte' }, 'norte', 'norte', 'norte', 'norte'],
  [
    'small total',
    { kind: 'amount', amount: '9999.90', currency: 'EUR' },
    '9,999.90 EUR',
    '9,999.90',
    '9,999.90 EUR',
    '9999.90',
  ],
  [
    'large total',
    { kind: 'amount', amount: '-41199.50', currency: 'EUR' },
    '-41,200 EUR',
    '-41,200',
    '-41,199.50 EUR',
    '-41199.50',
  ],
  [
    'total beyond what a float holds',
    { kind: 'amount', amount: '90071992547409931.37', currency: 'EUR' },
    '90,071,992,547,409,931 EUR',
    '90,071,992,547,409,931',
    '90,071,992,547,409,931.37 EUR',
    '90071992547409931.37',
  ],
  [
    'total to the micro',
    { kind: 'amount', amount: '46780.303333', currency: 'EUR' },
    '46,780 EUR',
    '46,780',
    '46,780.303333 EUR',
    '46780.303333',
  ],
  [
    'anything with nothing rounded away',
    { kind: 'exact', cell: { kind: 'amount', amount: '46780.30', currency: 'EUR' } },
    '46,780.30 EUR',
    '46,780.30 EUR',
    '46,780.30 EUR',
    '46780.30',
  ],
  [
    'an amount of an invoice',
    { kind: 'amount', amount: '46780.30', currency: 'EUR', whole: true },
    '46,780.30 EUR',
    '46,780.30',
    '46,780.30 EUR',
    '46780.30',
  ],
  ['yen', { kind: 'amount', amount: '1200', currency: 'JPY' }, '1,200 JPY', '1,200', '1,200 JPY', '1200'],
  ['per call', { kind: 'perCall', value: 3.605, currency: 'EUR' }, '3.61 EUR', '3.61', '3.605 EUR', '3.605'],
  [
    'margin with its interval',
    margin,
    '+1.05 EUR (0.65 to 1.45)',
    '+1.05 (0.65 to 1.45)',
    '+1.0485 EUR (0.6471 to 1.4512)',
    '1.0485',
  ],
  [
    'margin with an open interval',
    { ...margin, interval: { lower: null, upper: -0.2 } } as Cell,
    '+1.05 EUR (-0.20 or less)',
    '+1.05 (-0.20 or less)',
    '+1.0485 EUR (-0.20 or less)',
    '1.0485',
  ],
  [
    'loss that rounds to nothing',
    { kind: 'perCall', value: -0.004, currency: 'EUR', signed: true },
    '0.00 EUR',
    '0.00',
    '-0.004 EUR',
    '-0.004',
  ],
  ['count', { kind: 'count', value: 21344 }, '21,344', '21,344', '21,344', '21344'],
  ['seconds', { kind: 'seconds', value: 383.9996 }, '384 s', '384', '384 s', '383.9996'],
  ['share', { kind: 'share', value: 0.08149 }, '8.1%', '8.1', '8.149%', '8.149'],
  ['number', { kind: 'number', value: 1.25, digits: 1 }, '1.3', '1.3', '1.25', '1.25'],
  ['rate', { kind: 'rate', rate: '0.605', unit: 'EUR' }, '0.605 EUR', '0.605 EUR', '0.605 EUR', '0.605'],
  ['percent', { kind: 'rate', rate: '12.5', unit: '%' }, '12.5%', '12.5%', '12.5%', '12.5'],
  ['quantity', { kind: 'quantity', quantity: '1050.125' }, '1,050.13', '1,050.13', '1,050.125', '1050.125'],
  ['day', { kind: 'day', day: '2026-03-14' }, '14 Mar 2026', '14 Mar 2026', '14 Mar 2026', '2026-03-14'],
  ['month', { kind: 'month', month: '2026-09' }, 'Sep 2026', 'Sep 2026', 'Sep 2026', '2026-09'],
  [
    'period, its last day included',
    { kind: 'period', from: '2026-07-01', to: '2026-10-01' },
    '1 Jul – 30 Sep 2026',
    '1 Jul – 30 Sep 2026',
    '1 Jul – 30 Sep 2026',
    '2026-07-01/2026-10-01',
  ],
  [
    'period of one day',
    { kind: 'period', from: '2026-07-01', to: '2026-07-02' },
    '1 Jul 2026',
    '1 Jul 2026',
    '1 Jul 2026',
    '2026-07-01/2026-07-02',
  ],
  [
    'instant, on the clock of its zone', // Rome is two hours ahead in July
    { kind: 'instant', ms: Date.UTC(2026, 6, 1, 7, 30), zone: 'Europe/Rome' },
    '1 Jul 2026, 09:30',
    '1 Jul 2026, 09:30',
    '1 Jul 2026, 09:30',
    '2026-07-01T07:30:00.000Z',
  ],
  ['state', { kind: 'state', state: 'at_risk' }, 'At risk', 'At risk', 'At risk', 'at_risk'],
  ['zone', { kind: 'zone', zone: 'broken' }, 'Broken', 'Broken', 'Broken', 'broken'],
  [
    'list',
    { kind: 'list', items: ['Norte', 'Lumina', 'Atlas'].map((text): Cell => ({ kind: 'text', text })) },
    'Norte, Lumina and Atlas',
    'Norte, Lumina and Atlas',
    'Norte, Lumina and Atlas',
    'Norte, Lumina and Atlas',
  ],
];

describe('a cell', () => {
  it.each(cases)('%s', (_, cell, sentence, figure, exact, value) => {
    expect(cellText(cell, say)).toBe(sentence);
    expect(figureText(cell, say)).toBe(figure);
    expect(exactText(cell, say)).toBe(exact);
    expect(cellValue(cell, say)).toBe(value);
  });

  it('is a total without minor units above 10,000', () => {
    const total = (amount: string): Cell => ({ kind: 'amount', amount, currency: 'EUR' });
    expect([total('10000'), total('-10000.01'), margin].map(isRoundedTotal)).toEqual([false, true, false]);
  });

  it('follows the language of the reader', () => {
    expect(cellText({ kind: 'perCall', value: 1234.5, currency: 'EUR' }, italian)).toBe('1234,50 EUR');
    expect(cellText({ kind: 'amount', amount: '41199.50', currency: 'EUR' }, italian)).toBe('41.200 EUR');
    expect(cellText({ kind: 'day', day: '2026-03-14' }, italian)).toBe('14 mar 2026');
    expect(cellText({ kind: 'share', value: 0.081 }, italian)).toBe('8,1%');
  });
});
