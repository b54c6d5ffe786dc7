import { expect, it } from 'vitest';
import { contract as schema } from '#contracts';
import type { Day } from '#time';
import { calls, handled, input, program, rowsOf, version } from './books.test-data.ts';
import { economics } from './unit-economics.ts';
import { whatIf } from './what-if.ts';
import { packRows, unpackRows } from './what-if-rows.ts';

const list = calls(60, 371, { count: 7, value: '119.99' }).map((call, index) => ({
  ...call,
  callType: ['order', 'return', null][index % 3] ?? null,
  direction: index % 2 === 0 ? ('inbound' as const) : ('outbound' as const),
  waitMs: index * 1000,
  outcome: index % 5 === 0 ? ('resolved' as const) : call.outcome,
}));

it('merges call types away and comes back through JSON', () => {
  const rows = rowsOf(list, [version()], [program()]);
  const packed = packRows(rows);
  // Three call types by two directions, of which the types are merged.
  expect([rows.length, packed.length]).toEqual([6, 2]);
  const back = unpackRows('norte', JSON.parse(JSON.stringify(packed)));
  const books = { versions: [version()], programs: [program()] };
  const [before] = economics({ ...input({ rows, ...books }), by: ['direction'] });
  const [after] = economics({ ...input({ rows: back, ...books }), by: ['direction'] });
  expect(after).toEqual({ ...before, p50Handle: null, p90Handle: null });
});

it('prices as the rows do, days and rows without a contract included', () => {
  const rows = [
    ...rowsOf(list, [version()], [program()]),
    handled(3, { contractId: null, day: '2026-03-09' as Day }),
    handled(5, { rateClass: 'night', day: '2026-03-09' as Day }),
  ];
  const contract = schema.parse({
    vendor: 'norte',
    from: '2026-01-01',
    currency: 'EUR',
    timezone: 'Europe/Rome',
    charges: [
      { kind: 'per_minute', rate: '0.613' },
      { kind: 'bonus_malus', kpi: 'aht', steps: [{ from: '0', percent: '5' }] },
    ],
  });
  const { proposed, current } = whatIf({ books: input({ rows }), vendor: 'norte', contract });
  const back = unpackRows('norte', packRows(rows));
  const again = whatIf({ books: input({ rows: back }), vendor: 'norte', contract });
  expect(again.proposed.economics.money).toEqual(proposed.economics.money);
  expect(again.current.economics.gaps).toEqual(current.economics.gaps);
});
