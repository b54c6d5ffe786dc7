import type { Contract, ContractVersion } from '#contracts';

/** A day as Prisma takes it. */
export const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** What of a contract is stored under its vendor, program and first day. */
export function contractRow(terms: Contract | ContractVersion) {
  const { currency, timezone, exchange, rating, charges, to, vendorCost, plan } = terms;
  return {
    ...{ currency, timezone, exchange, rating, charges },
    to: to === null ? null : asDate(to),
    vendorCost: vendorCost ?? null,
    plan: plan ?? null,
  };
}

/** Prisma has no plain null for a JSON column; what is null is left out and set apart. */
export function withoutNulls<T extends object>(row: T): { [K in keyof T]: Exclude<T[K], null> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as {
    [K in keyof T]: Exclude<T[K], null>;
  };
}
