import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { micros, parseMicros } from '#money';
import { addDays, parseDay, period } from '#time';
import { arrivedBy, type Maturing, maturingByProgram, type RevenueCell, stillMaturing } from './maturing.ts';

const first = parseDay('2026-01-01');
const base = { program: 'orders', currency: 'EUR' };

type Money = { incoming?: string; outgoing?: string; events?: number };
const cell = (callDay: number, lag: number, { incoming = '0', outgoing = '0', events = 1 }: Money): RevenueCell => ({
  ...{ ...base, callDay: addDays(first, callDay), lag, events },
  incoming: parseMicros(incoming),
  outgoing: parseMicros(outgoing),
});

/**
 * Every day's calls: 70 with them, 30 ten days later, 20 more forty days later, and 20 back fifty days later: 100 in all.
 * Events are known for 120 days.
 */
function steady(days = 120): RevenueCell[] {
  return Array.from({ length: days }, (_, day) => [
    cell(day, 0, { incoming: '70', events: 0 }),
    cell(day, 10, { incoming: '30' }),
    cell(day, 40, { incoming: '20' }),
    cell(day, 50, { outgoing: '-20' }),
  ])
    .flat()
    .filter(({ callDay, lag }) => addDays(callDay, lag) < addDays(first, days));
}

const known = (cells: readonly RevenueCell[]): Maturing => maturingByProgram(cells)[0]!.maturing!;

describe('how revenue arrives', () => {
  it('is computed from the calls whose first 90 days are over', () => {
    const [own] = maturingByProgram(steady());
    // Of 120 days, 30 have 90 behind them, which is enough; none has 180.
    expect(own).toMatchObject({ program: 'orders', currency: 'EUR', knownTo: '2026-04-30' });
    expect(own!.maturing).toMatchObject({ horizon: 90, calls: { from: '2026-01-01', to: '2026-01-31' }, events: 90 });
    expect(own!.maturing!.total).toBe(parseMicros('3000'));
  });

  it('says which share comes, and which goes back, more than so many days after the call', () => {
    const { incomingAfter, outgoingAfter } = known(steady());
    const at = (days: number) => [incomingAfter[days], outgoingAfter[days]];
    // Of 100: 50 come after the day itself, 20 after the tenth day; 20 go back on the fiftieth.
    expect(at(0)).toEqual([0.5, 0.2]);
    expect(at(9)).toEqual([0.5, 0.2]);
    expect(at(10)).toEqual([0.2, 0.2]);
    expect(at(40)).toEqual([0, 0.2]);
    expect(at(50)).toEqual([0, 0]);
    expect(at(91)).toEqual([undefined, undefined]);
  });

  it('is above all of it where refunds are still to come', () => {
    const own = known(steady());
    expect([0, 10, 40, 49, 50, 90, 91].map((days) => arrivedBy(own, days))).toEqual([0.7, 1, 1.2, 1.2, 1, 1, null]);
  });

  it('is not known from young calls, from few events, from nothing that was earned, or without events', () => {
    expect(maturingByProgram(steady(57))[0]!.maturing).toBeNull();
    expect(maturingByProgram(steady(58))[0]!.maturing).toMatchObject({ horizon: 30 });
    const few = Array.from({ length: 200 }, (_, day) =>
      cell(day, 3, { incoming: '1', events: day % 10 === 9 ? 1 : 0 }),
    );
    expect(maturingByProgram(few)[0]).toMatchObject({ events: 20, maturing: null });
    const lost = steady().map((own) => ({ ...own, incoming: micros(0) }));
    expect(maturingByProgram(lost)[0]!.maturing).toBeNull();
    expect(maturingByProgram(steady().map((own) => ({ ...own, events: 0 })))).toEqual([]);
  });

  it('keeps programs and currencies apart, the currency with more events first', () => {
    const other = (own: RevenueCell, over: Partial<RevenueCell>) => ({ ...own, ...over });
    const cells = [
      ...steady().map((own) => other(own, { program: 'winback' })),
      ...steady(20).map((own) => other(own, { currency: 'USD' })),
      ...steady(),
    ];
    expect(maturingByProgram(cells).map(({ program, currency }) => [program, currency])).toEqual([
      ['orders', 'EUR'],
      ['orders', 'USD'],
      ['winback', 'EUR'],
    ]);
  });

  it('sums to the whole, whatever the events', () => {
    const anyCell = fc.record({
      ...{ callDay: fc.nat(150), lag: fc.nat(120) },
      ...{ incoming: fc.bigInt(1n, 1_000_000n), outgoing: fc.bigInt(-1000n, 0n), events: fc.nat(3) },
    });
    fc.assert(
      fc.property(fc.array(anyCell, { minLength: 100, maxLength: 200 }), (list) => {
        const cells = list.map(({ callDay, incoming, outgoing, ...own }) => ({
          ...{ ...base, ...own, callDay: addDays(first, callDay) },
          ...{ incoming: micros(incoming), outgoing: micros(outgoing) },
        }));
        const own = maturingByProgram(cells)[0]?.maturing;
        fc.pre(own !== null && own !== undefined);
        const old = cells.filter(({ callDay, lag }) => callDay < own.calls.to && lag <= own.horizon);
        for (const days of [0, 7, 29]) {
          const late = old.filter(({ lag }) => lag > days);
          const net = late.reduce((all, { incoming, outgoing }) => all + incoming + outgoing, 0n);
          expect(1 - arrivedBy(own, days)!).toBeCloseTo(Number(net) / Number(own.total), 9);
        }
        expect(arrivedBy(own, own.horizon)).toBe(1);
        expect(own.incomingAfter.every((share, at) => at === 0 || share <= own.incomingAfter[at - 1]!)).toBe(true);
      }),
    );
  });
});

describe('what of a period is still maturing', () => {
  const knownTo = parseDay('2026-04-30');
  const own = known(steady());
  const still = (from: string, to: string) => stillMaturing(own, knownTo, period(parseDay(from), parseDay(to)));

  it('is what is younger than 50 days at the last event', () => {
    // Of calls 49 days old on 30 April, those of 12 March, 20 of 100 usually go back; of older ones nothing.
    expect(still('2026-01-01', '2026-05-01')).toEqual({ since: '2026-03-12', days: 49, incoming: 0, outgoing: 0.2 });
    expect(still('2026-04-01', '2026-05-01')).toEqual({ since: '2026-04-01', days: 29, incoming: 0.2, outgoing: 0.2 });
    expect(still('2026-01-01', '2026-03-12')).toBeNull();
    expect(still('2026-01-01', '2026-03-13')?.since).toBe('2026-03-12');
  });

  it('is all of a period after the last event', () => {
    expect(still('2026-06-01', '2026-07-01')).toEqual({ since: '2026-06-01', days: 0, incoming: 0.5, outgoing: 0.2 });
  });

  it('is nothing where revenue comes with the call', () => {
    const prompt = known(Array.from({ length: 120 }, (_, day) => cell(day, 0, { incoming: '70' })));
    expect(stillMaturing(prompt, knownTo, period(parseDay('2026-04-01'), parseDay('2026-05-01')))).toBeNull();
  });
});
