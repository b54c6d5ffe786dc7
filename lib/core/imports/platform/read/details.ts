import type { CallDetails } from '#calls';

/** Details by their names, without those of which the source says nothing. */
export function detailsOf(all: Readonly<Record<string, string | number | null>>): CallDetails {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as CallDetails;
}

/** Whole ms as seconds, as details have them. */
export function seconds(ms: number | null): number | null {
  return ms === null ? null : ms / 1000;
}
