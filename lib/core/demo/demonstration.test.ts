import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { outcomes } from '#calls';
import { parseBank } from './bank.ts';
import { demonstrationLog, demonstrationRows } from './demonstration.ts';
import type { LogRow } from './log-row.ts';
import { oltelia } from './stories/oltelia.ts';
import { demonstrationSeed, stories } from './stories.ts';

const path = new URL('../../../samples/uci-bank-marketing/bank-full.csv.gz', import.meta.url);
const bank = parseBank(gunzipSync(readFileSync(path)).toString('latin1'));
const rowsOf = (vendor: string): readonly LogRow[] => logs.get(vendor) ?? [];
const logs = new Map(
  stories.map((story) => [story.vendor, [...demonstrationRows(bank, story, demonstrationSeed)]] as const),
);
const answered = (vendor: string) => rowsOf(vendor).filter((row) => row.answered);
const realSeconds = (row: LogRow) => row.talk_s + (row.hold_s ?? 0);
const aht = (rows: readonly LogRow[]) =>
  rows.reduce((sum, row) => sum + realSeconds(row) + (row.wrap_s ?? 0), 0) / rows.length;
const holdShare = (rows: readonly LogRow[]) =>
  rows.reduce((sum, row) => sum + (row.hold_s ?? 0), 0) / rows.reduce((sum, row) => sum + realSeconds(row), 0);
const sold = (row: LogRow) => row.revenue !== null;

describe('the demonstration', () => {
  it('is the same for the same seed, and the text is the rows', () => {
    const text = () => [...demonstrationLog(bank, oltelia, 7)].join('');
    expect(text()).toBe(text());
    expect(text()).not.toBe([...demonstrationLog(bank, oltelia, 8)].join(''));
    expect(text().trimEnd().split('\n')).toHaveLength(1 + [...demonstrationRows(bank, oltelia, 7)].length);
  });

  it('has about 250,000 calls from June 2025 to March 2026', () => {
    const all = [...logs.values()].flat();
    expect(all.length).toBeGreaterThan(240_000);
    expect(all.length).toBeLessThan(260_000);
    const starts = all.map((row) => Date.parse(row.started_at));
    expect(starts.reduce((a, b) => Math.min(a, b))).toBeGreaterThan(Date.parse('2025-06-01T00:00+02:00'));
    expect(starts.reduce((a, b) => Math.max(a, b))).toBeLessThan(Date.parse('2026-04-01T00:00+02:00'));
  });
});

describe.each(stories.map((story) => [story.vendor, story] as const))('the log of %s', (vendor, story) => {
  const real = new Set(bank.map((call) => `${call.seconds} ${call.sale}`));

  it('gives each call its own id and writes them in order of time', () => {
    const rows = rowsOf(vendor);
    expect(new Set(rows.map((row) => row.call_id)).size).toBe(rows.length);
    const starts = rows.map((row) => Date.parse(row.started_at));
    expect(starts.every((start, index) => index === 0 || start >= starts[index - 1]!)).toBe(true);
  });

  it('has whole seconds that are not negative, outcomes of the trade, and money on sales alone', () => {
    for (const row of rowsOf(vendor)) {
      const seconds = [row.wait_s, row.talk_s, row.hold_s, row.wrap_s];
      if (!seconds.every((value) => Number.isInteger(value) && value! >= 0)) expect.fail(JSON.stringify(row));
      if (story.writesOutcome !== (row.outcome !== null)) expect.fail(JSON.stringify(row));
      if (row.outcome !== null && !outcomes.includes(row.outcome)) expect.fail(JSON.stringify(row));
      if (sold(row) !== (row.disposition === story.sold)) expect.fail(JSON.stringify(row));
      if (sold(row) && !/^\d+\.\d\d$/.test(row.revenue ?? '')) expect.fail(JSON.stringify(row));
      if (!row.answered && (realSeconds(row) > 0 || row.agent !== null)) expect.fail(JSON.stringify(row));
    }
  });

  it('keeps the duration and the sale of real calls together', () => {
    for (const row of answered(vendor))
      if (!real.has(`${realSeconds(row)} ${sold(row)}`)) expect.fail(JSON.stringify(row));
  });

  it('sells on longer calls, as the bank did', () => {
    const mean = (rows: readonly LogRow[]) => rows.reduce((sum, row) => sum + realSeconds(row), 0) / rows.length;
    const handled = answered(vendor);
    expect(mean(handled.filter(sold))).toBeGreaterThan(1.1 * mean(handled.filter((row) => !sold(row))));
    const share = handled.filter(sold).length / handled.length;
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.25);
  });
});

describe('what the stories rest on', () => {
  it('Talabay starts eleven weeks late, at nearly twice the plan and more than a third on hold, and gets better', () => {
    const rows = answered('talabay');
    const [early, late] = [rows.slice(0, 1_000), rows.slice(-5_000)];
    expect(rows[0]?.started_at.slice(0, 10)).toBe('2025-08-18');
    expect(aht(early)).toBeGreaterThan(1.8 * 330);
    expect(holdShare(early)).toBeGreaterThan(1 / 3);
    expect(aht(late)).toBeLessThan(0.85 * aht(early));
    expect(holdShare(late)).toBeLessThan(holdShare(early) - 0.05);
  });

  it('Borgolinea stays as it is', () => {
    const rows = answered('borgolinea');
    expect(aht(rows.slice(0, 8_000)) / aht(rows.slice(-8_000))).toBeCloseTo(1, 1);
  });

  it('Oltelia has ten days of calls and fewer than twenty sales', () => {
    const rows = answered('oltelia');
    expect(new Set(rows.map((row) => row.started_at.slice(0, 10))).size).toBe(10);
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter(sold).length).toBeLessThan(20);
  });
});
