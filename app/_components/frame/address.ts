import type { Filters } from '#views';

type View = Filters['view'];
export type Chosen = { from: string; to: string; program: string | null; view: View };

/** An address with what is chosen on it: the days, half-open; program and view where they are not the usual ones. */
export function address(path: string, { from, to, program, view }: Chosen): string {
  const query = new URLSearchParams({
    from,
    to,
    ...(program !== null && { program }),
    ...(view === 'billed' && { view }),
  });
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}

/** The day `count` days later (earlier where negative). */
export function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** One value of each filter from the query of a page. */
export async function filtersOf(searchParams: Promise<Record<string, string | string[] | undefined>>) {
  const { from, to, program, view } = await searchParams;
  return { ...only('from', from), ...only('to', to), ...only('program', program), ...only('view', view) };
}

function only<Name extends string>(name: Name, value: string | string[] | undefined): Partial<Record<Name, string>> {
  return typeof value === 'string' && value !== '' ? ({ [name]: value } as Record<Name, string>) : {};
}
