import { describe, expect, it } from 'vitest';
import { type Contract, parseDeclaration, contract as schema } from '#contracts';
import { marginCurve, whatIf } from '#economics';
import { cellText, figureText, translator } from '#format';
import { micros, rateTable } from '#money';
import { emptySums, type RollupRow } from '#rollup';
import { type Day, period } from '#time';
import messages from '../../../messages/en.json' with { type: 'json' };
import { whatIfReport } from './what-if-report.ts';

const say = translator(messages, 'en', (fault) => {
  throw fault;
});

const terms = (over: Record<string, unknown> = {}): Contract =>
  schema.parse({
    ...{ vendor: 'norte', from: '2026-01-01', currency: 'EUR', timezone: 'Europe/Rome' },
    charges: [{ kind: 'per_call', rate: '3.60' }],
    vendorCost: {
      agentHourly: { value: '14.00', low: '12.50', high: '16.00' },
      ...{ load: '1.35', occupancy: '0.80', shrinkage: '0.30', targetMargin: '0.10' },
    },
    ...over,
  });

/** 1,000 calls of 360 s and 9.60 of revenue each on 2 March 2026. */
const row: RollupRow = {
  ...{ vendor: 'norte', program: 'orders', callType: null, direction: 'inbound', day: '2026-03-02' as Day },
  ...{ rateClass: 'standard', contractId: 'c1', currency: 'EUR' },
  ...emptySums(),
  ...{ calls: 1000, offered: 1000, handled: 1000, billedCalls: 1000, billedSeconds: 360_000 },
  ...{ talkMs: 360_000_000, handleMs: 360_000_000, revenue: micros(9_600_000_000), revenueCalls: 1000 },
};

const declared = parseDeclaration({
  programs: [
    {
      ...{ code: 'orders', name: 'Order line', direction: 'inbound', timezone: 'Europe/Rome', currency: 'EUR' },
      ...{ grossMargin: '0.5', otherCostPerCall: '0.40', requiredMargin: { perCall: '0.50' } },
    },
  ],
});
const programs = declared.ok ? declared.declaration.programs : [];

function reportOf(contract: Contract, days: { from: string; to: string } = { from: '2026-03-01', to: '2026-04-01' }) {
  const own = period(days.from as Day, days.to as Day);
  const versions = [{ ...terms(), id: 'c1' }];
  const books = { rows: [row], versions, programs, rates: rateTable([]), currency: 'EUR', period: own };
  const { current, proposed } = whatIf({ books, vendor: 'norte', contract });
  return whatIfReport({
    vendors: [{ code: 'norte', name: 'Norte Contact', color: 0 }],
    ...{ programs, vendor: 'norte', program: null, period: own, currency: 'EUR', current, proposed, metrics: [] },
    curves: { current: marginCurve(current.books), proposed: marginCurve(proposed.books) },
  });
}

const table = (report: ReturnType<typeof reportOf>, id: string) => {
  const found = report.sections.find((section) => section.id === id);
  if (found?.kind !== 'table') throw new Error(`no table ${id}`);
  return found.rows.map(({ cells }) =>
    found.columns.map((column) => (cells[column.id] ? figureText(cells[column.id]!, say) : '')),
  );
};

describe('the report of what if', () => {
  const dearer = reportOf(
    terms({
      charges: [
        { kind: 'per_minute', rate: '0.65' },
        { kind: 'fixed', amount: '100' },
      ],
    }),
  );

  it('says what a call would have cost, both margins, the zone, and who pays for longer calls', () => {
    // 6 minutes at 0.65 and 100.00 over 1,000 calls: 4.00; client 4.80 - 0.40 - 4.00; vendor 4.00 - 3.375
    // A second more: 0.65 / 60 = 0.0108 from the client, of which the vendor's cost takes 0.009375: 0.0015 is left
    expect(dearer.headline.map(say)).toEqual([
      'Under the proposed terms a handled call of Norte Contact would have cost 4.00 EUR instead of 3.60 EUR: 400.00 EUR more in 1 – 31 Mar 2026.',
      "The client's margin per call would have been +0.40 EUR instead of +0.80 EUR, the vendor's +0.63 EUR instead of +0.23 EUR.",
      'Price zone: Overpriced instead of Underpriced.',
      'The client carries the risk of longer calls. With each second beyond 360 s the vendor gains 0.0015 EUR a call and the client loses 0.0108 EUR a call.',
      'Under the terms in force the vendor carries it.',
    ]);
  });

  it('stands both sides next to each other', () => {
    expect(table(dearer, 'figures').slice(0, 4)).toEqual([
      ['Charges', 'EUR', '3,600.00', '4,000.00', '400.00'],
      ['Cost per call', 'EUR', '3.60', '4.00', '+0.40'],
      ["Client's margin per call", 'EUR', '+0.80', '+0.40', '-0.40'],
      ["Vendor's margin per call", 'EUR', '+0.23', '+0.63', '+0.40'],
    ]);
    expect(table(dearer, 'figures').at(-1)).toEqual(['Price zone', '', 'Underpriced', 'Overpriced', '']);
    expect(table(dearer, 'lines')).toEqual([
      ['Calls', '1,000', '3,600.00', '', ''],
      ['Minutes', '', '', '6,000', '3,900.00'],
      ['Monthly amount', '', '', '1', '100.00'],
    ]);
    // 60% of 360 s: the vendor's cost is 2.025; 3.6 minutes at 0.65 and 0.10
    expect(table(dearer, 'margins')[0]).toEqual(['216', '+0.80', '+1.96', '+1.58', '+0.42', '+0.63', '+0.13']);
    expect(dearer.notes.slice(0, 2).map(say)).toEqual([
      'In force: 3.60 EUR per handled call; talk time; since 1 Jan 2026.',
      'Proposed: 0.65 EUR per minute and 100 EUR a month; talk time; since 1 Jan 2026.',
    ]);
  });

  it('says that nothing moves, and that a month is cut', () => {
    const same = reportOf(terms(), { from: '2026-03-01', to: '2026-03-20' });
    expect(say(same.headline[0]!)).toBe(
      'Under the proposed terms a handled call of Norte Contact would have cost what it did in 1 – 19 Mar 2026: 3.60 EUR.',
    );
    expect(same.notes.map(({ key }) => key)).toContain('whatIf.wholeMonths');
  });

  it('says what a proposed charge lacks, and claims no figure', () => {
    const report = reportOf(terms({ charges: [{ kind: 'per_hour', basis: 'logged', rate: '28.80' }] }));
    expect(report.headline.map(({ key }) => key)).toEqual(['whatIf.unknown']);
    const lines = report.sections.find(({ id }) => id === 'lines')!;
    expect(lines.notes.map(say)).toEqual([expect.stringMatching(/^Proposed: The agents' logged hours/)]);
    const figures = report.sections[0]!;
    const cost = figures.kind === 'table' ? figures.rows[1]?.cells.proposed : undefined;
    expect(cost && cellText(cost, say)).toBe('–');
  });
});
