import { type ContractVersion, contract } from '#contracts';
import { formatMicros, minorDigits, rateTable } from '#money';
import { emptySums, type RollupRow } from '#rollup';
import { parseDay, parseMonth } from '#time';
import type { Quantities } from './charge.ts';
import { noInputs, type OtherInputs } from './inputs.ts';
import { price } from './price.ts';
import type { Line, Statement } from './statement.ts';
import { statementTotals } from './statement.ts';

/** A contract `c1` in EUR, open-ended from 2026-01-01, with the charges given. */
export function version(charges: unknown[], over: Record<string, unknown> = {}): ContractVersion {
  const declared = { vendor: 'norte', from: '2026-01-01', currency: 'EUR', timezone: 'Europe/Rome', charges, ...over };
  return { ...contract.parse(declared), id: 'c1' };
}

/** A roll-up row of 2 March 2026, empty unless told otherwise. */
export function row(over: Partial<RollupRow> = {}): RollupRow {
  return {
    vendor: 'norte',
    program: 'orders',
    callType: null,
    direction: 'inbound',
    day: parseDay('2026-03-02'),
    rateClass: 'standard',
    contractId: 'c1',
    currency: 'EUR',
    ...emptySums(),
    ...over,
  };
}

/** Exchange rates of early March 2026: 1 EUR = 1.25 USD = 160 JPY, then 1.60 USD from the 10th. */
const rates = rateTable([
  { day: '2026-03-02', currency: 'USD', rate: '1.25' },
  { day: '2026-03-02', currency: 'JPY', rate: '160' },
  { day: '2026-03-10', currency: 'USD', rate: '1.60' },
]);

type Given = { month?: string; inputs?: Partial<OtherInputs>; programs?: Quantities['programs'] };

export function statementOf(
  own: ContractVersion,
  rows: RollupRow[],
  { month = '2026-03', inputs = {}, programs = [] }: Given = {},
): Statement {
  return price(own, parseMonth(month), { rows, rates, inputs: { ...noInputs, ...inputs }, programs });
}

/** `quantity x rate = amount` of every line, and the total, as texts to compare by eye. */
export function written({ lines, missing, currency }: Statement): string[] {
  const text = (line: Line) => `${line.quantity} x ${line.rate} = ${formatMicros(line.amount, minorDigits(currency))}`;
  const { billed } = statementTotals({ lines, missing });
  const total = billed === null ? 'unknown' : formatMicros(billed, minorDigits(currency));
  return [...lines.map(text), ...missing.map(({ charge, input }) => `${charge} lacks ${input}`), `total ${total}`];
}
