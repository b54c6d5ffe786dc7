import type { Text } from '#format';
import { arrivedBy, type Maturing, type ProgramMaturing } from '#revenue';
import { amount, count, share, text } from '../cells.ts';
import { type ColumnOf, cellsOf, heads, unit } from '../columns.ts';
import { type Names, programName } from '../names.ts';
import type { CurveChart, Table } from '../report.ts';

/** The ages of calls at which it is said how much is still to come. */
const AGES = [7, 30, 45, 90] as const;

type Known = ProgramMaturing & { maturing: Maturing };
type Item = Known & { days: number };

const knownOf = (programs: readonly ProgramMaturing[]) => programs.filter((own): own is Known => own.maturing !== null);

/** How much of a program's revenue usually still comes, or goes back, so many days after the call. */
export function maturingTable(programs: readonly ProgramMaturing[], names: Names): Table {
  const columns = maturingColumns(names);
  const items = knownOf(programs).flatMap((own) =>
    AGES.filter((days) => days <= own.maturing.horizon).map((days): Item => ({ ...own, days })),
  );
  return {
    kind: 'table',
    id: 'maturing',
    title: { key: 'revenue.maturing' },
    columns: heads(columns),
    rows: items.map((item) => ({ id: `${item.program} ${item.currency} ${item.days}`, cells: cellsOf(columns, item) })),
    notes: programs.map((own) => basisText(own, names)),
  };
}

function maturingColumns(names: Names): ColumnOf<Item>[] {
  const later = (id: string, of: (item: Item) => number | null | undefined): ColumnOf<Item> => ({
    id,
    label: { key: `revenue.columns.${id}` },
    unit: unit.percent,
    align: 'end',
    cell: (item) => share(of(item) ?? null),
  });
  return [
    {
      id: 'program',
      label: { key: 'columns.program' },
      align: 'start',
      cell: ({ program }) => programName(names, program),
    },
    { id: 'currency', label: { key: 'columns.currency' }, align: 'start', cell: ({ currency }) => text(currency) },
    { id: 'days', label: { key: 'revenue.columns.days' }, align: 'end', cell: ({ days }) => count(days) },
    later('arrived', ({ maturing, days }) => arrivedBy(maturing, days)),
    later('incoming', ({ maturing, days }) => maturing.incomingAfter[days]),
    later('outgoing', ({ maturing, days }) => maturing.outgoingAfter[days]),
  ];
}

/** What the shares are computed from, or that there is not enough. */
function basisText({ program, currency, events, maturing }: ProgramMaturing, names: Names): Text {
  const of = { program: programName(names, program), currency };
  if (!maturing) return { key: 'revenue.notKnown', values: { ...of, events } };
  const { horizon, calls, total } = maturing;
  const period = { kind: 'period', ...calls } as const;
  return {
    key: 'revenue.basis',
    values: { ...of, horizon, period, events: maturing.events, total: amount(total, currency) },
  };
}

/** The share of revenue that is there by whole days after the call; null where it is known of no program. */
export function maturingCurve(programs: readonly ProgramMaturing[], names: Names): CurveChart | null {
  const known = knownOf(programs);
  if (known.length === 0) return null;
  return {
    kind: 'curve',
    id: 'maturing-curve',
    title: { key: 'revenue.curve' },
    unit: unit.percent,
    lines: known.map(({ program, currency, maturing }, color) => ({
      id: `${program} ${currency}`,
      label: { key: 'revenue.line', values: { program: programName(names, program), currency } },
      color,
      points: maturing.incomingAfter.map((_, after) => ({ after, value: arrivedBy(maturing, after) })),
    })),
    notes: [{ key: 'revenue.curveNote' }],
  };
}
