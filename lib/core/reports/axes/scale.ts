/** Where a value lies on an axis, between 0 and 1. */
export type Scale = { min: number; max: number; ticks: number[] };

const steps = [1, 2, 2.5, 5, 10];

/** An axis that holds zero and all values, with round ticks. */
export function scaleOf(values: readonly number[], count = 4): Scale {
  return scaleBetween(Math.min(0, ...values), Math.max(0, ...values), count);
}

/** An axis around the values only, not below zero for their sake, for pictures in which a place means something and a length from zero does not. */
export function scaleAround(values: readonly number[], count = 4): Scale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || Math.abs(high) || 1) * 0.2;
  return scaleBetween(low < 0 ? low - room : Math.max(0, low - room), high + room, count);
}

function scaleBetween(low: number, high: number, count: number): Scale {
  const rough = (high - low || 1) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (steps.find((own) => own * power >= rough) ?? 10);
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  const ticks = Array.from({ length: Math.max(last - first, 1) + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return { min: ticks[0] ?? 0, max: ticks.at(-1) ?? 1, ticks };
}

/** The fewest decimals that write every tick as it is; an axis that rounds its own ticks lies. */
export function tickDigits(ticks: readonly number[]): number {
  return Math.max(0, ...ticks.map((tick) => `${tick}`.split('.')[1]?.length ?? 0));
}

/** A value's place on the axis as a percentage of its length, kept inside it. */
export function placeOn({ min, max }: Scale, value: number): number {
  return Math.min(100, Math.max(0, ((value - min) / (max - min)) * 100));
}
