import { describe, expect, it } from 'vitest';
import { figureText, markOf } from '#format';
import { parseMicros } from '#money';
import { parseDay } from '#time';
import { bookVerdict, english, names, verdictOf } from './report.fixture.ts';
import type { Table } from './report.ts';
import { verdictsReport } from './verdicts-report.ts';

const asOf = parseDay('2026-09-30');
const unknownBook = bookVerdict({ state: 'not_enough_evidence', known: false, mean: null, lower: null, upper: null });
const verdicts = [
  verdictOf('norte', 'orders', {
    state: 'failing',
    client: bookVerdict({ state: 'failing', mean: -0.44, lower: -0.6, upper: -0.28 }),
    since: parseDay('2026-03-14'),
    moneyAtStake: parseMicros('9391.36'),
    reasons: [{ code: 'no_revenue', figures: {} }],
  }),
  verdictOf('lumina', 'support', {
    state: 'not_enough_evidence',
    zone: null,
    client: unknownBook,
    vendorBook: { ...unknownBook, assumptionsHold: true },
    aht: null,
    breakEvenAht: -20,
  }),
];

describe('the report of verdicts', () => {
  const reported = [{ vendor: 'norte', program: 'orders', hold: 1, wrap: 0 }];
  const report = verdictsReport({ ...names, asOf, currency: 'EUR', verdicts, reported, metrics: [] });
  const { rows } = report.sections[0] as Table;
  const written = rows.map(({ cells }) =>
    Object.values(cells)
      .map((cell) => figureText(cell, english))
      .join(' | '),
  );

  it('gives states with their evidence, and a dash for what is not known', () => {
    expect(english(report.title)).toBe('Verdicts on 30 Sep 2026');
    expect(report.period).toEqual({ from: '2026-09-30', to: '2026-10-01' });
    expect(written).toEqual([
      'Norte Contact | Order line | Failing | 14 Mar 2026 | Sound | -0.44 (-0.60 to -0.28) | Failing | +0.20 (0.10 to 0.30) | Healthy | Yes | 432 | 384 | 1,000 | 60 | 9,391.36',
      'Lumina | Support | Not enough evidence | – | – | – | Not enough evidence | – | Not enough evidence | – | – | – | 1,000 | 60 | –',
    ]);
    expect(rows.map(({ reason }) => reason?.key)).toEqual(['reasons.no_revenue', undefined]);
  });

  it('says what a handle time is made of that lacks a part', () => {
    const marks = rows.map(({ cells }) => markOf(cells.aht));
    expect(marks.map((mark) => mark && english(mark))).toEqual([
      'AHT of Norte Contact here excludes after-call work.',
      null,
    ]);
  });
});
