import type { Contract } from '#contracts';
import type { Text } from '#format';
import { micros } from '#money';
import { type Month, monthPeriod, parseMonth } from '#time';
import { amount, count, perCall, seconds } from './cells.ts';
import { type ColumnOf, cellsOf, heads, unit } from './columns.ts';
import { type Names, programName, vendorName } from './names.ts';
import type { Report } from './report.ts';

/** A month's figures under one set of terms; null = unknown. `charges` in millionths of the contract's currency. */
type Figures = { charges: string | null; costPerCall: number | null; billedCalls: number; billedSeconds: number };

/** What a change of a contract came to: the months with calls whose figures moved. */
export type MovedInput = Names & {
  terms: Pick<Contract, 'vendor' | 'program' | 'from' | 'currency'>;
  /** Local days whose calls were rated anew. */
  days: number;
  moved: readonly { month: string; before: Figures; after: Figures }[];
};

type Moved = MovedInput['moved'][number];

/** What moved when terms were put in force, month by month: before and after. */
export function movedReport(input: MovedInput): Report {
  const { terms, moved } = input;
  const columns = movedColumns(terms.currency);
  const months = moved.map(({ month }) => parseMonth(month));
  const first = monthPeriod(months[0] ?? (terms.from.slice(0, 7) as Month));
  return {
    id: 'contract-change',
    title: { key: 'contracts.moved.title', values: namesOf(input) },
    period: { from: first.from, to: monthPeriod(months.at(-1) ?? (terms.from.slice(0, 7) as Month)).to },
    currency: terms.currency,
    headline: headline(input),
    notes: [],
    sections:
      moved.length === 0
        ? []
        : [
            {
              kind: 'table',
              id: 'moved',
              title: { key: 'contracts.moved.table' },
              columns: heads(columns),
              rows: moved.map((own) => ({ id: own.month, cells: cellsOf(columns, own) })),
              notes: [],
            },
          ],
  };
}

function namesOf(input: MovedInput) {
  const { vendor, program = '', from } = input.terms;
  return {
    vendor: vendorName(input, vendor),
    program: programName(input, program),
    from: { kind: 'day', day: from },
  } as const;
}

function headline(input: MovedInput): Text[] {
  const saved: Text = { key: 'contracts.moved.saved', values: namesOf(input) };
  const { days, moved } = input;
  if (moved.length === 0) return [saved, { key: 'contracts.moved.nothing' }];
  return [saved, { key: 'contracts.moved.months', values: { months: moved.length, days } }];
}

function movedColumns(currency: string): ColumnOf<Moved>[] {
  const sides = ['before', 'after'] as const;
  const both = (
    id: string,
    column: (side: (typeof sides)[number]) => Omit<ColumnOf<Moved>, 'id' | 'label' | 'align'>,
  ) =>
    sides.map(
      (side): ColumnOf<Moved> => ({
        id: `${id}-${side}`,
        label: { key: `contracts.moved.${id}`, values: { side } },
        align: 'end',
        ...column(side),
      }),
    );
  const money = { unit: unit.money(currency) };
  return [
    { id: 'month', label: { key: 'groupings.month' }, align: 'start', cell: ({ month }) => ({ kind: 'month', month }) },
    ...both('charges', (side) => ({
      ...money,
      cell: ({ [side]: { charges } }) => amount(charges === null ? null : micros(BigInt(charges)), currency),
    })),
    ...both('cost', (side) => ({ ...money, cell: ({ [side]: own }) => perCall(own.costPerCall, currency) })),
    ...both('billedCalls', (side) => ({ cell: ({ [side]: own }) => count(own.billedCalls) })),
    ...both('billedSeconds', (side) => ({
      unit: unit.seconds,
      cell: ({ [side]: own }) => seconds(own.billedSeconds),
    })),
  ];
}
