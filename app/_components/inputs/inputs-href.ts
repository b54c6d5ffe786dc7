import type { InputSort } from '#views';

/** The page of one sort of inputs, with what is chosen on it. */
export function inputsHref(
  sort: InputSort,
  { of, period }: { of?: string | null; period?: string | null } = {},
): string {
  const query = new URLSearchParams({ sort, ...(of && { of }), ...(period && { period }) });
  return `/inputs?${query}`;
}
