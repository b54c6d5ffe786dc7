import type { Charge, ChargeKind, ContractVersion, Program } from '#contracts';
import type { RateTable } from '#money';
import type { RollupRow } from '#rollup';
import type { Month } from '#time';
import type { OtherInputs } from './inputs.ts';
import type { Line, Missing } from './statement.ts';

/** One kind of the union of charges. */
export type ChargeOf<K extends ChargeKind> = Extract<Charge, { kind: K }>;

/** What a month's charges are computed from. */
export type Quantities = {
  /** The contract version's roll-up rows of the month. */
  rows: readonly RollupRow[];
  /** Needed by a share of revenue that is booked in another currency than the contract's. */
  rates: RateTable;
  /** Hours, scores and indices; the version's own of the month are picked by `contractId`. */
  inputs: OtherInputs;
  /** The programs that the rows name: how a service level is counted. */
  programs: readonly Pick<Program, 'code' | 'serviceLevel'>[];
};

/** What a charge may look at: its contract version, the month, the quantities, and the steps before. */
export type Billing = Quantities & {
  version: ContractVersion;
  month: Month;
  before: readonly Line[];
  /** What the steps before could not price. */
  missing: readonly Missing[];
};

/** A line before it is placed in its statement; `part` tells it from other lines of the same charge. */
export type ChargeLine = Omit<Line, 'id' | 'contractId' | 'charge' | 'effective'> &
  Partial<Pick<Line, 'effective'>> & { part: string };

/** What a charge lacks: then it has no line, and the statement has no total. */
export type Lacking = { lacks: Missing['input'] };

/** The lines that one charge of a contract puts on a month's statement; none where it has no quantity. */
export type PriceCharge<K extends ChargeKind> = (charge: ChargeOf<K>, billing: Billing) => ChargeLine[] | Lacking;
