import type { ContractVersion, Program } from '#contracts';
import type { RateTable } from '#money';
import type { OtherInputs, View } from '#pricing';
import type { RollupRow } from '#rollup';
import type { Period } from '#time';

/** What both books are computed from. */
export type BooksInput = {
  /**
   * Every roll-up row of every whole month that the period touches, for every program of the contracts concerned: tiers
   * and monthly amounts need them all. Only rows within the period count.
   */
  rows: readonly RollupRow[];
  /** The contract versions that the rows name, and those in force in the period without any call. */
  versions: readonly ContractVersion[];
  programs: readonly Program[];
  rates: RateTable;
  /** Hours, scores and price indices; without them a charge that needs one is unknown. */
  inputs?: OtherInputs | undefined;
  /** Which amounts charges are taken from; effective (one-offs amortised) where it does not say. */
  view?: View | undefined;
  /** Vendors' programs whose revenue later events change. */
  laterRevenue?: readonly { vendor: string; program: string }[] | undefined;
  /** Reporting currency. */
  currency: string;
  period: Period;
  /** Counts this vendor or program alone; the rest of a contract's calls still decide its tiers and monthly shares. */
  only?: { vendor?: string | undefined; program?: string | undefined } | undefined;
};
