import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Call } from '#calls';
import { rate } from './rate.ts';

/** Technion's calls may not be shipped: they live beside a checkout, not in it. */
const technion = new URL('../../../../shared/data/technion-anonymous-bank/february1999.txt.gz', import.meta.url);
const uci = new URL('../../../samples/uci-bank-marketing/bank-full.csv.gz', import.meta.url);
const absent = !existsSync(technion) && process.env.BREAKEVEN_REQUIRE_SHARED !== '1';

type Cells = Record<string, string>;

/** Rows of a file whose cells hold neither delimiter nor line end. */
function rowsOf(file: URL, delimiter: string): Cells[] {
  const [header = '', ...lines] = gunzipSync(readFileSync(file)).toString().trimEnd().split(/\r?\n/);
  const cells = (line: string) => line.split(delimiter).map((cell) => cell.replaceAll('"', ''));
  const names = cells(header);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, index) => [names[index], cell])));
}

function answered(talkSeconds: number): Call {
  return {
    callId: 'real',
    vendor: 'real',
    program: 'real',
    callType: null,
    direction: 'inbound',
    startedAt: 0,
    waitMs: null,
    talkMs: talkSeconds * 1000,
    holdMs: null,
    wrapMs: null,
    answered: true,
    disposition: null,
    outcome: 'other',
    agent: null,
    customerRef: null,
    revenue: null,
    currency: 'EUR',
    legOf: null,
    details: null,
  };
}

function billedSeconds(talkSeconds: readonly number[], initialSeconds: number, incrementSeconds: number): number {
  const rating = {
    billable: 'handled',
    basis: 'talk',
    initialSeconds,
    incrementSeconds,
    excludeShorterThanSeconds: 0,
    windows: [],
  } as const;
  const contract = { rating: { ...rating, windows: [] }, timezone: 'UTC' };
  return talkSeconds.reduce((sum, seconds) => sum + rate(answered(seconds), contract).billedSeconds, 0);
}

// The figures were counted independently of this product (shared/data/README.md).
describe('real calls', () => {
  it('of UCI Bank Marketing are billed as counted', () => {
    const talk = rowsOf(uci, ';').map((row) => Number(row.duration));
    expect(talk).toHaveLength(45_211);
    expect(billedSeconds(talk, 0, 1)).toBe(11_671_811);
    expect(billedSeconds(talk, 6, 6)).toBe(11_784_642);
    expect(billedSeconds(talk, 30, 6)).toBe(11_805_024);
    expect(billedSeconds(talk, 60, 60)).toBe(217_098 * 60);
  });

  const title = `of Technion's bank are billed as counted${absent ? ` (skipped: no ${technion.pathname})` : ''}`;
  it.skipIf(absent)(title, () => {
    const served = rowsOf(technion, '\t').filter((row) => row.outcome === 'AGENT');
    const talk = served.map((row) => Number(row.ser_time));
    expect(talk).toHaveLength(27_162);
    expect(billedSeconds(talk, 0, 1)).toBe(4_790_100);
    expect(billedSeconds(talk, 6, 6)).toBe(4_858_164);
    expect(billedSeconds(talk, 30, 6)).toBe(4_910_280);
    expect(billedSeconds(talk, 60, 60)).toBe(93_792 * 60);
  });
});
