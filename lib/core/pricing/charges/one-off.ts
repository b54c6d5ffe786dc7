import { type Micros, micros, mulDivToMinor, parseMicros } from '#money';
import { type Day, daysBetween, intersect, type Month, monthOf, monthPeriod, period } from '#time';
import type { ChargeOf, PriceCharge } from '../charge.ts';

/**
 * An amount on its date. In the billed view it stands whole in the month of its date, under the version then in force.
 * `amortiseMonths` spreads it in the effective view over as many calendar months from that one, in parts of whole minor
 * units that sum to it; a version that takes over goes on with the rest if it carries the charge, by days within a month.
 */
export const oneOff: PriceCharge<'one_off'> = (charge, { version, month }) => {
  const { amount, on } = charge;
  const billed = monthOf(on) === month && isInForce(version, on) ? parseMicros(amount) : micros(0);
  const nth = monthsBetween(monthOf(on), month);
  const of = charge.amortiseMonths ?? 1;
  const effective = charge.amortiseMonths === undefined ? billed : partOf(charge, { version, month, nth });
  if (billed === 0n && effective === 0n) return [];
  return [
    {
      part: on,
      detail: charge.amortiseMonths === undefined ? {} : { amortised: { month: nth + 1, of } },
      quantity: billed === 0n ? '0' : '1',
      rate: amount,
      amount: mulDivToMinor(billed, 1n, 1n, version.currency),
      effective,
      class: 'fixed',
      weight: null,
    },
  ];
};

type InForce = { from: Day; to: Day | null };

function isInForce({ from, to }: InForce, day: Day): boolean {
  return from <= day && (to === null || day < to);
}

function monthsBetween(from: Month, to: Month): number {
  const [years, months] = [(part: string) => Number(part.slice(0, 4)), (part: string) => Number(part.slice(5))];
  return (years(to) - years(from)) * 12 + months(to) - months(from);
}

type Part = { version: InForce & { currency: string }; month: Month; nth: number };

/** The n-th month's part for the version's days among those of the month that the amount serves. */
function partOf({ amount, on, amortiseMonths = 1 }: ChargeOf<'one_off'>, { version, month, nth }: Part): Micros {
  const whole = monthPeriod(month);
  const first = on > whole.from ? on : whole.from;
  if (nth < 0 || nth >= amortiseMonths) return micros(0);
  const served = period(first, whole.to);
  const own = intersect(version, served);
  if (!own) return micros(0);
  const days = daysBetween(served.from, served.to);
  const upTo = (day: Day) =>
    mulDivToMinor(
      parseMicros(amount),
      BigInt(nth * days + daysBetween(served.from, day)),
      BigInt(amortiseMonths * days),
      version.currency,
    );
  return micros(upTo(own.to) - upTo(own.from));
}
