import { describe, expect, it } from 'vitest';
import { contractText, declared } from './declaration.test-data.ts';
import { parseDeclaration } from './declaration.ts';

function read(input: unknown) {
  const result = parseDeclaration(input);
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 1));
  return result.declaration;
}

/** `path: message` of every fault. */
function faults(input: unknown): string[] {
  const result = parseDeclaration(input);
  return result.ok ? [] : result.issues.map(({ path, message }) => `${path}: ${message}`);
}
const inContract = (over: object) => faults(declared({ contract: over }));
const withCharge = (charge: object) => inContract({ charges: [charge] });
const withCost = (over: object) => inContract({ vendorCost: { agentHourly: '14', occupancy: '0.8', ...over } });

describe('a declaration', () => {
  it('is read whole: numbers as decimal texts, dates from either form', () => {
    const { programs, contracts, vendors } = read(declared());
    expect(vendors[0]?.status).toBe('live');
    expect(programs[0]).toMatchObject({ grossMargin: '0.5', otherCostPerCall: '0.4', goLive: '2026-03-07' });
    expect(contracts[0]).toMatchObject({ from: '2026-01-01', to: null, exchange: 'month_average' });
    expect(contracts[0]?.vendorCost).toMatchObject({ load: '1.35', targetMargin: '0.1' });
  });

  it('fills in what may be left out', () => {
    const { programs, contracts } = read({
      programs: [{ code: 'p', name: 'P', direction: 'outbound', timezone: 'UTC', currency: 'EUR' }],
      contracts: [
        { vendor: 'v', from: '2026-01-01', currency: 'EUR', timezone: 'UTC', charges: [{ kind: 'fixed', amount: 5 }] },
      ],
    });
    expect(programs[0]).toMatchObject({
      grossMargin: '1',
      otherCostPerCall: '0',
      requiredMargin: { perCall: '0' },
      shortAbandonSeconds: 0,
      repeatWindowDays: 7,
    });
    expect(contracts[0]?.rating).toEqual({
      billable: 'handled',
      basis: 'talk',
      initialSeconds: 0,
      incrementSeconds: 1,
      excludeShorterThanSeconds: 0,
      windows: [],
    });
    expect(contracts[0]?.charges).toEqual([{ kind: 'fixed', amount: '5' }]);
    expect(read(null).vendors).toEqual([]);
  });

  it('reports every fault with its path, not only the first', () => {
    const found = faults(
      declared({
        vendor: { colour: 'red', timezone: 'Europe/Madird' },
        program: { currency: 'EURO' },
        contract: { charges: [{ kind: 'per_call', rate: '-1' }] },
      }),
    );
    expect(found).toEqual([
      'vendors[0].timezone: "Europe/Madird" is not an IANA time zone',
      'vendors[0].colour: unknown key',
      'programs[0].currency: "EURO" is not an ISO 4217 currency code',
      'contracts[0].charges[0].rate: an amount or rate cannot be negative',
    ]);
  });

  it('refuses a code that is declared twice', () => {
    const vendor = declared().vendors[0];
    expect(faults(declared({ root: { vendors: [vendor, vendor] } }))).toEqual([
      'vendors[1].code: "norte" is declared twice',
    ]);
  });

  it('refuses versions of the same vendor and program that share a day, and allows them to meet', () => {
    const pair = (first: object, second: object) =>
      faults(declared({ root: { contracts: [contractText(first), contractText(second)] } }));
    expect(pair({ to: '2026-02-02' }, { from: '2026-02-01' })).toEqual([
      'contracts[1].from: overlaps contracts[0] of the same vendor and program; versions are half-open [from, to)',
    ]);
    expect(pair({ to: '2026-02-01' }, { from: '2026-02-01' })).toEqual([]);
    expect(pair({}, { program: undefined })).toEqual([]);
  });
});

describe('the dates of a contract', () => {
  it.each([
    [{ from: '2026-02-31' }, 'contracts[0].from: "2026-02-31" is not a calendar date (YYYY-MM-DD)'],
    [{ to: '2026-01-01' }, 'contracts[0].to: a contract must end after it starts'],
    [{ charges: [] }, expect.stringMatching(/^contracts\[0\]\.charges: /)],
  ])('%j', (over, fault) => {
    expect(inContract(over)).toEqual([fault]);
  });
});

describe('charges', () => {
  it.each([
    { kind: 'per_call', rate: '3.60' },
    {
      kind: 'per_call',
      mode: 'graduated',
      tiers: [
        { upTo: 1000, rate: '3.60' },
        { upTo: null, rate: 3 },
      ],
    },
    { kind: 'per_minute', mode: 'volume', tiers: [{ upTo: null, rate: '0.60' }] },
    { kind: 'per_outcome', outcome: 'resolved', rate: '4' },
    { kind: 'revenue_share', percent: 12.5 },
    { kind: 'fixed', amount: '5000.00' },
  ])('%j is one', (charge) => {
    expect(withCharge(charge)).toEqual([]);
  });

  const at = 'contracts[0].charges[0]';
  it.each([
    [{ kind: 'per_call' }, `${at}: give either a rate or tiers`],
    [{ kind: 'per_call', rate: '1', mode: 'volume' }, `${at}.tiers: a mode needs tiers`],
    [{ kind: 'per_call', tiers: [{ upTo: null, rate: '1' }] }, `${at}.mode: tiers need a mode: graduated or volume`],
    [{ kind: 'per_call', rate: '0.0000001' }, `${at}.rate: at most six decimals`],
    [{ kind: 'per_call', rate: 'free' }, `${at}.rate: "free" is not a decimal number`],
    [{ kind: 'revenue_share', percent: '101' }, `${at}.percent: 101 is outside 0 to 100 percent`],
    [{ kind: 'fixed', amount: '5', on: '2026-01-01' }, `${at}.on: unknown key`],
  ])('%j is refused', (charge, fault) => {
    expect(withCharge(charge)).toEqual([fault]);
  });

  const night = { windows: [{ class: 'night', from: '22:00', to: '06:00' }] };
  it.each([
    { kind: 'per_hour', basis: 'logged', rate: '28.80' },
    { kind: 'per_fte', rate: '3100.00' },
    { kind: 'one_off', amount: '20000.00', on: '2026-01-15', amortiseMonths: 12 },
    { kind: 'one_off', amount: '20000.00', on: '2025-01-15', amortiseMonths: 24 },
    { kind: 'minimum', amount: '50000.00' },
    { kind: 'cap', amount: '90000.00' },
    { kind: 'dead_band', calls: 20_000, band: '0.10', arc: '2.40', rrc: '1.80' },
    { kind: 'aht_collar', low: 330, high: 390, perSecond: '0.008' },
    { kind: 'surcharge', rateClass: 'night', percent: '25' },
    { kind: 'surcharge', rateClass: 'night', amount: '0.50', on: ['per_outcome'] },
    { kind: 'indexation', index: 'it_labour', weight: '0.7', cap: '0.04' },
  ])('%j is one too', (own) => {
    expect(inContract({ rating: night, charges: [{ kind: 'per_call', rate: '1' }, own] })).toEqual([]);
  });

  const kpi = (over: object) => ({
    kind: 'bonus_malus',
    kpi: 'service_level',
    steps: [{ from: '0', percent: '1' }],
    ...over,
  });
  it.each([
    ['an hour that is neither logged nor productive', { kind: 'per_hour', basis: 'paid', rate: '1' }, 'basis'],
    [
      'a KPI that nobody has heard of',
      kpi({ kpi: 'smiles' }),
      'kpi: "smiles" is no KPI: it is one of service_level, aht, ',
    ],
    [
      'a first step above 0',
      kpi({ steps: [{ from: '0.5', percent: '1' }] }),
      'steps[0].from: the first step starts at 0',
    ],
    [
      'steps that go back',
      kpi({
        steps: [
          { from: '0', percent: '1' },
          { from: '0.8', percent: '2' },
          { from: '0.7', percent: '3' },
        ],
      }),
      'steps[2].from: a step must start after the one before it (0.8)',
    ],
    [
      'a share that is written as a percent',
      kpi({
        steps: [
          { from: '0', percent: '1' },
          { from: '85', percent: '2' },
        ],
      }),
      'steps[1].from: service_level is a share from 0 to 1: write 0.85 for 85%',
    ],
    ['a cap under the floor', kpi({ cap: '-3', floor: '-2' }), 'cap: the cap is below the floor (-2)'],
    ['a collar inside out', { kind: 'aht_collar', low: 390, high: 330, perSecond: '1' }, 'high: the collar ends below'],
    [
      'a negative credit',
      { kind: 'dead_band', calls: 1, band: '0', arc: '1', rrc: '-1' },
      'rrc: an amount or rate cannot be',
    ],
    [
      'a surcharge on itself',
      { kind: 'surcharge', rateClass: 'night', percent: '5', on: ['per_call', 'surcharge'] },
      'on[1]: a surcharge on surcharges is circular: name the charges that it is on',
    ],
    [
      'a surcharge on an amount of the month',
      { kind: 'surcharge', rateClass: 'night', percent: '5', on: ['minimum'] },
      'on[0]: a surcharge is on per_call, per_minute, per_outcome, not on "minimum"',
    ],
    [
      'a surcharge for a class that no call has',
      { kind: 'surcharge', rateClass: 'sunday', percent: '5' },
      'rateClass: no window of rating.windows gives the class "sunday"; there is standard, night',
    ],
    ['a surcharge of nothing', { kind: 'surcharge', rateClass: 'night' }, ': give either a percent or an amount'],
    ['an index that counts double', { kind: 'indexation', index: 'a', weight: '1.5' }, 'weight: 1.5 is outside 0 to 1'],
    ['a one-off that is over', { kind: 'one_off', amount: '1', on: '2025-12-31' }, 'on: a one-off amount before the'],
    ['an index on what has no rate', { kind: 'indexation', index: 'a', weight: '1', on: ['revenue_share'] }, 'on[0]: '],
  ])('%s is refused', (_, own, fault) => {
    const found = inContract({ rating: night, charges: [own] });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${at}${fault.startsWith(':') ? '' : '.'}${fault}`);
  });

  it('agree with each other: one minimum, a cap above it, and no one-off after the end', () => {
    const minimum = { kind: 'minimum', amount: '100' };
    expect(inContract({ charges: [minimum, { kind: 'cap', amount: '99.99' }] })).toEqual([
      'contracts[0].charges[1].amount: the cap is under the minimum of 100: raise the cap or lower the minimum',
    ]);
    expect(inContract({ charges: [minimum, { kind: 'cap', amount: '100' }] })).toEqual([]);
    expect(inContract({ charges: [minimum, minimum] })).toEqual([
      'contracts[0].charges[1].kind: a contract has one minimum',
    ]);
    const late = { kind: 'one_off', amount: '1', on: '2026-02-01' };
    expect(inContract({ to: '2026-02-01', charges: [late] })).toEqual([
      'contracts[0].charges[0].on: a one-off amount on or after the end of the contract is never billed',
    ]);
  });

  it('keep the decimal text that was written, but for a plus sign', () => {
    const { contracts } = read(declared({ contract: { charges: [{ kind: 'per_call', rate: ' +3.60 ' }] } }));
    expect(contracts[0]?.charges).toEqual([{ kind: 'per_call', rate: '3.60' }]);
  });

  it('of a kind that nobody has heard of are refused', () => {
    expect(withCharge({ kind: 'per_smile', rate: '1' })).toHaveLength(1);
    expect(withCharge({ rate: '1' })).toHaveLength(1);
  });

  it.each([
    [[{ upTo: 1000, rate: '3' }], `${at}.tiers[0].upTo: the last tier is open: upTo null`],
    [
      [
        { upTo: null, rate: '3' },
        { upTo: null, rate: '2' },
      ],
      `${at}.tiers[0].upTo: only the last tier is open`,
    ],
    [
      [
        { upTo: 1000, rate: '3' },
        { upTo: 1000, rate: '2' },
        { upTo: null, rate: '1' },
      ],
      `${at}.tiers[1].upTo: a tier must end after the one before it (1000)`,
    ],
  ])('with tiers %j are refused', (tiers, fault) => {
    expect(withCharge({ kind: 'per_call', mode: 'graduated', tiers })).toEqual([fault]);
  });
});

describe('what is assumed of the vendor', () => {
  const at = 'contracts[0].vendorCost';
  it('may be one figure, which is then its own range', () => {
    const { contracts } = read(declared({ contract: { vendorCost: { agentHourly: 14, occupancy: 0.8 } } }));
    expect(contracts[0]?.vendorCost).toEqual({
      agentHourly: { value: '14', low: '14', high: '14' },
      load: '1',
      occupancy: '0.8',
      shrinkage: '0',
      overheadPerCall: '0',
      targetMargin: '0',
    });
  });

  it.each([
    [{ agentHourly: { value: '14', low: '15', high: '16' } }, `${at}.agentHourly: low <= value <= high`],
    [{ agentHourly: { value: '14', low: '13' } }, expect.stringMatching(/vendorCost\.agentHourly\.high: /)],
    [
      { agentHourly: { value: '14', low: '13', high: 'dear' } },
      `${at}.agentHourly.high: "dear" is not a decimal number`,
    ],
    [{ agentHourly: 'dear' }, `${at}.agentHourly: "dear" is not a decimal number`],
    [{ occupancy: '0' }, `${at}.occupancy: 0 is outside 0.01 to 1`],
    [{ shrinkage: '1' }, `${at}.shrinkage: 1 is outside 0 to 0.99`],
  ])('%j is refused', (over, fault) => {
    expect(withCost(over)).toEqual([fault]);
  });
});

describe('the required margin', () => {
  const at = 'programs[0].requiredMargin';
  it.each([
    [{ share: '1.5' }, [`${at}.share: 1.5 is outside 0 to 1`]],
    [{ perCall: '-1' }, [`${at}.perCall: an amount or rate cannot be negative`]],
    [{ perCall: '1', share: '0.1' }, [`${at}.share: unknown key`]],
  ])('%j is refused', (requiredMargin, found) => {
    expect(faults(declared({ program: { requiredMargin } }))).toEqual(found);
  });
});

describe('rate windows', () => {
  const window = (over: object) => inContract({ rating: { windows: [{ class: 'night', ...over }] } });
  it.each([
    { days: ['mon', 'fri'], from: '22:00', to: '06:00' },
    { from: '08:00', to: '20:00' },
    { dates: ['2026-12-25'] },
  ])('%j is one', (over) => {
    expect(window(over)).toEqual([]);
  });

  it.each([
    [{}, 'a window needs days, dates or a time range'],
    [{ days: ['mon'], from: '22:00' }, 'a time range needs both from and to'],
    [{ from: '08:00', to: '08:00' }, 'a time range cannot be empty'],
    [{ days: ['mon'], dates: ['2026-12-25'] }, 'a window has either days or dates'],
  ])('%j is refused', (over, message) => {
    expect(window(over)).toEqual([`contracts[0].rating.windows[0]: ${message}`]);
  });

  it('has times of day from 00:00 to 23:59', () => {
    expect(window({ from: '24:00', to: '06:00' })).toEqual([
      'contracts[0].rating.windows[0].from: a time of day is HH:MM, 00:00 to 23:59',
    ]);
  });
});
