import type { Unit } from './charge-fields.ts';

/** What stands behind a figure: the currency as it is, or a word. */
export function unitText(unit: Unit, currency: string, t: (key: `unit.${Exclude<Unit, 'money'>}`) => string): string {
  return unit === 'money' ? currency : t(`unit.${unit}`);
}
