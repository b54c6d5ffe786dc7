import { describe, expect, it } from 'vitest';
import { parseDeclaration } from '#contracts';
import { contractParts } from './contract-parts.ts';
import { english } from './report.fixture.ts';

function read(fields: object): Record<string, string[]> {
  const contract = { vendor: 'norte', from: '2026-03-01', currency: 'EUR', timezone: 'Europe/Madrid', ...fields };
  const result = parseDeclaration({ contracts: [contract] });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const parts = contractParts({ ...result.declaration.contracts[0]!, id: 'c1' });
  return Object.fromEntries(parts.map(({ label, sentences }) => [english(label), sentences.map(english)]));
}

const calls = { kind: 'per_call', rate: '3.60' };

describe('a contract in parts', () => {
  it('leaves out what is not agreed', () => {
    expect(read({ charges: [calls] })).toEqual({
      Price: ['3.60 EUR per handled call'],
      'Which calls and seconds are billed': [
        'Handled calls are billed.',
        'The time of a call is its talk time.',
        'Seconds are billed as they are.',
      ],
      'In force': [
        'since 1 Mar 2026, by the calendar of Europe/Madrid',
        'For all programs that have no contract of their own',
        'In EUR; other currencies are converted at the average rate of the month',
      ],
    });
  });

  it('says each charge, each window, each assumption', () => {
    const rating = {
      billable: 'contact',
      basis: 'connected',
      initialSeconds: 30,
      incrementSeconds: 6,
      excludeShorterThanSeconds: 5,
      excludeRepeatsWithinHours: 1,
      windows: [
        { class: 'holiday', dates: ['2026-12-25', '2026-12-26'] },
        { class: 'night', from: '22:00', to: '06:00' },
        { class: 'weekend', days: ['sat', 'sun'], from: '08:00', to: '20:00' },
      ],
    };
    const vendorCost = {
      agentHourly: { value: '14.00', low: '12.50', high: '16.00' },
      load: '1.35',
      occupancy: '0.80',
      shrinkage: '0.305',
      targetMargin: '0.1',
    };
    const parts = read({
      program: 'orders',
      to: '2027-03-01',
      exchange: 'call_day',
      charges: [calls, { kind: 'surcharge', rateClass: 'night', percent: '25' }],
      rating,
      vendorCost,
      plan: { ahtSeconds: 300, callsPerMonth: 20000, conversion: 0.08 },
    });
    expect(parts).toEqual({
      Price: ['3.60 EUR per contact', '25% on top for night calls'],
      'Which calls and seconds are billed': [
        'Contacts, that is, calls with the person wanted, are billed.',
        'The time of a call is its talk and hold time.',
        'A call counts as 30 s at least. Time is billed in steps of 6 s.',
        'Calls with less than 5 s of talk and hold time are not billed.',
        'A call of the same customer within 1 hour of one that could be billed is not billed.',
      ],
      'Rate classes': [
        'holiday: 25 Dec 2026 and 26 Dec 2026',
        'night: 22:00 to 06:00',
        'weekend: Saturday and Sunday, 08:00 to 20:00',
        'All other hours are standard; the clock is that of Europe/Madrid, and the first class that fits holds.',
      ],
      'In force': [
        '1 Mar 2026 – 28 Feb 2027, by the calendar of Europe/Madrid',
        'For the program orders',
        "In EUR; other currencies are converted at the rate of the call's day",
      ],
      "What we assume the vendor's cost to be": [
        '14.00 EUR an hour for an agent, between 12.50 EUR and 16.00 EUR',
        'Each 1 of wage costs the vendor 1.35 with social cost and benefits',
        '80% of the time at the desk is spent on calls',
        '30.5% of the time paid is spent away from the desk',
        '0.00 EUR of overhead a call',
        "10% of the price is to be the vendor's margin",
      ],
      'What was planned': ['AHT of 300 s', '20,000 calls a month', '8% of calls end in a sale'],
    });
  });
});
