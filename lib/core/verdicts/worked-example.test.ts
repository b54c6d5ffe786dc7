import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { estimate, flagEvidence, prefixSums, studentised } from '#stats';
import { dayNo, situation } from './cases.test-data.ts';
import { judge } from './judge.ts';

const page = readFileSync(new URL('../../../docs/formulas/evidence.md', import.meta.url), 'utf8');

/** The rows of the page's table that begins with this column, as texts. */
function table(firstColumn: string): string[][] {
  const lines = page.split('\n');
  const head = lines.findIndex((line) => line.startsWith(`| ${firstColumn} |`));
  const rows = lines.slice(head + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  return rows.slice(0, end).map(cells);
}

const days = table('day').map((row) => {
  const [, n = 0, y = 0, yy = 0, labour = 0] = row.map(Number);
  return { n, y, yy, x: labour, xx: labour ** 2 / n };
});
const text = (value: number | null) => (value === null ? '' : value.toFixed(2));

describe('the worked example of docs/formulas/evidence.md', () => {
  it('follows from the page’s own days', () => {
    const found = estimate(prefixSums(days).at(-1)!)!;
    expect(found).toMatchObject({ days: 10, calls: 500, effectiveDays: 10, mean: -0.3, driver: 3.9 });
    const figures: [number, string][] = [
      [found.dayBased, '10/9 x 550 = 611.1'],
      [found.callVariance, '500 x 1.2024'],
      [found.callBased, '= 601.2'],
      [found.rawCorrelation, '225/550 = 0.409'],
      [found.correlation, '/ 20 = 0.355'],
      [found.inflation, '1 + 4 x 0.355 = 2.418'],
      [found.standardError, '38.44 / 500 = 0.0769'],
      [studentised(found, 'cost'), '= -4.11'],
      [flagEvidence(prefixSums(days), { from: 0, to: 10, kind: 'cost' }).sinceStart, 'since the start is then 31.3'],
    ];
    for (const [value, passage] of figures) {
      expect(page).toContain(passage);
      const written = /-?[\d.]+$/.exec(passage)![0];
      expect(value.toFixed(written.split('.')[1]!.length)).toBe(written);
    }
  });

  it('is judged day by day as the page says', () => {
    const evidence = days.map((own, i) => {
      const vendor = { value: own, low: own, high: own };
      return { day: dayNo(i + 1), calls: own.n, client: null, vendor };
    });
    const input = { vendor: 'v', program: 'p', currency: 'EUR', days: evidence, situation } as const;
    for (const row of table('after day')) {
      const asOf = dayNo(Number(row[0]));
      const [judged] = judge([{ ...input, clientKind: 'revenue', vendorKind: 'cost' }], asOf);
      const { mean, lower, upper, evidence: e, state } = judged!.verdict.vendorBook;
      expect([row[0], text(mean), text(lower), text(upper), (e ?? 1).toFixed(1), state]).toEqual(row);
    }
  });
});
