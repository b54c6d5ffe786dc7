import { describe, expect, it } from 'vitest';
import { translator } from './translator.ts';

const messages = {
  overview: {
    failing: '{n, plural, one {# model fails} other {# models fail}}; {vendor} costs {cost} since {since}.',
    outer: 'Because {inner}',
    plain: "The vendor's price, not yours.",
  },
};
const faults: string[] = [];
const say = translator(messages, 'en', (fault) => faults.push(fault.message));

describe('a translator', () => {
  it('writes cells first and lets plurals follow numbers', () => {
    const values = {
      n: 1200,
      vendor: 'Norte <b>',
      cost: { kind: 'amount', amount: '41200.40', currency: 'EUR' },
      since: { kind: 'day', day: '2026-07-01' },
    } as const;
    expect(say({ key: 'overview.failing', values })).toBe(
      '1,200 models fail; Norte <b> costs 41,200 EUR since 1 Jul 2026.',
    );
    expect(say({ key: 'overview.failing', values: { ...values, n: 1 } })).toMatch(/^1 model fails;/);
  });

  it('says a message inside a message', () => {
    const inner = { kind: 'say', text: { key: 'overview.plain' } } as const;
    expect(say({ key: 'overview.outer', values: { inner } })).toBe("Because The vendor's price, not yours.");
  });

  it('shows the key of a message that is missing or lacks a value, and reports it', () => {
    expect(say({ key: 'overview.none' })).toBe('overview.none');
    expect(faults.at(-1)).toContain('overview.none');
    expect(say({ key: 'overview.outer' })).toBe('overview.outer');
    expect(faults.at(-1)).toContain('inner');
  });
});
