import { describe, expect, it } from 'vitest';
import { contract } from '#contracts';
import { micros, parseMicros } from '#money';
import type { Line, LineDetail } from '#pricing';
import { lineLabel } from './line-label.ts';
import { lineReason } from './line-reason.ts';
import { english } from './report.fixture.ts';

const windows = [{ class: 'night', from: '22:00', to: '06:00' }];

/** A line's label and reason under a rating. */
function said(charge: Line['charge'], detail: LineDetail, over: Partial<Line> & { rating?: object } = {}) {
  const { rating = {}, ...fields } = over;
  const charges = [{ kind: 'per_call', rate: '1' }];
  const declared = { vendor: 'norte', from: '2026-01-01', currency: 'EUR', timezone: 'Europe/Madrid', charges, rating };
  const line: Line = {
    ...{ id: 'c1/0/x', contractId: 'c1', charge, detail, quantity: '1', rate: '1', class: 'variable', weight: null },
    ...{ amount: parseMicros('1'), effective: parseMicros('1') },
    ...fields,
  };
  const reason = lineReason(line, contract.parse(declared));
  return [english(lineLabel(line)), reason && english(reason)];
}

describe('a line says where it comes from', () => {
  it('which calls', () => {
    expect(said('per_call', { rateClass: 'standard' })).toEqual(['Calls', 'Handled calls.']);
    const rating = {
      billable: 'contact',
      basis: 'connected',
      excludeShorterThanSeconds: 5,
      excludeRepeatsWithinHours: 24,
      windows,
    };
    expect(said('per_call', { rateClass: 'standard' }, { rating })).toEqual([
      'Calls',
      'Calls with the person wanted outside all rate windows, with at least 5 s of talk and hold time, without those of a customer within 24 h of one that could be billed.',
    ]);
    expect(said('per_call', { rateClass: 'night' }, { rating: { windows } })).toEqual([
      'Calls, rate class night',
      'Handled calls that began in night hours.',
    ]);
  });

  it('which clock', () => {
    const rating = { basis: 'handle', initialSeconds: 30, incrementSeconds: 6, excludeShorterThanSeconds: 5 };
    expect(said('per_minute', { rateClass: 'standard', billedSeconds: 12_036 }, { rating })).toEqual([
      'Minutes',
      '12,036 billed seconds: talk, hold and wrap time of handled calls, at least 30 s a call, in steps of 6 s, without calls under 5 s.',
    ]);
  });

  it('which band, and whether it decides alone', () => {
    const tier = { from: 1000, to: 5000 } as const;
    expect(said('per_call', { tier: { mode: 'graduated', ...tier } })).toEqual([
      'Calls, 1,001 to 5,000',
      "Handled calls. The part of the month's total that falls into this band.",
    ]);
    expect(said('per_minute', { tier: { mode: 'volume', ...tier }, billedSeconds: 120_000 })[1]).toBe(
      "120,000 billed seconds: talk time of handled calls. All are at the rate of the band that the month's total reaches.",
    );
  });

  it('which input', () => {
    expect(said('per_hour', { hours: 'logged' })).toEqual([
      'Logged hours',
      'Hours logged by agents, from the hours imported for the month.',
    ]);
    expect(said('per_hour', { hours: 'productive' })).toEqual([
      'Productive hours',
      "Handle time of the month's calls.",
    ]);
    expect(said('per_fte', { days: { inForce: 12, ofMonth: 31 } })).toEqual([
      'Full-time equivalents, 12 of 31 days',
      "The mean over the days that the imported hours name, of full-time equivalents. The contract was in force on 12 of the month's 31 days.",
    ]);
    expect(said('per_outcome', { outcome: 'sale' })).toEqual([
      'Sales',
      'Calls that ended in a sale, whether or not the call itself is billed.',
    ]);
  });

  it('what was committed, and what was reached', () => {
    const limit = { amount: parseMicros('50000'), reached: parseMicros('41234.56') };
    expect(said('minimum', { limit, days: { inForce: 31, ofMonth: 31 } })).toEqual([
      'True-up to the minimum',
      'Charges by the unit came to 41,234.56 EUR; 50,000.00 EUR were committed to.',
    ]);
    expect(said('cap', { limit })).toEqual([
      'Above the cap',
      'Charges by the unit came to 41,234.56 EUR; no more than 50,000.00 EUR are paid.',
    ]);
  });

  it('which bound was passed', () => {
    expect(said('dead_band', { band: { calls: 23_000, bound: '22000', side: 'above' } })).toEqual([
      'Calls above the band',
      '23,000 calls were billed; the band ends at 22,000.',
    ]);
    expect(said('dead_band', { band: { calls: 8000, bound: '8709.677419', side: 'below' } })).toEqual([
      'Calls short of the band',
      '8,000 calls were billed; the band begins at 8,709.677419.',
    ]);
    expect(said('aht_collar', { collar: { aht: '402.125', bound: 390, side: 'above', calls: 1234 } })).toEqual([
      'AHT above the collar',
      'AHT was 402.125 s; the collar ends at 390 s. The seconds between them, for each of 1,234 billed calls.',
    ]);
  });

  it('which step the KPI fell in, and what limited it', () => {
    const kpi = { kpi: 'service_level', value: '0.862345', step: '3' } as const;
    expect(said('bonus_malus', { kpi }, { rate: '3' })).toEqual([
      'Bonus on service level',
      'Service level was 86.2345%; its step gives +3%. Taken of what the charges by the unit come to.',
    ]);
    expect(said('bonus_malus', { kpi: { kpi: 'aht', value: '402.5', step: '-15' } }, { rate: '-10' })).toEqual([
      'Malus on AHT',
      'AHT in seconds was 402.5; its step gives -15%, and no less than -10% holds. Taken of what the charges by the unit come to.',
    ]);
    expect(said('bonus_malus', { kpi: { ...kpi, step: '7.5' } }, { rate: '5' })[1]).toMatch(
      /its step gives \+7\.5%, and no more than \+5% is paid\./,
    );
  });

  it('which month of a one-off amount', () => {
    expect(said('one_off', {})).toEqual(['One-off amount', 'Falls due in this month.']);
    expect(said('one_off', { amortised: { month: 1, of: 12 } })).toEqual([
      'One-off amount, month 1 of 12',
      'Billed whole in this month, the month of its date; the effective view spreads it over 12 months, of which this is the 1st.',
    ]);
    expect(said('one_off', { amortised: { month: 3, of: 12 } }, { amount: micros(0) })[1]).toBe(
      'Billed in the month of its date; the effective view spreads it over 12 months, of which this is the 3rd.',
    );
  });

  it('what a surcharge is on', () => {
    expect(said('surcharge', { rateClass: 'night', on: ['per_call', 'per_minute'] })).toEqual([
      'Surcharge, rate class night',
      'A percentage of what night calls come to at the price per call and the price per minute.',
    ]);
    expect(said('surcharge', { rateClass: 'night', on: [] })[1]).toBe('Billed calls that began in night hours.');
  });

  it('how an index has moved its rate', () => {
    expect(said('fixed', { days: { inForce: 31, ofMonth: 31 }, indexed: { factor: '1.04' } })).toEqual([
      'Monthly amount',
      'Agreed by the month, whatever the calls. An index has moved the agreed rate by a factor of 1.04.',
    ]);
  });
});
