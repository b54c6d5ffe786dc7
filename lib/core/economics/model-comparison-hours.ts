import type { Contract } from '#contracts';
import { formatMicros, micros, mulDiv, parseDecimal } from '#money';
import { type HoursRow, noInputs, type OtherInputs } from '#pricing';
import type { RollupRow } from '#rollup';
import { monthOf } from '#time';
import type { WhatIfInput } from './what-if.ts';

const HOUR_MS = 3_600_000n;

type Recorded = Pick<WhatIfInput, 'books' | 'vendor' | 'program'> & {
  contract: Pick<Contract, 'vendorCost'>;
  rows: readonly RollupRow[];
};

/** The inputs with logged hours for every month: where none were given, handle hours / occupancy. */
export function withLoggedHours({ books, vendor, program, contract, rows }: Recorded): OtherInputs {
  const inputs = books.inputs ?? noInputs;
  if (!contract.vendorCost) return inputs;
  const { value, digits } = parseDecimal(contract.vendorCost.occupancy);
  const given = new Set(inputs.hours.filter((own) => own.loggedHours !== null).map(({ day }) => monthOf(day)));
  const added = new Map<string, { row: RollupRow; handleMs: bigint }>();
  for (const row of rows) {
    const sum = added.get(monthOf(row.day)) ?? { row, handleMs: 0n };
    sum.handleMs += BigInt(row.handleMs);
    if (!given.has(monthOf(row.day))) added.set(monthOf(row.day), sum);
  }
  const hours = [...added.values()].map(
    ({ row, handleMs }): HoursRow => ({
      vendor,
      program: program ?? null,
      day: row.day,
      contractId: null,
      loggedHours: formatMicros(micros(mulDiv(handleMs, 1_000_000n * 10n ** BigInt(digits), HOUR_MS * value)), 6),
      productiveHours: null,
      fte: null,
    }),
  );
  return { ...inputs, hours: [...inputs.hours, ...hours] };
}
