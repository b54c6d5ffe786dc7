export type Chosen = { from: string; to: string; program: string | null };

/** An address with what is chosen on it: the days, half-open, and the program where it is not all of them. */
export function address(path: string, { from, to, program }: Chosen): string {
  const query = new URLSearchParams({ from, to, ...(program !== null && { program }) });
  return `${path}?${query}`;
}

/** The day `count` days later (earlier where negative). */
export function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** One value of each filter from the query of a page. */
export async function filtersOf(searchParams: Promise<Record<string, string | string[] | undefined>>) {
  const { from, to, program } = await searchParams;
  return { ...only('from', from), ...only('to', to), ...only('program', program) };
}

function only<Name extends string>(name: Name, value: string | string[] | undefined): Partial<Record<Name, string>> {
  return typeof value === 'string' && value !== '' ? ({ [name]: value } as Record<Name, string>) : {};
}
