import type { Call } from '#calls';
import type { Charge } from '#contracts';
import type { RandomMonth } from './random-month.test-data.ts';

/*
 * A second engine, to hold the first one against: it has no roll-up and no steps, walks over the calls of March 2026 one
 * by one, and knows fractions and nothing else. In euros, so that a minor unit is a cent. Nothing of it is taken from
 * the first: what is a rule there is written out again here, from economics.md sections 2 and 4.
 */
type F = { n: bigint; d: bigint };
const zero: F = { n: 0n, d: 1n };
const f = (n: number | bigint, d: number | bigint = 1): F => ({ n: BigInt(n), d: BigInt(d) });
const add = (a: F, b: F): F => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const mul = (a: F, b: F): F => ({ n: a.n * b.n, d: a.d * b.d });
const sub = (a: F, b: F): F => add(a, { n: -b.n, d: b.d });
const div = (a: F, b: F): F => (b.n < 0n ? mul(a, { n: -b.d, d: -b.n }) : mul(a, { n: b.d, d: b.n }));
const less = (a: F, b: F): boolean => a.n * b.d < b.n * a.d;
const decimal = (text: string): F => {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const size = f(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
  return text.startsWith('-') ? { n: -size.n, d: size.d } : size;
};
/** Half away from zero, to a whole number of parts. */
const rounded = (a: F, parts: bigint): F => {
  const n = a.n * parts;
  const size = n < 0n ? -n : n;
  const whole = size / a.d + (2n * (size % a.d) >= a.d ? 1n : 0n);
  return { n: n < 0n ? -whole : whole, d: parts };
};
const cents = (a: F): F => rounded(a, 100n);

const rome = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Rome', hour: '2-digit', hourCycle: 'h23' });
const isNight = ({ startedAt }: Call) => {
  const hour = Number(rome.format(startedAt));
  return hour >= 22 || hour < 6;
};
const handleMs = ({ talkMs, holdMs, wrapMs }: Call) => talkMs + (holdMs ?? 0) + (wrapMs ?? 0);
const isContact = ({ answered, outcome }: Call) => answered && outcome !== 'no_contact';

type Of<K extends Charge['kind']> = Extract<Charge, { kind: K }>;

/** The month's two totals, in euros. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one walk, to be read from top to bottom beside the rules.
export function naivePrice({ version, calls, hours, scores, indices }: RandomMonth): { billed: F; effective: F } {
  const { rating } = version;
  const only = <K extends Charge['kind']>(kind: K) =>
    version.charges.filter((charge): charge is Of<K> => charge.kind === kind);

  const basisMs = (call: Call) =>
    rating.basis === 'handle' ? handleMs(call) : call.talkMs + (rating.basis === 'connected' ? (call.holdMs ?? 0) : 0);
  const isBilled = (call: Call) => {
    const inState = {
      offered: true,
      attempted: false,
      handled: call.answered,
      contact: isContact(call),
      resolved: call.outcome === 'resolved',
      sale: call.outcome === 'sale',
    }[rating.billable];
    return inState && basisMs(call) >= rating.excludeShorterThanSeconds * 1000;
  };
  const billedSeconds = (call: Call) => {
    if (!isBilled(call) || basisMs(call) === 0) return 0;
    let seconds = rating.initialSeconds;
    while (seconds * 1000 < basisMs(call)) seconds += rating.incrementSeconds;
    return seconds;
  };

  // The factor of the index, year by year; anniversaries up to the first of the month count.
  const [term] = only('indexation');
  let factor = f(1);
  if (term) {
    const since = term.since ?? version.from;
    const lastBefore = (month: string) =>
      indices.filter((own) => own.month < month).sort((a, b) => (a.month < b.month ? 1 : -1))[0];
    for (let year = Number(since.slice(0, 4)) + 1; `${year}${since.slice(4)}` <= '2026-03-01'; year += 1) {
      const before = decimal(lastBefore(`${year - 1}${since.slice(4, 7)}`)?.value ?? '');
      const now = decimal(lastBefore(`${year}${since.slice(4, 7)}`)?.value ?? '');
      const rise = mul(decimal(term.weight), sub(div(now, before), f(1)));
      const most = decimal(term.cap ?? '10');
      factor = mul(factor, add(f(1), less(most, rise) ? most : rise));
    }
  }
  const moved = (text: string) =>
    factor.n === factor.d ? decimal(text) : rounded(mul(decimal(text), factor), 1_000_000n);

  const end = version.to ?? '2026-04-01';
  const dayNumber = (day: string) => Date.parse(day) / 86_400_000;
  const from = version.from > '2026-03-01' ? version.from : '2026-03-01';
  const inForce = f(dayNumber(end) - dayNumber(from), 31);

  /** Unit by unit: a call, or a second of which sixty make a unit. */
  const tiered = (price: Of<'per_call'> | Of<'per_minute'>, unitsOf: (call: Call) => number, perUnit: number) => {
    const all = calls.flatMap((call) => Array.from({ length: unitsOf(call) }, () => isNight(call)));
    const bandOf = (place: number) =>
      (price.tiers ?? []).findIndex(({ upTo }) => upTo === null || place < upTo * perUnit);
    const groups = new Map<string, { rate: F; units: number; night: number }>();
    for (const [place, night] of all.entries()) {
      const band = price.tiers ? bandOf(price.mode === 'volume' ? all.length - 1 : place) : -1;
      const name = price.tiers ? String(band) : String(night);
      const group = groups.get(name) ?? {
        rate: moved(price.tiers?.[band]?.rate ?? price.rate ?? '0'),
        units: 0,
        night: 0,
      };
      groups.set(name, { ...group, units: group.units + 1 });
    }
    // Where the bands are shared, so are the night units: in proportion, not by their order.
    const nights = all.filter(Boolean).length;
    return [...groups].map(([name, { rate, units }]) => {
      const amount = cents(mul(rate, f(units, perUnit)));
      const part = price.tiers ? f(nights, all.length) : f(name === 'true' ? 1 : 0);
      return { amount, night: mul(amount, part) };
    });
  };

  const perCall = only('per_call').flatMap((own) => tiered(own, (call) => (isBilled(call) ? 1 : 0), 1));
  const perMinute = only('per_minute').flatMap((own) => tiered(own, billedSeconds, 60));
  const handled = calls.filter((call) => call.answered);
  const totalHandle = handled.reduce((sum, call) => sum + handleMs(call), 0);
  const ownHours = hours.filter(({ day }) => day >= '2026-03-01');
  const sum = (list: F[]) => list.reduce(add, zero);
  const perHour = only('per_hour').map(({ basis, rate }) =>
    cents(
      mul(
        moved(rate),
        basis === 'productive' ? f(totalHandle, 3_600_000) : sum(ownHours.map((own) => decimal(own.loggedHours ?? ''))),
      ),
    ),
  );
  const counted = {
    sale: (call: Call) => call.outcome === 'sale',
    resolved: (call: Call) => call.outcome === 'resolved',
    contact: isContact,
  };
  const perOutcome = only('per_outcome').map(({ outcome, rate }) =>
    cents(mul(moved(rate), f(calls.filter(counted[outcome]).length))),
  );
  const revenue = f(
    calls.reduce((total, call) => total + (call.revenue ?? 0n), 0n),
    1_000_000,
  );
  const revenueShare = only('revenue_share').map(({ percent }) =>
    cents(mul(revenue, mul(decimal(percent), f(1, 100)))),
  );

  const billedCalls = calls.filter(isBilled);
  const deadBand = only('dead_band').flatMap(({ calls: baseline, band, arc, rrc }) => {
    const n0 = mul(f(baseline), inForce);
    const over = sub(f(billedCalls.length), mul(n0, add(f(1), decimal(band))));
    const under = sub(mul(n0, sub(f(1), decimal(band))), f(billedCalls.length));
    if (over.n > 0n) return [cents(mul(moved(arc), over))];
    return under.n > 0n ? [cents(mul(moved(rrc), { n: -under.n, d: under.d }))] : [];
  });
  const aht = handled.length === 0 ? null : f(totalHandle, 1000 * handled.length);
  const collar = only('aht_collar').flatMap(({ low, high, perSecond }) => {
    if (!aht) return [];
    const outside = less(f(high), aht) ? sub(aht, f(high)) : less(aht, f(low)) ? sub(aht, f(low)) : zero;
    return [cents(mul(mul(moved(perSecond), outside), f(billedCalls.length)))];
  });
  const surcharges = only('surcharge').map(({ percent, amount }) =>
    percent === undefined
      ? cents(mul(moved(amount ?? '0'), f(billedCalls.filter(isNight).length)))
      : cents(mul(sum([...perCall, ...perMinute].map(({ night }) => night)), mul(decimal(percent), f(1, 100)))),
  );

  const variable = sum([
    ...[...perCall, ...perMinute].map(({ amount }) => amount),
    ...[...perHour, ...perOutcome, ...revenueShare, ...deadBand, ...collar, ...surcharges],
  ]);
  const commitments = only('minimum').map(({ amount }) => {
    const commitment = cents(mul(decimal(amount), inForce));
    return less(variable, commitment) ? sub(commitment, variable) : zero;
  });
  const bonuses = only('bonus_malus').map(({ kpi, steps, cap = '100', floor = '-100' }) => {
    if (handled.length === 0 || variable.n < 0n) return zero;
    const within = (call: Call) => (call.waitMs ?? 0) <= 20_000;
    const abandoned = calls.filter((call) => call.outcome === 'abandoned');
    const value = {
      service_level: () => f(handled.filter(within).length, calls.length - abandoned.filter(within).length),
      aht: () => aht ?? zero,
      abandonment: () => f(abandoned.length, calls.length),
      conversion: () => f(handled.filter((call) => call.outcome === 'sale').length, handled.length),
      resolution: () => f(handled.filter((call) => call.outcome === 'resolved').length, handled.length),
      qa: () =>
        div(
          sum(scores.map(({ score, sample }) => mul(decimal(score), f(sample)))),
          f(scores.reduce((n, { sample }) => n + sample, 0)),
        ),
      csat: () => zero,
    }[kpi]();
    let percent = f(0);
    for (const step of steps) if (!less(value, decimal(step.from))) percent = decimal(step.percent);
    const high = decimal(cap);
    const low = decimal(floor);
    const bounded = less(high, percent) ? high : less(percent, low) ? low : percent;
    return cents(mul(variable, mul(bounded, f(1, 100))));
  });
  const fte = only('per_fte').map(({ rate }) => {
    const mean = div(sum(ownHours.map((own) => decimal(own.fte ?? ''))), f(ownHours.length));
    return cents(mul(mul(moved(rate), mean), inForce));
  });
  const fixed = only('fixed').map(({ amount }) => cents(mul(decimal(amount), inForce)));
  const month = sum([variable, ...commitments, ...bonuses, ...fte, ...fixed]);
  const oneOffs = only('one_off').map(({ amount, on, amortiseMonths = 1 }) => {
    const isOwn = on >= version.from && on < end;
    // The first month serves from the amount's day on; of these days the version's own.
    const days = 31 - (Number(on.slice(8)) - 1);
    const own = (day: string) => Math.min(Math.max(dayNumber(day) - dayNumber(on), 0), days);
    const upTo = (part: number) => cents(mul(decimal(amount), f(part, days * amortiseMonths)));
    return { billed: isOwn ? decimal(amount) : zero, effective: sub(upTo(own(end)), upTo(own(from))) };
  });
  return {
    billed: sum([month, ...oneOffs.map(({ billed }) => billed)]),
    effective: sum([month, ...oneOffs.map(({ effective }) => effective)]),
  };
}

/** A fraction that is a whole number of micros. */
export function microsOf({ n, d }: F): bigint {
  if ((n * 1_000_000n) % d !== 0n) throw new Error(`${n}/${d} is no whole number of micros`);
  return (n * 1_000_000n) / d;
}
