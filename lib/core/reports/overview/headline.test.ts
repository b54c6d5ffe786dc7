import { describe, expect, it } from 'vitest';
import { parseDay, period } from '#time';
import type { Verdict } from '#verdicts';
import { bookVerdict, english, verdictOf, workedEconomics } from '../report.fixture.ts';
import { overviewHeadline } from './headline.ts';
import type { VendorRow } from './vendor-row.ts';

const quarter = period(parseDay('2026-07-01'), parseDay('2026-10-01'));
const scope = { period: quarter, asOf: parseDay('2026-09-30'), currency: 'EUR' };
const read = (rows: VendorRow[], own = scope) =>
  overviewHeadline(rows, own)
    .map((text) => english(text))
    .join(' ');

/** A row of 1,000 handled calls with these margins per call. */
function row(
  vendor: string,
  state: Verdict['state'] | null,
  margins: { client?: number | null; vendor?: number } = {},
): VendorRow {
  const worked = workedEconomics();
  const { client = 0.8, vendor: own = 0.2 } = margins;
  const clientBook = bookVerdict({ state: state === 'failing' && (client ?? -1) < 0 ? 'failing' : 'healthy' });
  const vendorBook = { ...bookVerdict({ state: own < 0 ? 'failing' : 'healthy' }), assumptionsHold: true };
  return {
    vendor,
    program: 'orders',
    economics: workedEconomics(
      {},
      { perCall: { ...worked.perCall, margin: client, vendorMargin: { value: own, low: own, high: own } } },
    ),
    verdict: state && verdictOf(vendor, 'orders', { state, client: clientBook, vendorBook }),
    interval: null,
  };
}

describe('the headline of the overview', () => {
  it('counts the vendors that fail and says what they cost', () => {
    // -20.6 x 1,000 each; two of six
    const failing = ['a', 'b'].map((vendor) => row(vendor, 'failing', { client: -20.6 }));
    const healthy = ['c', 'd', 'e', 'f'].map((vendor) => row(vendor, 'healthy'));
    expect(read([...failing, ...healthy])).toBe(
      "2 of 6 vendors' price models fail. They cost 41,200 EUR more than they brought in since 1 Jul 2026.",
    );
  });

  it('speaks of one in the singular', () => {
    expect(read([row('a', 'failing', { client: -0.5 }), row('b', 'at_risk'), row('c', null)])).toBe(
      "1 of 3 vendors' price models fails. It cost 500.00 EUR more than it brought in since 1 Jul 2026. One is at risk. One has too little evidence to judge.",
    );
    expect(read([row('a', 'failing', { client: -0.5 })])).toMatch(/^The one vendor's price model fails\. It cost/);
  });

  it('tells a loss of the vendor from a loss of the client', () => {
    expect(read([row('a', 'failing', { client: 0.8, vendor: -0.45 }), row('b', 'healthy')])).toBe(
      "1 of 2 vendors' price models fails. Its vendor lost about 450.00 EUR since 1 Jul 2026, at the wage assumed.",
    );
  });

  it('adds up each loss over those that have it, and says how many', () => {
    // The client loses 1 x 1,000 on a, the vendor 0.45 x 1,000 on b, on which the client earns.
    const rows = [row('a', 'failing', { client: -1 }), row('b', 'failing', { vendor: -0.45 })];
    expect(read(rows)).toBe(
      "2 of 2 vendors' price models fail. One of them cost 1,000.00 EUR more than it brought in since 1 Jul 2026. The vendor of one of them lost about 450.00 EUR since 1 Jul 2026, at the wage assumed.",
    );
  });

  it('counts a vendor once, in the worst state of its programs', () => {
    const programs = [row('a', 'healthy'), { ...row('a', 'failing', { client: -1 }), program: 'support' }];
    expect(read([...programs, row('b', 'healthy')])).toMatch(
      /^1 of 2 vendors' price models fails\. It cost 1,000\.00 EUR/,
    );
  });

  it('does not count a row that nobody judged against one that was', () => {
    expect(read([row('a', 'healthy'), { ...row('a', null), program: '' }])).toBe(
      "The one vendor's price model does not fail.",
    );
  });

  it('claims no sum where a part of it is not known', () => {
    const rows = [row('a', 'failing', { client: -1 }), row('b', 'failing', { client: null }), row('c', 'healthy')];
    expect(read(rows)).toBe(
      "2 of 3 vendors' price models fail. What they cost against what they brought in is not known for all of them.",
    );
  });

  it('names the period where it has ended before the judgement', () => {
    const later = { ...scope, asOf: parseDay('2026-12-31') };
    expect(read([row('a', 'failing', { client: -1 })], later)).toContain('brought in during 1 Jul – 30 Sep 2026');
  });

  it('is honest when nothing fails, nothing is known, nothing is there', () => {
    expect(read([row('a', 'healthy'), row('b', 'at_risk')])).toBe(
      "None of 2 vendors' price models fails. One is at risk.",
    );
    expect(read([row('a', 'healthy')])).toBe("The one vendor's price model does not fail.");
    expect(read([row('a', null), row('b', 'not_enough_evidence')])).toBe(
      "There is not yet enough evidence to judge any of 2 vendors' price models.",
    );
    expect(read([])).toBe('No vendor has calls in 1 Jul – 30 Sep 2026.');
  });
});
