import { type Contract, type ContractDiff, diffContracts, type PlainTerm, type TermValue } from '#contracts';
import type { Cell, Text } from '#format';
import { count, day, percent, rate, say, text, unknown } from './cells.ts';
import { chargeText } from './charge-words.ts';
import { type ColumnOf, cellsOf, heads } from './columns.ts';
import { whenCell } from './contract-parts.ts';
import type { Table } from './report.ts';

/** One term that differs, in words; what one of the contracts does not say is null there. */
type Difference = { id: string; term: Cell; before: Cell | null; after: Cell | null };

/** What differs between two contracts, a row a term: what it was, what it became. */
export function differenceTable(before: Contract, after: Contract): Table {
  return {
    kind: 'table',
    id: 'difference',
    title: { key: 'contracts.difference', values: { before: day(before.from), after: day(after.from) } },
    columns: heads(columns),
    rows: differences(before, after).map((item) => ({ id: item.id, cells: cellsOf(columns, item) })),
    notes: [],
  };
}

const nothing: Cell = unknown({ key: 'contracts.notAgreed' });
const columns: ColumnOf<Difference>[] = [
  { id: 'term', label: { key: 'contracts.columns.term' }, align: 'start', cell: ({ term }) => term },
  { id: 'before', label: { key: 'contracts.columns.before' }, align: 'start', cell: ({ before }) => before ?? nothing },
  { id: 'after', label: { key: 'contracts.columns.after' }, align: 'start', cell: ({ after }) => after ?? nothing },
];

/** What changed from one contract to another as one clause a term: `the monthly amount: 5,000 EUR, now 6,000 EUR`. */
export function differenceTexts(before: Contract, after: Contract): Text[] {
  return differences(before, after).map(({ term, before: was, after: is }) => {
    if (was === null) return { key: 'contracts.added', values: { term, after: is ?? nothing } };
    if (is === null) return { key: 'contracts.removed', values: { term, before: was } };
    return { key: 'contracts.became', values: { term, before: was, after: is } };
  });
}

function differences(before: Contract, after: Contract): Difference[] {
  const diff = diffContracts(before, after);
  return [...termRows(diff, before, after), ...windowRows(diff), ...chargeRows(diff, before, after)];
}

function termRows({ terms }: ContractDiff, before: Contract, after: Contract): Difference[] {
  return terms.map((own) => ({
    id: own.term,
    term: say(`contracts.term.${own.term}`),
    before: own.before === null ? absent(own.term) : termCell(own.term, own.before, before.currency),
    after: own.after === null ? absent(own.term) : termCell(own.term, own.after, after.currency),
  }));
}

/** A contract without a last day says something: it goes on. */
function absent(term: PlainTerm): Cell | null {
  return term === 'to' ? say('contracts.open') : null;
}

function termCell(term: PlainTerm, value: TermValue, currency: string): Cell {
  const written = String(value);
  switch (term) {
    case 'from':
    case 'to':
      return day(written);
    case 'exchange':
    case 'rating.billable':
    case 'rating.basis':
      return say(`contracts.value.${term}`, { value: written });
    case 'rating.excludeRepeatsWithinHours':
      return say('contracts.hours', { hours: Number(value) });
    case 'rating.initialSeconds':
    case 'rating.incrementSeconds':
    case 'rating.excludeShorterThanSeconds':
    case 'plan.ahtSeconds':
      return say('contracts.seconds', { seconds: Number(value) });
    case 'vendorCost.agentHourly.value':
    case 'vendorCost.agentHourly.low':
    case 'vendorCost.agentHourly.high':
    case 'vendorCost.overheadPerCall':
      return rate(written, currency);
    case 'vendorCost.occupancy':
    case 'vendorCost.shrinkage':
    case 'vendorCost.targetMargin':
    case 'plan.conversion':
      return percent(written);
    case 'plan.callsPerMonth':
      return count(Number(value));
    case 'vendorCost.load':
      return { kind: 'quantity', quantity: written };
    default:
      return text(written);
  }
}

function windowRows({ windows }: ContractDiff): Difference[] {
  return windows.map(({ before, after }, index) => ({
    id: `window/${index}`,
    term: say('contracts.window', { rateClass: (after ?? before)?.class ?? '' }),
    before: before && whenCell(before),
    after: after && whenCell(after),
  }));
}

function chargeRows({ charges }: ContractDiff, before: Contract, after: Contract): Difference[] {
  return charges.map((own, index) => ({
    id: `charge/${index}`,
    term: say(`contracts.charge.${(own.after ?? own.before)?.kind ?? 'fixed'}`),
    before: own.before && { kind: 'say', text: chargeText(own.before, before) },
    after: own.after && { kind: 'say', text: chargeText(own.after, after) },
  }));
}
