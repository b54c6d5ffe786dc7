import { dataSpan, listPrograms, programsServedBy, type Session } from '#db';
import { addDays, type Day, isDay, monthOf, monthPeriod, type Period, parseMonth } from '#time';
import type { Filters } from './types.ts';

/** What an address asks for; anything that cannot be read falls back to the default. */
export type FilterInput = {
  from?: string | undefined;
  to?: string | undefined;
  program?: string | undefined;
  view?: string | undefined;
};

function monthsBack(day: Day, count: number): Day {
  let at = monthPeriod(monthOf(day)).from;
  for (let left = count; left > 0; left -= 1) at = monthPeriod(monthOf(addDays(at, -1))).from;
  return at;
}

/** Ready-made periods up to the last day with calls, not up to today: a log that is late is not a week of nothing. */
function presetsOf(first: Day, last: Day): (Period & { id: string })[] {
  const to = addDays(last, 1);
  const thisMonth = monthPeriod(monthOf(last));
  return [
    { id: 'last_30_days', from: addDays(to, -30), to },
    { id: 'last_90_days', from: addDays(to, -90), to },
    { id: 'this_month', from: thisMonth.from, to: thisMonth.to },
    { id: 'last_month', from: monthsBack(last, 1), to: thisMonth.from },
    { id: 'last_3_months', from: monthsBack(last, 2), to: thisMonth.to },
    { id: 'year_to_date', from: monthPeriod(parseMonth(`${last.slice(0, 4)}-01`)).from, to: thisMonth.to },
    { id: 'all', from: first, to },
  ];
}

/** The period, program and view that an address chooses, with what else could be chosen. Null without any calls. */
export async function filtersFor(
  { database }: Session,
  input: FilterInput,
  vendor?: string,
): Promise<(Filters & { chosen: Period }) | null> {
  const span = await dataSpan(database);
  if (!span) return null;
  const presets = presetsOf(span.first, span.last);
  const standard = presets.find(({ id }) => id === 'last_3_months') ?? { from: span.first, to: addDays(span.last, 1) };
  const { from, to } = input;
  const asked = from !== undefined && to !== undefined && isDay(from) && isDay(to) && from < to ? { from, to } : null;
  const chosen = asked ?? { from: standard.from, to: standard.to };
  const all = await listPrograms(database);
  const codes = vendor === undefined ? null : await programsServedBy(database, vendor);
  const served = all.filter(({ code }) => codes?.has(code) ?? true);
  const program = served.find(({ code }) => code === input.program)?.code ?? null;
  return {
    ...chosen,
    chosen,
    data: { from: span.first, to: addDays(span.last, 1) },
    presets,
    program,
    programs: served.map(({ code, name }) => ({ id: code, label: name })),
    view: input.view === 'billed' ? 'billed' : 'effective',
  };
}
