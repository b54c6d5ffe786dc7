import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formatMicros, micros, parseMicros } from '#money';
import { emptySums } from '#rollup';
import { row, statementOf, version } from './statement.test-data.ts';
import { statementTotals } from './statement.ts';

const page = readFileSync(new URL('../../../docs/formulas/charges.md', import.meta.url), 'utf8');

it('prices the worked example of docs/formulas/charges.md', () => {
  const tiers = [
    { upTo: 1000, rate: '3.60' },
    { upTo: 5000, rate: '3.20' },
    { upTo: null, rate: '2.90' },
  ];
  const charges = [
    { kind: 'per_call', mode: 'graduated', tiers },
    { kind: 'per_minute', rate: '0.61' },
    { kind: 'per_outcome', outcome: 'sale', rate: '4.255' },
    { kind: 'revenue_share', percent: '12.5' },
    { kind: 'fixed', amount: '5000.00' },
  ];
  const rows = [
    row({
      billedCalls: 1250,
      billedSeconds: 100,
      outcomes: { ...emptySums().outcomes, sale: 7 },
      revenue: parseMicros('100.04'),
    }),
  ];
  const statement = statementOf(version(charges, { from: '2026-03-11' }), rows);
  const printed = statement.lines.map(
    ({ charge, quantity, rate, amount }) => [charge, `| ${quantity} | ${rate} | ${formatMicros(amount, 2)} |`] as const,
  );
  const example = page.split('\n').filter((line) => line.startsWith('| '));
  for (const [charge, cells] of printed)
    expect(example.filter((line) => line.startsWith(`| ${charge}`) && line.endsWith(cells))).toHaveLength(1);
  expect(page).toContain(`| total | | | ${formatMicros(statementTotals(statement).billed ?? micros(0), 2)} |`);
});
