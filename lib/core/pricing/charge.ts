import type { Charge, ChargeKind, ContractVersion } from '#contracts';
import type { RateTable } from '#money';
import type { RollupRow } from '#rollup';
import type { Month } from '#time';
import type { Line } from './statement.ts';

/** One kind of the union of charges. */
export type ChargeOf<K extends ChargeKind> = Extract<Charge, { kind: K }>;

/** What a month's charges are computed from. */
export type Quantities = {
  /** The contract version's roll-up rows of the month. */
  rows: readonly RollupRow[];
  /** Needed by a share of revenue that is booked in another currency than the contract's. */
  rates: RateTable;
};

/** What a charge may look at: its contract version, the month, the quantities, and the lines of the steps before. */
export type Billing = Quantities & {
  version: ContractVersion;
  month: Month;
  before: readonly Line[];
};

/** A line before it is placed in its statement; `part` tells it from other lines of the same charge. */
export type ChargeLine = Omit<Line, 'id' | 'contractId' | 'charge'> & { part: string };

/** The lines that one charge of a contract puts on a month's statement; none where it has no quantity. */
export type PriceCharge<K extends ChargeKind> = (charge: ChargeOf<K>, billing: Billing) => ChargeLine[];
