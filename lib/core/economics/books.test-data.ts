import type { Call } from '#calls';
import { type ContractVersion, contract, type Program, parseDeclaration } from '#contracts';
import { parseMicros, rateTable } from '#money';
import { emptySums, type RollupRow, rollUp } from '#rollup';
import { type Day, parseDay, period } from '#time';
import type { Economics, Grouping } from './economics.ts';
import type { BooksInput } from './input.ts';
import { economics } from './unit-economics.ts';

/** The program of the worked check: gross margin 0.5, other cost 0.40 a call, required margin 0.50 a call, in EUR. */
export function program(over: Record<string, unknown> = {}): Program {
  const declared = {
    code: 'orders',
    name: 'Order line',
    direction: 'inbound',
    timezone: 'Europe/Rome',
    currency: 'EUR',
    grossMargin: '0.5',
    otherCostPerCall: '0.40',
    requiredMargin: { perCall: '0.50' },
    ...over,
  };
  const result = parseDeclaration({ programs: [declared] });
  const [first] = result.ok ? result.declaration.programs : [];
  if (!first) throw new Error(JSON.stringify(result));
  return first;
}

/** The vendor of the worked check: 14.00 an hour, load 1.35, occupancy 0.80, shrinkage 0.30: 0.009375 a second. */
export const workedVendorCost = {
  agentHourly: { value: '14.00', low: '12.50', high: '16.00' },
  load: '1.35',
  occupancy: '0.80',
  shrinkage: '0.30',
  overheadPerCall: '0',
  targetMargin: '0.10',
};

/** A contract of vendor `norte` at 3.60 a handled call in EUR, open-ended from 2026-01-01, unless told otherwise. */
export function version(over: Record<string, unknown> = {}): ContractVersion {
  const { id = 'c1', ...rest } = over;
  const declared = {
    vendor: 'norte',
    from: '2026-01-01',
    currency: 'EUR',
    timezone: 'Europe/Rome',
    charges: [{ kind: 'per_call', rate: '3.60' }],
    vendorCost: workedVendorCost,
    ...rest,
  };
  return { ...contract.parse(declared), id: String(id) };
}

/** A roll-up row of `norte` / `orders` under contract `c1` on 2 March 2026, empty unless told otherwise. */
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

/** A row of `count` handled, billed calls of `seconds` each. */
export function handled(count: number, over: Partial<RollupRow> & { seconds?: number } = {}): RollupRow {
  const { seconds = 360, ...rest } = over;
  const ms = count * seconds * 1000;
  return row({
    calls: count,
    offered: count,
    handled: count,
    contact: count,
    talkMs: ms,
    handleMs: ms,
    billedCalls: count,
    billedSeconds: count * seconds,
    ...rest,
  });
}

/** `count` answered calls of `seconds` talk on 2 March 2026, the first of them sales. */
export function calls(count: number, seconds: number, sales: { count: number; value: string } | null): Call[] {
  return Array.from({ length: count }, (_, index): Call => {
    const sold = sales !== null && index < sales.count;
    return {
      callId: `c-${index}`,
      vendor: 'norte',
      program: 'orders',
      callType: null,
      direction: 'inbound',
      startedAt: Date.UTC(2026, 2, 2, 9) + index,
      waitMs: null,
      talkMs: seconds * 1000,
      holdMs: null,
      wrapMs: null,
      answered: true,
      disposition: null,
      outcome: sold ? 'sale' : 'no_sale',
      agent: null,
      customerRef: null,
      revenue: sold ? parseMicros(sales.value) : null,
      currency: 'EUR',
      legOf: null,
      details: null,
    };
  });
}

/** The roll-up of calls under the versions and programs given. */
export function rowsOf(list: readonly Call[], versions: readonly ContractVersion[], programs: readonly Program[]) {
  return rollUp(list, new Map(programs.map((entry) => [entry.code, entry])), versions);
}

/** An input over March 2026 in EUR with the worked contract and program, no rates, unless told otherwise. */
export function input(over: Partial<BooksInput> = {}): BooksInput {
  return {
    rows: [],
    versions: [version()],
    programs: [program()],
    rates: rateTable([]),
    currency: 'EUR',
    period: march,
    ...over,
  };
}

const march = period('2026-03-01' as Day, '2026-04-01' as Day);

/** The one total of an input. */
export function totalOf(over: Partial<BooksInput>): Economics {
  const [first] = economics({ ...input(over), by: [] });
  if (!first) throw new Error('no total');
  return first;
}

/** The groups of an input. */
export function groupsOf(over: Partial<BooksInput>, ...by: Grouping[]): Economics[] {
  return economics({ ...input(over), by });
}

/** Key and charges of each group, to compare by eye. */
export function charged(groups: readonly Economics[]) {
  return groups.map(({ key, money }) => [Object.values(key).join(' '), money.charges]);
}

/** A revenue that one call of a row brought. */
export function sold(amount: string) {
  return { revenue: parseMicros(amount), revenueCalls: 1 };
}

/** 3,100.00 a month: 100.00 a day of March. */
export function monthly(over: Record<string, unknown> = {}): ContractVersion {
  return version({ charges: [{ kind: 'fixed', amount: '3100.00' }], ...over });
}
