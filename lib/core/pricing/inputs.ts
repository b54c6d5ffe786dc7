import type { ContractVersion } from '#contracts';
import { type Day, type Month, monthOf } from '#time';

/** Agents' hours and full-time equivalents of a vendor's day; a figure that was not given is null. Decimal texts. */
export type HoursRow = {
  vendor: string;
  /** Null = of no program in particular. */
  program: string | null;
  day: Day;
  /** The contract version in force on the day; null = none. */
  contractId: string | null;
  loggedHours: string | null;
  productiveHours: string | null;
  fte: string | null;
};

/** The mean quality (qa) or customer-satisfaction (csat) score of `sample` calls, as a decimal text. */
export type ScoreRow = {
  vendor: string;
  program: string | null;
  day: Day;
  contractId: string | null;
  kpi: 'qa' | 'csat';
  score: string;
  sample: number;
};

/** One published value of a price index, as a decimal text. */
export type IndexValue = { index: string; month: Month; value: string };

/** What charges are computed from besides calls: hours, scores, price indices. */
export type OtherInputs = {
  hours: readonly HoursRow[];
  scores: readonly ScoreRow[];
  indices: readonly IndexValue[];
};

/** No hours, no scores, no indices: a charge that needs one cannot be priced. */
export const noInputs: OtherInputs = { hours: [], scores: [], indices: [] };

/** The inputs of one contract version's month; indices are the whole history. */
export function inputsOf({ hours, scores, indices }: OtherInputs, version: ContractVersion, month: Month): OtherInputs {
  const isOwn = (row: { contractId: string | null; day: Day }) =>
    row.contractId === version.id && monthOf(row.day) === month;
  return { hours: hours.filter(isOwn), scores: scores.filter(isOwn), indices };
}
