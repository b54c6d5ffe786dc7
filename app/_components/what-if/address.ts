import type { Contract } from '#contracts';
import { changedTerms } from '#economics';

/** What an address of what if asks; null = not asked. */
export type Asked = {
  vendor: string;
  program: string | null;
  from: string;
  to: string;
  terms: string | null;
  price?: string | null;
};

/** The query of an address, in one order, so that the same is written alike. */
export function queryOf({ vendor, from, to, program, terms, price }: Asked): string {
  const query = new URLSearchParams({ vendor, from, to });
  if (program !== null) query.set('program', program);
  if (terms !== null) query.set('terms', terms);
  if (price) query.set('price', price);
  return query.toString();
}

/** Proposed terms as an address carries them: what differs from those in force; null where nothing does. */
export function termsText(contract: Contract, inForce: Contract | null): string | null {
  const changed = changedTerms(contract, inForce);
  return Object.keys(changed).length === 0 ? null : JSON.stringify(changed);
}
