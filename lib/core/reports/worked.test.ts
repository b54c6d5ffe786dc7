import { describe, expect, it } from 'vitest';
import { cellText } from '#format';
import { parseMicros } from '#money';
import { english, silentEconomics, workedEconomics } from './report.fixture.ts';
import { isWorkedFigure, type WorkedFigure, worked } from './worked.ts';

/** The books of price-zone.md at 432 s, over 1,000 handled calls: every line can be checked by hand against that page. */
const lines: Record<WorkedFigure, string> = {
  cost: '3,600.00 EUR of charges / 1,000 handled calls = 3.60 EUR',
  revenue: '9,600.00 EUR of net revenue / 1,000 handled calls = 9.60 EUR',
  // 4,800 / 9,600 is the gross margin
  contribution: '9,600.00 EUR of net revenue × 50.0% / 1,000 handled calls = 4.80 EUR',
  margin:
    '(4,800.00 EUR of contribution − 3,600.00 EUR of charges − 400.00 EUR of other cost) / 1,000 handled calls = +0.80 EUR',
  ceiling:
    '(4,800.00 EUR of contribution − 400.00 EUR of other cost − 500.00 EUR of required margin) / 1,000 handled calls = 3.90 EUR',
  // 432,000 s at 0.009375
  vendorCost: '(4,050.00 EUR of labour + 0.00 EUR of overhead) / 1,000 handled calls = 4.05 EUR',
  vendorMargin:
    '(3,600.00 EUR of fees − 4,050.00 EUR of labour − 0.00 EUR of overhead) / 1,000 handled calls = -0.45 EUR',
  // 4,050 / 4,500 leaves 10% to the vendor
  floor: '(4,050.00 EUR of labour + 0.00 EUR of overhead) / (1 − 10.0%) / 1,000 handled calls = 4.50 EUR',
  aht: '432,000 s of handle time / 1,000 handled calls = 432 s',
  breakEvenAht: '432 s × (3,600.00 EUR of fees − 0.00 EUR of overhead) / 4,050.00 EUR of labour = 384 s',
  conversion: '80 sales / 1,000 handled calls = 8.0%',
};
const figures = Object.keys(lines).filter(isWorkedFigure);

describe('a figure worked through', () => {
  it.each(figures)('%s', (figure) => {
    const found = worked(figure, workedEconomics());
    expect(found).toMatchObject({ figure, label: { key: `columns.${figure}` } });
    expect(found && english(found.text)).toBe(lines[figure]);
  });

  it('rounds nothing, however large the total or small the rest', () => {
    // 46,780.303333 / 18,974 = 2.46549...
    const { counts, money, perCall } = workedEconomics();
    const economics = workedEconomics(
      {},
      {
        counts: { ...counts, handled: 18_974 },
        money: { ...money, charges: parseMicros('46780.303333') },
        perCall: { ...perCall, cost: 46_780.303333 / 18_974 },
      },
    );
    const found = worked('cost', economics);
    expect(found && english(found.text)).toBe('46,780.303333 EUR of charges / 18,974 handled calls = 2.465495 EUR');
  });

  it('is not worked through where a number is not known', () => {
    for (const figure of figures) expect(worked(figure, silentEconomics({}))).toBeNull();
    const { inputs, money } = workedEconomics();
    expect(worked('floor', workedEconomics({}, { inputs: { ...inputs, labour: null } }))).toBeNull();
    expect(worked('margin', workedEconomics({}, { money: { ...money, charges: null } }))).toBeNull();
    // a gross margin of no revenue is none
    expect(worked('contribution', workedEconomics({}, { money: { ...money, revenue: parseMicros('0') } }))).toBeNull();
    // a fee that does not pay the overhead has no break-even
    expect(worked('breakEvenAht', workedEconomics({}, { breakEvenAht: { value: -3, low: -1, high: -9 } }))).toBeNull();
  });

  it('ends in the figure that the table shows', () => {
    const { result } = worked('cost', workedEconomics())?.text.values ?? {};
    expect(typeof result === 'object' && cellText(result, english)).toBe('3.60 EUR');
  });

  it('knows figures from other columns', () => {
    expect(isWorkedFigure('cost')).toBe(true);
    expect(isWorkedFigure('state')).toBe(false);
    expect(isWorkedFigure('toString')).toBe(false);
  });
});
