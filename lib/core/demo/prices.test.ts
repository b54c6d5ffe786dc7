import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Call } from '#calls';
import { parseDeclaration, type VendorCost } from '#contracts';
import { zoneOf } from '#economics';
import { rate } from '#rating';
import { parseBank } from './bank.ts';
import { demonstrationRows } from './demonstration.ts';
import type { LogRow } from './log-row.ts';
import { demonstrationSeed, stories } from './stories.ts';

/*
 * A rough account of both books, apart from the product's: whole period, handled calls, one mean exchange rate. It pins
 * the stories to the declared prices before any database is there; the product's own verdicts are tested elsewhere.
 */
const read = (path: string) => readFileSync(new URL(`../../../samples/${path}`, import.meta.url));
const bank = parseBank(gunzipSync(read('uci-bank-marketing/bank-full.csv.gz')).toString('latin1'));
const parsed = parseDeclaration(parse(read('demo/declaration.yaml').toString()));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
const { declaration } = parsed;
/** Units for one euro, about the mean of June 2025 to March 2026. */
const perEuro: Record<string, number> = { EUR: 1, USD: 1.168, GBP: 0.87, PLN: 4.24 };
const months = 10;

function callOf(row: LogRow): Call {
  return {
    callId: row.call_id,
    vendor: row.vendor,
    program: row.program,
    callType: row.call_type,
    direction: row.direction,
    startedAt: Date.parse(row.started_at),
    waitMs: row.wait_s! * 1000,
    talkMs: row.talk_s * 1000,
    holdMs: row.hold_s! * 1000,
    wrapMs: row.wrap_s! * 1000,
    answered: true,
    disposition: row.disposition,
    outcome: row.revenue ? 'sale' : 'other',
    agent: row.agent,
    customerRef: row.customer_ref,
    revenue: null,
    currency: row.currency,
    legOf: null,
    details: null,
  };
}

function books(vendor: string, rounding?: { initialSeconds: number; incrementSeconds: number }) {
  const story = stories.find((one) => one.vendor === vendor)!;
  const terms = declaration.contracts.find((one) => one.vendor === vendor)!;
  const program = declaration.programs.find((one) => one.code === story.program)!;
  const cost = terms.vendorCost!;
  const contract = { ...terms, rating: { ...terms.rating, ...rounding } };
  const handled = [...demonstrationRows(bank, story, demonstrationSeed)].filter((row) => row.answered);
  const per = (of: (row: LogRow) => number, currency: string) =>
    handled.reduce((sum, row) => sum + of(row), 0) / handled.length / perEuro[currency]!;
  const handle = (row: LogRow) => row.talk_s + row.hold_s! + row.wrap_s!;
  const billed = (row: LogRow) => rate(callOf(row), contract).billedSeconds;
  const fee = (row: LogRow) =>
    terms.charges.reduce((sum, charge) => {
      if (charge.kind === 'per_call') return sum + Number(charge.rate);
      if (charge.kind === 'per_minute') return sum + (Number(charge.rate) / 60) * billed(row);
      if (charge.kind === 'per_outcome') return sum + (row.revenue ? Number(charge.rate) : 0);
      if (charge.kind === 'revenue_share') return sum + (Number(charge.percent) / 100) * Number(row.revenue ?? 0);
      if (charge.kind === 'fixed') return sum + (Number(charge.amount) * months) / handled.length;
      throw new Error(`the demonstration has no ${charge.kind}`);
    }, 0);
  const wage = (end: keyof VendorCost['agentHourly']) => {
    const { agentHourly, load, occupancy, shrinkage, overheadPerCall } = cost;
    const second = (Number(agentHourly[end]) * Number(load)) / 3600 / (Number(occupancy) * (1 - Number(shrinkage)));
    return per((row) => second * handle(row) + Number(overheadPerCall), terms.currency);
  };
  const price = per(fee, terms.currency);
  const contribution = per((row) => Number(row.revenue ?? 0), program.currency) * Number(program.grossMargin);
  const other = Number(program.otherCostPerCall) / perEuro[program.currency]!;
  const required =
    'share' in program.requiredMargin
      ? contribution * Number(program.requiredMargin.share)
      : Number(program.requiredMargin.perCall) / perEuro[program.currency]!;
  const floor = wage('value') / (1 - Number(cost.targetMargin));
  return {
    zone: zoneOf(price, floor, contribution - other - required),
    client: (contribution - price - other) / price,
    vendor: { low: (price - wage('low')) / price, high: (price - wage('high')) / price },
  };
}

describe('the prices of the demonstration, margins as shares of the fee', () => {
  it('Talabay: underpriced, loses even at the low wage, and the client earns', () => {
    const { zone, client, vendor } = books('talabay');
    expect(zone).toBe('underpriced');
    expect(vendor.low).toBeLessThan(-0.1);
    expect(client).toBeGreaterThan(0.5);
  });

  it.each(['borgolinea', 'drinvoce'])('%s: sound, both earn, even at the high wage', (code) => {
    const { zone, client, vendor } = books(code);
    expect(zone).toBe('sound');
    expect(vendor.high).toBeGreaterThan(0.1);
    expect(client).toBeGreaterThan(0.25);
  });

  it('Tonolinia: overpriced by its rounding alone; by the second the same rate is sound', () => {
    const { zone, client, vendor } = books('tonolinia');
    expect(zone).toBe('overpriced');
    expect(client).toBeLessThan(-0.2);
    expect(vendor.high).toBeGreaterThan(0.3);
    const bySecond = books('tonolinia', { initialSeconds: 0, incrementSeconds: 1 });
    expect(bySecond.zone).toBe('sound');
    expect(bySecond.client).toBeGreaterThan(0);
  });

  it('Harrowmere: broken, and both lose', () => {
    const { zone, client, vendor } = books('harrowmere');
    expect(zone).toBe('broken');
    expect(client).toBeLessThan(-0.5);
    expect(vendor.low).toBeLessThan(-0.1);
  });

  it('Oltelia: close enough to its costs that the wage decides', () => {
    const { vendor } = books('oltelia');
    expect(vendor.low).toBeGreaterThan(0);
    expect(vendor.high).toBeLessThan(0);
  });
});
