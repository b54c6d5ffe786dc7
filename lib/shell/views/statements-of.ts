import type { ContractVersion } from '#contracts';
import type { Books } from '#db';
import { price } from '#pricing';
import type { CountedStatement } from '#reports';
import { intersect, type Month, monthOf, monthPeriod } from '#time';

/** One statement per contract version that is in force in a month or has calls in it, with the handled calls behind. */
export function statementsOf(
  { rows, ...books }: Books,
  contracts: readonly ContractVersion[],
  month: Month,
): CountedStatement[] {
  return contracts.flatMap((version) => {
    const own = rows.filter((row) => row.contractId === version.id && monthOf(row.day) === month);
    if (own.length === 0 && intersect(version, monthPeriod(month)) === null) return [];
    const handled = own.reduce((sum, row) => sum + row.handled, 0);
    return [{ ...price(version, month, { ...books, rows: own }), handled }];
  });
}

/** A vendor's contract versions: of one program with those for all programs, or all of them. */
export function contractsOf(
  versions: readonly ContractVersion[],
  { vendor, program }: { vendor: string; program?: string | null | undefined },
): ContractVersion[] {
  return versions.filter(
    (version) =>
      version.vendor === vendor && (program == null || version.program === undefined || version.program === program),
  );
}
