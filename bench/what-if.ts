import { type ContractVersion, type Program, parseDeclaration, contract as schema } from '#contracts';
import { marginCurve, packRows, proposedSide, unpackRows } from '#economics';
import { micros, rateTable } from '#money';
import { noInputs, price } from '#pricing';
import { emptySums, type RollupRow } from '#rollup';
import { type Day, eachDay, parseMonth, period } from '#time';

/** Calls of the quarter that the rows stand for; how many rows does not depend on it. */
const CALLS = 3_000_000;
const quarter = period('2026-01-01' as Day, '2026-04-01' as Day);
const programs = ['orders', 'support', 'returns'];
const callTypes = ['new', 'change', 'status', 'complaint', 'billing', 'other'];
const rateClasses = ['standard', 'night', 'holiday'];

const terms = {
  vendor: 'large',
  from: '2025-01-01',
  currency: 'EUR',
  timezone: 'Europe/Rome',
  charges: [
    {
      kind: 'per_call',
      mode: 'graduated',
      tiers: [
        { upTo: 200_000, rate: '3.60' },
        { upTo: null, rate: '3.20' },
      ],
    },
    { kind: 'per_minute', rate: '0.05' },
    { kind: 'surcharge', rateClass: 'night', percent: '25' },
    { kind: 'aht_collar', low: 330, high: 390, perSecond: '0.008' },
    { kind: 'minimum', amount: '500000.00' },
  ],
  rating: { windows: [{ class: 'night', from: '22:00', to: '06:00' }] },
  vendorCost: { agentHourly: '14.00', load: '1.35', occupancy: '0.80', shrinkage: '0.30' },
};

function largeVendor(): { rows: RollupRow[]; versions: ContractVersion[]; programs: Program[] } {
  const days = [...eachDay(quarter.from, quarter.to)];
  const keys = days.flatMap((day) =>
    programs.flatMap((program) =>
      callTypes.flatMap((callType) => rateClasses.map((rateClass) => ({ day, program, callType, rateClass }))),
    ),
  );
  const calls = Math.round(CALLS / keys.length);
  const rows = keys.map(
    (key): RollupRow => ({
      ...key,
      ...emptySums(),
      ...{ vendor: 'large', direction: 'inbound', contractId: 'c1', currency: 'EUR' },
      ...{ calls, offered: calls, handled: calls, contact: calls, billedCalls: calls },
      ...{ talkMs: calls * 300_000, handleMs: calls * 360_000, billedSeconds: calls * 302 },
      ...{ revenue: micros(calls * 9_600_000), revenueCalls: calls },
    }),
  );
  const declared = parseDeclaration({
    programs: programs.map((code) => ({
      ...{ code, name: code, direction: 'inbound', timezone: 'Europe/Rome', currency: 'EUR' },
    })),
  });
  if (!declared.ok) throw new Error(JSON.stringify(declared.issues));
  return { rows, versions: [{ ...schema.parse(terms), id: 'c1' }], programs: declared.declaration.programs };
}

function median(work: () => unknown): number {
  const times = Array.from({ length: 25 }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return times.sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

/** 4. A statement of a vendor-month, and a change of price on a quarter's rows as a browser has them. */
export function benchWhatIf(say: (text: string) => void): void {
  const { rows, ...declared } = largeVendor();
  const books = { ...declared, rates: rateTable([]), currency: 'EUR', period: quarter };
  const month = parseMonth('2026-03');
  const ofMonth = rows.filter((row) => row.day.startsWith(month));
  const [version] = declared.versions;
  if (!version) throw new Error('no version');
  const quantities = { rows: ofMonth, rates: books.rates, inputs: noInputs, programs: declared.programs };
  const statement = median(() => price(version, month, quantities));
  say(
    `\nstatement of a month        ${statement.toFixed(1)} ms  (${ofMonth.length.toLocaleString('en')} roll-up rows; under 50)`,
  );
  const sent = unpackRows('large', packRows(rows));
  const { id: _, ...contract } = version;
  const dearer = { ...contract, charges: [...contract.charges, { kind: 'fixed' as const, amount: '1000.00' }] };
  const asked = { books: { ...books, rows: sent }, vendor: 'large', contract: dearer };
  const change = median(() => proposedSide(asked));
  const curve = median(() => marginCurve(proposedSide(asked).books));
  const what = `a quarter, ${sent.length.toLocaleString('en')} rows sent of ${rows.length.toLocaleString('en')}`;
  say(`what-if of a price change   ${change.toFixed(1)} ms  (${what}; under 16)`);
  say(`  with both margins' curve  ${curve.toFixed(1)} ms`);
}
