import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseMicros } from '#money';
import { addDays, parseDay, period } from '#time';
import { arrivedBy, maturingByProgram, type RevenueCell, stillMaturing } from './maturing.ts';

const page = readFileSync(new URL('../../../docs/formulas/revenue.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');

const first = parseDay('2026-01-01');
const last = parseDay('2026-04-30');

/** What comes a number of days after every day's calls. */
const arrivals = [
  { lag: 0, incoming: '70', outgoing: '0', events: 0 },
  { lag: 10, incoming: '30', outgoing: '0', events: 1 },
  { lag: 40, incoming: '20', outgoing: '0', events: 1 },
  { lag: 50, incoming: '0', outgoing: '-20', events: 1 },
];

const cells = Array.from({ length: 120 }, (_, day) => addDays(first, day)).flatMap((callDay) =>
  arrivals
    .filter(({ lag }) => addDays(callDay, lag) <= last)
    .map(
      ({ incoming, outgoing, ...own }): RevenueCell => ({
        ...{ program: 'orders', currency: 'EUR', callDay, ...own },
        ...{ incoming: parseMicros(incoming), outgoing: parseMicros(outgoing) },
      }),
    ),
);

it('computes the worked example of revenue.md', () => {
  const [own] = maturingByProgram(cells);
  const maturing = own!.maturing!;
  const percent = (share: number | null | undefined) => `${Math.round((share ?? Number.NaN) * 100)} %`;
  expect([own!.knownTo, maturing.horizon, maturing.calls]).toEqual([last, 90, period(first, parseDay('2026-01-31'))]);
  for (const days of [7, 30, 45, 90]) {
    const { incomingAfter, outgoingAfter } = maturing;
    const row = [arrivedBy(maturing, days), incomingAfter[days], outgoingAfter[days]].map(percent);
    expect(page).toContain(`| ${days} | ${row.join(' | ')} |`);
  }
  const still = stillMaturing(maturing, last, period(first, addDays(last, 1)));
  expect(still).toEqual({ since: '2026-03-12', days: 49, incoming: 0, outgoing: 0.2 });
  expect(page).toContain('Revenue of calls since 12 March is still maturing: they are at most 49 days old on 30 April');
});
