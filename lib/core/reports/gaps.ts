import type { Economics } from '#economics';
import type { Text } from '#format';

type Gap = Economics['gaps'][number];

/** The gaps that can leave each figure unknown, the most telling first. */
const causes = {
  cost: ['no_calls', 'no_contract', 'no_inputs'],
  revenue: ['no_calls', 'no_revenue'],
  margin: ['no_calls', 'no_contract', 'no_inputs', 'no_revenue'],
  vendor: ['no_calls', 'no_contract', 'no_inputs', 'no_vendor_cost'],
  floor: ['no_calls', 'no_vendor_cost'],
  zone: ['no_calls', 'no_contract', 'no_inputs', 'no_revenue', 'no_vendor_cost'],
  calls: ['no_calls'],
} as const satisfies Record<string, readonly Gap[]>;

/** Why a figure of a group is not known, from the gaps that its economics names. */
export function whyUnknown(economics: Economics, figure: keyof typeof causes): Text | undefined {
  const gap = causes[figure].find((cause) => economics.gaps.includes(cause));
  return gap && { key: `gaps.${gap}` };
}
