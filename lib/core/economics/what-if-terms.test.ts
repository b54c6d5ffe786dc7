import { describe, expect, it } from 'vitest';
import { contract as schema } from '#contracts';
import type { Day } from '#time';
import { handled, version, workedVendorCost } from './books.test-data.ts';
import { changedTerms, namedProgram, readTerms, termsInForce } from './what-if-terms.ts';

const inForce = schema.parse({
  vendor: 'norte',
  program: 'orders',
  from: '2026-01-01',
  currency: 'EUR',
  timezone: 'Europe/Rome',
  charges: [{ kind: 'per_call', rate: '3.60' }],
  vendorCost: workedVendorCost,
});
const read = (terms: unknown) => readTerms(terms, { vendor: 'norte', inForce });

describe('proposed terms', () => {
  it('stay as they are where nothing is said', () => {
    expect(read(null)).toEqual({ ok: true, contract: inForce });
    const charges = [{ kind: 'per_call' as const, rate: '3.80' }];
    expect(read({ charges })).toEqual({ ok: true, contract: { ...inForce, charges } });
  });

  it('may be the one contract of a declaration, of whatever vendor', () => {
    const own = { ...inForce, vendor: 'sur', from: '2027-01-01' };
    expect(read({ contracts: [own] })).toEqual({ ok: true, contract: { ...own, vendor: 'norte' } });
    expect(namedProgram({ contracts: [own] })).toBe('orders');
    expect(read({ contracts: [own, own] })).toMatchObject({ ok: false });
  });

  it('are refused with the path', () => {
    expect(read({ charges: [{ kind: 'per_call', rate: 'x' }] })).toMatchObject({
      ok: false,
      issues: [{ path: 'charges[0].rate' }],
    });
    for (const wrong of ['text', [1], 3]) expect(read(wrong)).toMatchObject({ ok: false, issues: [{ path: '' }] });
    expect(readTerms({ charges: [] }, { vendor: 'norte', inForce: null })).toMatchObject({ ok: false });
  });

  it('are told by what differs, and are whole again', () => {
    const proposed = { ...inForce, charges: [{ kind: 'fixed' as const, amount: '5' }] };
    expect(changedTerms(inForce, inForce)).toEqual({});
    expect(changedTerms(proposed, inForce)).toEqual({ charges: proposed.charges });
    expect(read(JSON.parse(JSON.stringify(changedTerms(proposed, inForce))))).toEqual({ ok: true, contract: proposed });
  });
});

describe('the terms in force', () => {
  const versions = [
    version({ id: 'c1', to: '2026-03-16' }),
    version({ id: 'c2', from: '2026-03-16', charges: [{ kind: 'per_call', rate: '4' }] }),
  ];
  const day = (text: string) => text as Day;

  it('are those of most calls of the last day', () => {
    const rows = [handled(900), handled(10, { contractId: 'c2', day: day('2026-03-20') })];
    expect(termsInForce({ rows, versions }, { vendor: 'norte' })?.charges).toEqual([{ kind: 'per_call', rate: '4' }]);
    expect(termsInForce({ rows: rows.slice(0, 1), versions }, { vendor: 'norte' })?.to).toBe('2026-03-16');
  });

  it('are the last ones without any calls, and none without a contract', () => {
    expect(termsInForce({ rows: [], versions }, { vendor: 'norte' })?.from).toBe('2026-03-16');
    expect(termsInForce({ rows: [], versions }, { vendor: 'sur' })).toBeNull();
  });
});
