import type { Economics } from '#economics';
import type { Text } from '#format';
import type { View } from '#pricing';
import type { VendorMetrics } from '#quality';
import { type Day, daysBetween } from '#time';
import { day, list, text } from './cells.ts';
import { metricNotes } from './metric-marks.ts';
import { type Names, vendorName } from './names.ts';

/** The stalest exchange rate that the figures use for a currency: published on one day, used for another. */
export type RateUse = { currency: string; published: Day; usedFor: Day };

/** Reference rates skip weekends and holidays; one that is older than this is worth a note. */
const FRESH_DAYS = 7;

/** What an interval in brackets means; said wherever one is shown. */
export const intervalNote: Text = { key: 'notes.interval' };

/**
 * What the figures of these groups leave out, each gap once, with the vendors it concerns; `metrics` is what the sources
 * of the calls say of theirs.
 */
export function gapNotes(rows: readonly Economics[], names: Names, metrics: readonly VendorMetrics[] = []): Text[] {
  const withoutContract = rows.reduce((sum, row) => sum + row.counts.withoutContract, 0);
  const handled = rows.filter((row) => row.counts.handled > 0);
  const having = (gap: Economics['gaps'][number]) => handled.filter((row) => row.gaps.includes(gap));
  return [
    ...(withoutContract > 0
      ? [
          {
            key: 'notes.withoutContract',
            values: {
              n: withoutContract,
              vendors: who(
                rows.filter((row) => row.counts.withoutContract > 0),
                names,
              ),
            },
          },
        ]
      : []),
    ...named('notes.noInputs', having('no_inputs'), names),
    ...metricNotes(rows, names, metrics),
    ...named('notes.noRevenue', having('no_revenue'), names),
    ...named('notes.salesWithoutRevenue', having('sales_without_revenue'), names),
    ...named('notes.noVendorCost', having('no_vendor_cost'), names),
  ];
}

/** What the billed view is; figures are effective unless they say otherwise. */
export function viewNotes(view: View): Text[] {
  return view === 'billed' ? [{ key: 'notes.billed' }] : [];
}

/** The exchange rates that are more than a week older than the day they are used for. */
export function rateNotes(rates: readonly RateUse[]): Text[] {
  return rates
    .filter(({ published, usedFor }) => daysBetween(published, usedFor) > FRESH_DAYS)
    .map(({ currency, published, usedFor }) => ({
      key: 'notes.oldRate',
      values: { currency, published: day(published), usedFor: day(usedFor) },
    }));
}

function named(key: string, rows: readonly Economics[], names: Names): Text[] {
  const vendors = new Set(rows.map((row) => row.key.vendor ?? ''));
  return vendors.size === 0 ? [] : [{ key, values: { n: vendors.size, vendors: who(rows, names) } }];
}

function who(rows: readonly Economics[], names: Names) {
  const codes = [...new Set(rows.map((row) => row.key.vendor))];
  return list(codes.map((code) => (code === undefined ? text('') : vendorName(names, code))));
}
