import { expect, it } from 'vitest';
import { figureText } from '#format';
import { importRevenue } from '#operations';
import type { Report } from '#reports';
import { callLog, declare, importLog, norte, program, say, testSession } from '#testing';
import { addDays, type Day, parseDay } from '#time';
import { overview, revenuePage, vendorPage } from '#views';

const first = parseDay('2026-01-01');
const days = Array.from({ length: 120 }, (_, index) => addDays(first, index));

/** The example of docs/formulas/revenue.md: a call a day with 70.00, and what comes of each later. */
const calls = callLog(
  days.map((day) => ({ call_id: day, started_at: `${day}T09:00:00Z`, talk_s: 60, outcome: 'sale', revenue: '70' })),
);
const later = [
  { kind: 'sale', amount: 30, lag: 10 },
  { kind: 'upsell', amount: 20, lag: 40 },
  { kind: 'refund', amount: 20, lag: 50 },
];
const events = days.flatMap((day) =>
  later
    .filter(({ lag }) => addDays(day, lag) < addDays(first, 120))
    .map(({ kind, amount, lag }) => `${kind}-${day},${day},norte,${addDays(day, lag)}T09:00:00Z,${kind},${amount},EUR`),
);

const april = { from: '2026-04-01', to: '2026-05-01' };
const notesOf = (report: Report | undefined) => report?.notes.map(say).filter((note) => /maturing|own day/.test(note));

it('is said to be maturing where a page’s days reach into it, and how it arrives is told from the data', async () => {
  const session = await testSession();
  await declare(session, norte);
  await importLog(session, calls);
  expect(notesOf((await overview(session, april)).report)).toEqual([]);
  const bytes = new TextEncoder().encode(
    `event_id,call_id,vendor,occurred_at,kind,amount,currency\n${events.join('\n')}\n`,
  );
  const taken = await importRevenue(session, { bytes, fileName: 'later.csv', vendor: null, timezone: null });
  expect(taken).toMatchObject({ byCallId: events.length, days: 110 });

  const note =
    'Revenue of calls of Program orders since 1 Apr 2026 is still maturing: 20.0% of revenue usually arrives, and 20.0% is taken back, more than 29 days after the call.';
  expect(notesOf((await overview(session, april)).report)).toEqual([note]);
  expect(notesOf((await vendorPage(session, 'norte', april))?.report)).toEqual([note]);
  const january = { from: '2026-01-01', to: '2026-02-01' as Day };
  expect(notesOf((await overview(session, january)).report)).toEqual([]);

  const table = (await revenuePage(session, {})).report.sections.find(({ id }) => id === 'maturing');
  if (table?.kind !== 'table') throw new Error('no table');
  expect(
    table.rows.map(({ cells }) =>
      Object.values(cells)
        .map((cell) => figureText(cell, say))
        .slice(2),
    ),
  ).toEqual([
    ['7', '70.0', '50.0', '20.0'],
    ['30', '100.0', '20.0', '20.0'],
    ['45', '120.0', '0.0', '20.0'],
    ['90', '100.0', '0.0', '0.0'],
  ]);

  await declare(session, { programs: [program('orders', { revenueBooking: 'event_day' })] });
  expect(notesOf((await overview(session, april)).report)?.[0]).toMatch(
    /^Later revenue of Program orders counts on its own day/,
  );
  const same = (await revenuePage(session, {})).report.sections.find(({ id }) => id === 'maturing');
  expect(same).toEqual(table);
});
