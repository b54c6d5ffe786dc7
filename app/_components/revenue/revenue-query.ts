import type { RevenueQuery } from '#views';

const names = ['state', 'vendor', 'kind', 'from', 'to', 'page'] as const;

/** What the address of the page, or of one of its files, asks for. */
export function revenueQuery(parameters: Record<string, string | string[] | undefined>): RevenueQuery {
  const given = names.map((name) => [name, parameters[name]] as const);
  return Object.fromEntries(given.filter(([, value]) => typeof value === 'string' && value !== ''));
}

/** The address of a page of the list, or of one of its files. */
export function revenueHref(path: string, query: RevenueQuery): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
