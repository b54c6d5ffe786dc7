import { getMessages } from 'next-intl/server';

export type Formula = { definition: string; formula: string };

/** The definition and formula of a figure by its column, where it has one. */
export async function formulaOf(id: string): Promise<Formula | null> {
  const all: Record<string, Formula | string> = (await getMessages()).ui.formulas;
  const own = Object.hasOwn(all, id) ? all[id] : undefined;
  return typeof own === 'object' ? own : null;
}
