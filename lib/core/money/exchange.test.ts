import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, MissingRateError, rateTable } from './exchange.ts';
import { formatMicros, micros, parseMicros } from './micros.ts';

const rates = rateTable([
  { day: '2026-03-05', currency: 'USD', rate: '1.25' },
  { day: '2026-03-02', currency: 'USD', rate: '1.10' },
  { day: '2026-03-02', currency: 'JPY', rate: '160' },
  { day: '2026-02-27', currency: 'USD', rate: '1.0' },
]);
const of = (amount: string, from: string, to: string, when: string) =>
  formatMicros(convert(parseMicros(amount), from, to, when, rates), 6);

describe('convert', () => {
  it('takes the rate of the day: units per euro', () => {
    expect(of('11', 'USD', 'EUR', '2026-03-02')).toBe('10.000000');
    expect(of('10', 'EUR', 'USD', '2026-03-05')).toBe('12.500000');
  });

  it('takes the last publication before a gap', () => {
    expect(of('10', 'EUR', 'USD', '2026-03-04')).toBe('11.000000');
    expect(of('10', 'EUR', 'USD', '2027-01-01')).toBe('12.500000');
  });

  it('crosses two currencies through the euro with one rounding', () => {
    // 1 JPY = 1.10 / 160 USD = 0.006875
    expect(of('1', 'JPY', 'USD', '2026-03-02')).toBe('0.006875');
  });

  it('takes the mean of a month, and before it the last rate for a month without any', () => {
    // (1.10 + 1.25) / 2 = 1.175
    expect(of('10', 'EUR', 'USD', '2026-03')).toBe('11.750000');
    expect(of('10', 'EUR', 'USD', '2026-04')).toBe('12.500000');
    // 1 / 1.175 = 0.851064 rounded
    expect(of('1', 'USD', 'EUR', '2026-03')).toBe('0.851064');
  });

  it('names what is missing instead of taking 1', () => {
    expect(() => of('1', 'USD', 'EUR', '2026-02-26')).toThrow(MissingRateError);
    expect(() => of('1', 'EUR', 'JPY', '2026-02')).toThrow(/JPY at or before 2026-02/);
    expect(() => of('1', 'GBP', 'USD', '2026-03-02')).toThrow(/GBP/);
  });

  it('leaves an amount of the same currency alone, rate or none', () => {
    expect(of('1.234567', 'GBP', 'GBP', '1990-01-01')).toBe('1.234567');
  });

  it('comes back to within the rounding of one rate', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), (amount) => {
        const there = convert(micros(amount), 'EUR', 'USD', '2026-03-02', rates);
        const back = convert(there, 'USD', 'EUR', '2026-03-02', rates);
        expect(back - amount <= 1n && amount - back <= 1n).toBe(true);
      }),
    );
  });
});
