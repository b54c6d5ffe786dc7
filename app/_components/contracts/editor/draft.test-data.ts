import { type ContractVersion, parseContract } from '#contracts';
import type { EditorView } from '#views';
import { type Draft, startOf } from './draft.ts';

/** A contract with every kind of charge. */
const terms = {
  vendor: 'norte',
  program: 'orders',
  from: '2026-01-01',
  to: '2027-01-01',
  currency: 'EUR',
  timezone: 'Europe/Madrid',
  exchange: 'call_day',
  rating: {
    billable: 'offered',
    basis: 'connected',
    initialSeconds: 30,
    incrementSeconds: 6,
    excludeShorterThanSeconds: 5,
    excludeRepeatsWithinHours: 24,
    windows: [
      { class: 'night', days: ['mon', 'fri'], from: '22:00', to: '06:00' },
      { class: 'holiday', dates: ['2026-12-25', '2026-12-26'] },
    ],
  },
  charges: [
    {
      kind: 'per_call',
      mode: 'graduated',
      tiers: [
        { upTo: 1000, rate: '3.60' },
        { upTo: null, rate: '3.20' },
      ],
    },
    { kind: 'per_minute', rate: '0.60' },
    { kind: 'per_hour', basis: 'productive', rate: '28.80' },
    { kind: 'per_fte', rate: '3100.00' },
    { kind: 'per_outcome', outcome: 'sale', rate: '45.00' },
    { kind: 'revenue_share', percent: '12.5' },
    { kind: 'fixed', amount: '5000.00' },
    { kind: 'one_off', amount: '20000.00', on: '2026-01-15', amortiseMonths: 12 },
    { kind: 'minimum', amount: '50000.00' },
    { kind: 'cap', amount: '90000.00' },
    { kind: 'dead_band', calls: 20000, band: '0.10', arc: '2.40', rrc: '1.80' },
    {
      kind: 'bonus_malus',
      kpi: 'service_level',
      steps: [
        { from: '0', percent: '-5' },
        { from: '0.85', percent: '3' },
      ],
      cap: '5',
      floor: '-10',
    },
    { kind: 'aht_collar', low: 330, high: 390, perSecond: '0.008' },
    { kind: 'surcharge', rateClass: 'night', percent: '25', on: ['per_call', 'per_minute'] },
    { kind: 'surcharge', rateClass: 'holiday', amount: '0.50', on: ['per_call', 'per_minute'] },
    { kind: 'indexation', index: 'it_labour', weight: '0.7', cap: '0.04', on: ['per_call', 'fixed'] },
  ],
  vendorCost: { agentHourly: { value: '14', low: '12.5', high: '16' }, occupancy: '0.8' },
  plan: { ahtSeconds: 300, conversion: 0.08 },
};

/** It, or a contract with other terms than these, as it is stored. */
export function storedVersion(over: object = {}): ContractVersion {
  const read = parseContract({ ...terms, ...over });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return { id: '7', ...read.contract };
}

/** What the editor of a stored contract, or of a new one, starts from. */
export function editorView(version: ContractVersion | null, from?: string): EditorView {
  return {
    version,
    start: { vendor: 'norte', program: 'orders', currency: 'EUR', timezone: 'Europe/Madrid' },
    from: (from ?? version?.from ?? '2026-05-01') as EditorView['from'],
    vendors: [{ id: 'norte', label: 'Norte Contact', timezone: 'Europe/Madrid' }],
    programs: [{ id: 'orders', label: 'Order line' }],
    lastDay: null,
  };
}

/** The draft of a contract with these terms. */
export function draftWith(over: object = {}, from?: string): Draft {
  return startOf(editorView(storedVersion(over), from));
}
