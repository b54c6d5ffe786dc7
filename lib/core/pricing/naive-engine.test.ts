import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rateTable } from '#money';
import { rollUp } from '#rollup';
import { parseMonth } from '#time';
import { microsOf, naivePrice } from './naive-engine.test-data.ts';
import { price } from './price.ts';
import { type RandomMonth, randomMonth, serviceLevel } from './random-month.test-data.ts';
import { statementTotals } from './statement.ts';

const month = parseMonth('2026-03');
const programs = [{ code: 'orders', serviceLevel }];
const callDay = { revenueBooking: 'call_day', lastTouchDays: 30 } as const;
const rules = new Map([['orders', { timezone: 'Europe/Rome', shortAbandonSeconds: 0, serviceLevel, ...callDay }]]);

function engine({ version, calls, ...inputs }: RandomMonth) {
  const rows = rollUp(calls, rules, [version]);
  return price(version, month, { rows, rates: rateTable([]), inputs, programs });
}

it('prices any contract on any calls as an engine does that walks over them one by one', () => {
  let priced = 0;
  fc.assert(
    fc.property(randomMonth, (own) => {
      const statement = engine(own);
      const totals = statementTotals(statement);
      if (totals.billed === null || totals.effective === null) {
        // A KPI without offered calls or waits is the one thing that a random month can lack.
        expect(statement.missing.every(({ input }) => input === 'service_level' || input === 'abandonment')).toBe(true);
        return;
      }
      const naive = naivePrice(own);
      expect(totals.billed).toBe(microsOf(naive.billed));
      expect(totals.effective).toBe(microsOf(naive.effective));
      priced += 1;
    }),
    { numRuns: 600 },
  );
  expect(priced).toBeGreaterThan(500);
});
