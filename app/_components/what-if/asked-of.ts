import type { WhatIfInput } from '#views';

const names = ['vendor', 'program', 'from', 'to', 'terms', 'price'] as const;

/** One value of each thing that an address of what if asks. */
export function askedOf(query: Record<string, string | string[] | undefined>): WhatIfInput & { price?: string } {
  const found = names.map((name) => [name, query[name]] as const);
  return Object.fromEntries(found.filter(([, value]) => typeof value === 'string' && value !== ''));
}
