import { describe, expect, it } from 'vitest';
import { formatMicros, parseMicros } from '#money';
import { CurrencyMismatchError } from './currency-mismatch-error.ts';
import { ourLine, statement, theirLine, told } from './lines.test-data.ts';
import { type Reconciliation, reconcile } from './reconcile.ts';
import { noTolerance, type Tolerance } from './tolerance.ts';

type Lines = { ours?: ReturnType<typeof ourLine>[]; theirs?: ReturnType<typeof theirLine>[]; tolerance?: Tolerance };

function held({ ours = [ourLine()], theirs = [theirLine()], tolerance = noTolerance }: Lines): Reconciliation {
  return reconcile({ statements: [statement(ours)], invoiceLines: theirs, tolerance, currency: 'EUR' });
}

const pairs = (lines: Lines) => held(lines).pairings.map(told);
const cents = { amount: '0.05', percent: '0' };

describe('one line on each side', () => {
  it('agrees where quantity, rate and amount are the same, however they are written', () => {
    const [pairing] = held({ theirs: [theirLine({ quantity: '21344.00', rate: '3.6' })] }).pairings;
    expect(pairing).toMatchObject({ kind: 'match', by: 'rule', difference: { differs: [], total: 0n } });
  });

  // 21,594 x 3.60 = 77,738.40; 250 x 3.60 = 900.00
  it('differs by 250 calls more', () => {
    const more = theirLine({ quantity: '21594', amount: '77738.40' });
    expect(pairs({ theirs: [more] })).toEqual(['difference, 7/0/standard | 1, quantity 900.00']);
    expect(held({ theirs: [more] }).pairings[0]?.difference.differs).toEqual(['quantity']);
  });

  // 21,344 x 3.65 = 77,905.60; 21,344 x 0.05 = 1,067.20
  it('differs by a rate of 3.65 instead of 3.60', () => {
    const dearer = theirLine({ rate: '3.65', amount: '77905.60' });
    expect(pairs({ theirs: [dearer] })).toEqual(['difference, 7/0/standard | 1, rate 1067.20']);
    expect(held({ theirs: [dearer] }).pairings[0]?.difference.differs).toEqual(['rate']);
  });

  // 21,594 x 3.65 = 78,818.10; less 76,838.40 = 1,979.70 = 250 x 3.60 + 21,594 x 0.05 = 900.00 + 1,079.70
  it('differs in quantity and rate, each with its part', () => {
    const both = theirLine({ quantity: '21594', rate: '3.65', amount: '78818.10' });
    expect(pairs({ theirs: [both] })).toEqual(['difference, 7/0/standard | 1, quantity 900.00, rate 1079.70']);
  });

  // 21,344 x 3.60 = 76,838.40, and they ask for 76,883.40: two digits have changed places
  it('differs by their arithmetic', () => {
    const wrong = theirLine({ amount: '76883.40' });
    expect(pairs({ theirs: [wrong] })).toEqual(['difference, 7/0/standard | 1, amount 45.00']);
    expect(held({ theirs: [wrong] }).pairings[0]?.difference.differs).toEqual(['amount']);
  });

  // The worked example of docs/formulas/reconciliation.md: 21,594 x 3.65 = 78,818.10, and they ask 10.00 more
  it('differs in all three', () => {
    const all = theirLine({ quantity: '21594', rate: '3.65', amount: '78828.10' });
    expect(held({ theirs: [all] }).pairings[0]?.difference.differs).toEqual(['quantity', 'rate', 'amount']);
    expect(pairs({ theirs: [all] })).toEqual([
      'difference, 7/0/standard | 1, quantity 900.00, rate 1079.70, amount 10.00',
    ]);
  });

  // 250 fewer calls at a dearer rate that asks for the same money: 21,094 x 3.642666... is no price, so take
  // 72 calls at 5.00 for ours of 100 at 3.60: 360.00 both. Quantity -28 x 3.60 = -100.80, rate +100.80.
  it('does not let parts cancel each other out', () => {
    const ours = [ourLine({ quantity: '100', amount: '360.00' })];
    const theirs = [theirLine({ quantity: '72', rate: '5.00', amount: '360.00' })];
    expect(pairs({ ours, theirs, tolerance: cents })).toEqual([
      'difference, 7/0/standard | 1, quantity -100.80, rate 100.80',
    ]);
  });

  it('takes an amount alone as it is', () => {
    const flat = theirLine({ quantity: null, rate: null, amount: '76900.00' });
    expect(pairs({ theirs: [flat] })).toEqual(['difference, 7/0/standard | 1, amount 61.60']);
  });

  // quantity alone: 250 x 3.60 = 900.00 at our rate, and 0.60 that nothing explains
  it('takes a quantity without a rate at our rate', () => {
    const noRate = theirLine({ quantity: '21594', rate: null, amount: '77739.00' });
    expect(pairs({ theirs: [noRate] })).toEqual(['difference, 7/0/standard | 1, quantity 900.00, amount 0.60']);
  });

  // rate alone: 21,344 x 0.05 = 1,067.20 on our quantity
  it('takes a rate without a quantity on our quantity', () => {
    const noQuantity = theirLine({ quantity: null, rate: '3.65', amount: '77905.60' });
    expect(pairs({ theirs: [noQuantity] })).toEqual(['difference, 7/0/standard | 1, rate 1067.20']);
  });
});

describe('the tolerance', () => {
  // 1.666667 minutes at 0.61 are 1.02 from the seconds; they bill 1.67 x 0.61 = 1.0187 as 1.02
  it('is not needed where only the writing of a quantity is rounded', () => {
    const ours = [ourLine({ charge: 'per_minute', quantity: '1.666667', rate: '0.61', amount: '1.02' })];
    const theirs = [theirLine({ description: 'Minutes', quantity: '1.67', rate: '0.61', amount: '1.02' })];
    expect(pairs({ ours, theirs })).toEqual(['match, 7/0/standard | 1']);
    // at 0.65 they bill 1.67 x 0.65 = 1.0855 as 1.09: all of it is the rate
    const dearer = { ...theirs[0]!, rate: '0.65', amount: parseMicros('1.09') };
    expect(pairs({ ours, theirs: [dearer] })).toEqual(['difference, 7/0/standard | 1, rate 0.07']);
    expect(held({ ours, theirs: [dearer] }).pairings[0]?.difference.differs).toEqual(['rate']);
  });

  // 0.003 units more at 0.61 are 0.00183 and no cent; but 1.675 x 0.61 = 1.02175 is one more than ours of 1.01
  it('is for the quantity where that alone differs', () => {
    const ours = [ourLine({ charge: 'per_minute', quantity: '1.672', rate: '0.61', amount: '1.01' })];
    const theirs = [theirLine({ description: 'Minutes', quantity: '1.675', rate: '0.61', amount: '1.02' })];
    expect(pairs({ ours, theirs })).toEqual(['difference, 7/0/standard | 1, quantity 0.01']);
  });

  // 7 x 4.255 = 29.785: ours is 29.79, half away from zero; a vendor that rounds to even bills 29.78
  it('forgives a cent of rounding', () => {
    const sales = { charge: 'per_outcome', detail: { outcome: 'sale' }, quantity: '7', rate: '4.255' } as const;
    const ours = [ourLine({ ...sales, amount: '29.79' })];
    const theirs = [theirLine({ description: 'Sales', quantity: '7', rate: '4.255', amount: '29.78' })];
    expect(pairs({ ours, theirs })).toEqual(['difference, 7/0/standard | 1, amount -0.01']);
    expect(pairs({ ours, theirs, tolerance: cents })).toEqual(['match, 7/0/standard | 1, amount -0.01']);
  });

  // 0.5% of 76,838.40 = 384.192
  it.each([
    ['76838.40', 'match'],
    ['77222.59', 'match'],
    ['77222.60', 'difference'],
    ['76454.21', 'match'],
    ['76454.20', 'difference'],
  ])('of half a percent of our line makes %s a %s', (amount, kind) => {
    const theirs = [theirLine({ quantity: null, rate: null, amount })];
    expect(held({ theirs, tolerance: { amount: '0', percent: '0.5' } }).pairings[0]?.kind).toBe(kind);
  });
});

describe('lines without a counterpart', () => {
  it('is missing on the invoice', () => {
    const bonus = ourLine({
      id: '7/2/aht',
      charge: 'bonus_malus',
      detail: {},
      quantity: '76838.4',
      rate: '-5',
      amount: '-3841.92',
    });
    expect(pairs({ ours: [ourLine(), bonus] })).toEqual([
      'match, 7/0/standard | 1',
      'missing_on_invoice, 7/2/aht | -, missing 3841.92',
    ]);
  });

  it('is missing on the statement', () => {
    const setup = theirLine({
      place: 2,
      description: 'Setup of the line',
      quantity: '1',
      rate: '500.00',
      amount: '500.00',
    });
    expect(pairs({ theirs: [theirLine(), setup] })).toEqual([
      'match, 7/0/standard | 1',
      'missing_on_statement, - | 2, missing 500.00',
    ]);
  });

  // 2 x 250.00 = 500.00, and they ask for 550.00
  it('keeps their arithmetic apart from what is missing', () => {
    const setup = theirLine({ place: 2, description: 'Setup', quantity: '2', rate: '250.00', amount: '550.00' });
    expect(pairs({ theirs: [theirLine(), setup] })[1]).toBe(
      'missing_on_statement, - | 2, amount 50.00, missing 500.00',
    );
  });

  it('stands alone where a person says so', () => {
    expect(pairs({ theirs: [theirLine({ matchedWith: 'none' })] })).toEqual([
      'missing_on_invoice, 7/0/standard | -, missing -76838.40',
      'missing_on_statement, - | 1, missing 76838.40',
    ]);
  });
});

describe('a line of ours in two of theirs', () => {
  // 10,000 x 3.60 = 36,000.00 and 11,344 x 3.60 = 40,838.40
  const halves = [
    theirLine({ place: 1, description: 'Calls 1-15 March', quantity: '10000', amount: '36000.00' }),
    theirLine({ place: 2, description: 'Calls 16-31 March', quantity: '11344', amount: '40838.40' }),
  ];

  it('is one pairing that agrees', () => {
    expect(pairs({ theirs: halves })).toEqual(['match, 7/0/standard | 1+2']);
    expect(held({ theirs: halves }).pairings[0]?.theirs).toEqual({
      quantity: '21344',
      rate: '3.6',
      amount: parseMicros('76838.40'),
    });
  });

  // The second half has 250 calls more: 11,594 x 3.60 = 41,738.40
  it('is explained where it does not', () => {
    const [first, second] = halves;
    const more = { ...second!, quantity: '11594', amount: parseMicros('41738.40') };
    expect(pairs({ theirs: [first!, more] })).toEqual(['difference, 7/0/standard | 1+2, quantity 900.00']);
  });

  // 10,000 x 3.65 = 36,500.00 and 11,344 x 3.65 = 41,405.60: 77,905.60, 1,067.20 too much
  it('is one pairing at a rate that is not ours, too', () => {
    const dearer = [
      theirLine({ place: 1, description: 'Calls 1-15 March', quantity: '10000', rate: '3.65', amount: '36500.00' }),
      theirLine({ place: 2, description: 'Calls 16-31 March', quantity: '11344', rate: '3.65', amount: '41405.60' }),
    ];
    expect(pairs({ theirs: dearer })).toEqual(['difference, 7/0/standard | 1+2, rate 1067.20']);
  });

  it('does not take a line billed twice for a half', () => {
    expect(pairs({ theirs: [theirLine(), theirLine({ place: 2 })] })).toEqual([
      'match, 7/0/standard | 1',
      'missing_on_statement, - | 2, missing 76838.40',
    ]);
  });
});

describe('which line is which', () => {
  const standard = ourLine({ quantity: '1000', amount: '3600.00' });
  const night = ourLine({
    id: '7/0/night',
    detail: { rateClass: 'night' },
    quantity: '1000',
    rate: '4.50',
    amount: '4500.00',
  });

  it('goes by a rate class that is named before the rate', () => {
    const theirs = [
      theirLine({ place: 1, description: 'Calls by night', quantity: '1000', rate: '3.60', amount: '3600.00' }),
      theirLine({ place: 2, description: 'Calls', quantity: '1000', rate: '4.50', amount: '4500.00' }),
    ];
    expect(
      held({ ours: [standard, night], theirs }).pairings.map(({ id, invoice }) => [id, invoice[0]?.place]),
    ).toEqual([
      ['7/0/standard', 2],
      ['7/0/night', 1],
    ]);
  });

  it('goes by the rate where the words are the same', () => {
    const theirs = [
      theirLine({ place: 1, description: 'Calls', quantity: '900', rate: '4.50', amount: '4050.00' }),
      theirLine({ place: 2, description: 'Calls', quantity: '1100', rate: '3.60', amount: '3960.00' }),
    ];
    expect(pairs({ ours: [standard, night], theirs })).toEqual([
      'difference, 7/0/standard | 2, quantity 360.00',
      'difference, 7/0/night | 1, quantity -450.00',
    ]);
  });

  it('never pairs what words say are other things, unless the amount is the same', () => {
    const theirs = [theirLine({ description: 'Sales commission', quantity: '10', rate: '3.60', amount: '36.00' })];
    expect(held({ theirs }).pairings.map(({ kind }) => kind)).toEqual(['missing_on_invoice', 'missing_on_statement']);
    expect(pairs({ theirs: [theirLine({ description: 'Contacts of March' })] })).toEqual(['match, 7/0/standard | 1']);
  });

  it('is what a person chose, first', () => {
    const theirs = [
      theirLine({ place: 1, description: 'Calls', quantity: '1000', amount: '3600.00', matchedWith: '7/0/night' }),
      theirLine({ place: 2, description: 'Calls', quantity: '1000', rate: '4.50', amount: '4500.00' }),
    ];
    const { pairings } = held({ ours: [standard, night], theirs });
    expect(pairings.map(({ id, by, invoice }) => [id, by, invoice[0]?.place])).toEqual([
      ['7/0/standard', 'rule', 2],
      ['7/0/night', 'person', 1],
    ]);
  });

  it('is by rule again where the chosen line is no longer on the statement', () => {
    expect(pairs({ theirs: [theirLine({ matchedWith: '6/0/standard' })] })).toEqual(['match, 7/0/standard | 1']);
  });

  it('takes the first of equal lines for the first of ours', () => {
    const twice = [standard, { ...standard, id: '7/1/standard' }];
    const theirs = [2, 1].map((place) => theirLine({ place, quantity: '1000', amount: '3600.00' }));
    expect(pairs({ ours: twice, theirs })).toEqual(['match, 7/0/standard | 1', 'match, 7/1/standard | 2']);
  });
});

describe('percent lines', () => {
  // 100,000.00 x 12.5% = 12,500.00
  const share = ourLine({ charge: 'revenue_share', detail: {}, quantity: '100000', rate: '12.5', amount: '12500.00' });
  it.each([
    ['12.5', '12500.00', 'match, 7/0/standard | 1'],
    ['0.125', '12500.00', 'match, 7/0/standard | 1'],
    // 100,000 x 13% = 13,000.00
    ['13', '13000.00', 'difference, 7/0/standard | 1, rate 500.00'],
  ])('reads %s for %s', (rate, amount, expected) => {
    const theirs = [theirLine({ description: 'Revenue share', quantity: '100000', rate, amount })];
    expect(pairs({ ours: [share], theirs })).toEqual([expected]);
  });
});

describe('the whole', () => {
  it('sums: 250 calls more, a line more, a bonus less', () => {
    const bonus = ourLine({
      id: '7/2/aht',
      charge: 'bonus_malus',
      detail: {},
      quantity: '76838.4',
      rate: '-5',
      amount: '-3841.92',
    });
    const theirs = [
      theirLine({ quantity: '21594', amount: '77738.40' }),
      theirLine({ place: 2, description: 'Setup', quantity: '1', rate: '500.00', amount: '500.00' }),
    ];
    const whole = held({ ours: [ourLine(), bonus], theirs });
    // theirs 78,238.40, ours 72,996.48: 5,241.92 = 900.00 + 500.00 + 3,841.92
    expect([whole.theirs, whole.ours, whole.difference].map((sum) => formatMicros(sum, 2))).toEqual([
      '78238.40',
      '72996.48',
      '5241.92',
    ]);
    expect(formatMicros(whole.parts.quantity, 2)).toBe('900.00');
    expect(formatMicros(whole.parts.missing, 2)).toBe('4341.92');
  });

  it('refuses another currency, naming both', () => {
    const dollars = () =>
      reconcile({
        statements: [statement([ourLine()], 'USD')],
        invoiceLines: [],
        tolerance: noTolerance,
        currency: 'EUR',
      });
    expect(dollars).toThrow(CurrencyMismatchError);
    expect(dollars).toThrow('the invoice is in EUR and our statement in USD');
  });

  // 1,000 x 3.615 = 3,615.00 yen: no decimals are left to round
  it('rounds to the minor unit of the currency', () => {
    const ours = [ourLine({ quantity: '7', rate: '3.5', amount: '25' })];
    const theirs = [theirLine({ quantity: '9', rate: '3.5', amount: '32' })];
    const { pairings } = reconcile({
      statements: [statement(ours, 'JPY')],
      invoiceLines: theirs,
      tolerance: noTolerance,
      currency: 'JPY',
    });
    // ours 24.5 -> 25, theirs 31.5 -> 32: 7 yen for two calls more
    expect(pairings.map(told)).toEqual(['difference, 7/0/standard | 1, quantity 7.00']);
  });
});
