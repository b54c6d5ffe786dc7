import fc from 'fast-check';
import { expect, it } from 'vitest';
import { program as programSchema } from '#contracts';
import { rateTable, sumMicros } from '#money';
import { price, statementTotals } from '#pricing';
import { rollUp } from '#rollup';
import { parseMonth, period } from '#time';
import { randomMonth, serviceLevel } from '../pricing/random-month.test-data.ts';
import type { Grouping } from './economics.ts';
import { economics } from './unit-economics.ts';

const march = parseMonth('2026-03');
const whole = period('2026-03-01' as never, '2026-04-01' as never);
const orders = programSchema.parse({
  code: 'orders',
  name: 'Orders',
  direction: 'inbound',
  timezone: 'Europe/Rome',
  currency: 'EUR',
  serviceLevel,
});
const rates = rateTable([]);

it('shares the charges of any contract out without losing a micro, in either view and any grouping', () => {
  const groupings = fc.constantFrom<Grouping[][]>([], ['day'], ['week', 'program'], ['call_type'], ['vendor', 'day']);
  fc.assert(
    fc.property(randomMonth, groupings, fc.constantFrom('billed' as const, 'effective' as const), (own, by, view) => {
      const { version, calls, ...inputs } = own;
      const rows = rollUp(calls, new Map([['orders', orders]]), [version]);
      const statement = price(version, march, { rows, rates, inputs, programs: [orders] });
      const expected = statementTotals(statement)[view];
      const groups = economics({
        ...{ rows, versions: [version], programs: [orders], rates, inputs, view, by },
        currency: 'EUR',
        period: whole,
      });
      const charges = groups.map(({ money }) => money.charges);
      if (expected === null) expect(rows.length === 0 || charges.includes(null)).toBe(true);
      // A share of revenue that nobody reports is unknown too.
      else if (!charges.includes(null)) expect(sumMicros(charges.flatMap((own) => own ?? []))).toBe(expected);
      else expect(groups.some(({ gaps }) => gaps.includes('no_revenue'))).toBe(true);
    }),
    { numRuns: 300 },
  );
});
