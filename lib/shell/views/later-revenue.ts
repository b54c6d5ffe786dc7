import { type Books, revenueCells, type Session } from '#db';
import type { LaterRevenue } from '#reports';
import { maturingByProgram } from '#revenue';

type Scope = { vendor?: string; program?: string | null };

/** What is known of the later revenue of the books' programs, or of those in scope; undefined where there is none. */
export async function laterRevenueOf(
  { database }: Session,
  { laterRevenue, programs }: Pick<Books, 'laterRevenue' | 'programs'>,
  { vendor, program = null }: Scope,
): Promise<LaterRevenue | undefined> {
  const own = laterRevenue.filter(
    (pair) => (vendor === undefined || pair.vendor === vendor) && (program === null || pair.program === program),
  );
  if (own.length === 0) return undefined;
  const codes = new Set(own.map((pair) => pair.program));
  const maturing = maturingByProgram(await revenueCells(database)).filter((known) => codes.has(known.program));
  const ownDay = programs.filter(({ code, revenueBooking }) => codes.has(code) && revenueBooking === 'event_day');
  return { maturing, ownDay: ownDay.map(({ code }) => code) };
}
