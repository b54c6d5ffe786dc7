import { describe, expect, it } from 'vitest';
import { type ContractVersion, parseDeclaration } from '#contracts';
import { contractText } from './contract-words.ts';
import { english } from './report.fixture.ts';

/** A contract as its declaration file writes it. */
function declared(fields: object): ContractVersion {
  const contract = { vendor: 'norte', from: '2026-01-01', currency: 'EUR', timezone: 'Europe/Madrid', ...fields };
  const result = parseDeclaration({ contracts: [contract] });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return { ...result.declaration.contracts[0]!, id: 'c1' };
}

const read = (fields: object) => english(contractText(declared(fields)));

describe('a contract in words', () => {
  it('names price, clock, rounding and start', () => {
    const rating = { basis: 'connected', initialSeconds: 30, incrementSeconds: 6 };
    expect(read({ rating, charges: [{ kind: 'per_call', rate: '3.60' }] })).toBe(
      '3.60 EUR per handled call; talk and hold time, 30 s minimum, 6 s increments; since 1 Jan 2026.',
    );
  });

  it('joins several charges and names what is not billed', () => {
    const charges = [
      { kind: 'per_minute', rate: '0.605' },
      { kind: 'per_outcome', outcome: 'sale', rate: '45.00' },
      { kind: 'revenue_share', percent: '12.25' },
      { kind: 'fixed', amount: '12000.00' },
    ];
    const rating = { excludeShorterThanSeconds: 5 };
    expect(read({ charges, rating, to: '2026-07-01' })).toBe(
      '0.605 EUR per minute, 45.00 EUR per sale, 12.25% of net revenue and 12,000.00 EUR a month; talk time, calls under 5 s not billed; 1 Jan – 30 Jun 2026.',
    );
  });

  it('tells graduated tiers from volume tiers', () => {
    const tiers = [
      { upTo: 1000, rate: '3.60' },
      { upTo: 5000, rate: '3.20' },
      { upTo: null, rate: '2.90' },
    ];
    const charge = { kind: 'per_call', tiers };
    expect(read({ charges: [{ ...charge, mode: 'graduated' }], rating: { billable: 'contact' } })).toMatch(
      /^per contact, each band at its own rate: 3\.60 EUR up to 1,000, 3\.20 EUR up to 5,000 and 2\.90 EUR above;/,
    );
    expect(read({ charges: [{ ...charge, mode: 'volume' }] })).toMatch(
      /^per handled call, all at the rate that the month's total reaches: 3\.60 EUR up to 1,000,/,
    );
  });
});
