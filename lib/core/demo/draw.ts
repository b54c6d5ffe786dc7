import type { RealCall } from './bank.ts';
import { oneOf, pick, type Random, type Weighted } from './random.ts';
import type { CallType, Story, Stratum } from './story.ts';

type Stock = Weighted<readonly RealCall[]>;

function stockOf(calls: readonly RealCall[], strata: Weighted<Stratum>): Stock {
  return strata.map(([{ year, from, to }, weight]) => [
    calls.filter((call) => call.year === year && call.seconds >= from && call.seconds < to),
    weight,
  ]);
}

/** Draws one real call, duration and outcome together, for a topic in practised or in novice hands. */
export type Draw = (type: CallType, novice: boolean, luck: number) => RealCall;

/**
 * Draws real calls with replacement from a story's strata. `luck` is the day's: about 1 + luck times as many sales, by
 * drawing once more after a call without a sale (good day) or with one (bad day).
 */
export function drawFrom(calls: readonly RealCall[], story: Story, random: Random): Draw {
  const stocks = new Map<CallType, { practised: Stock; novice: Stock }>();
  for (const [type] of story.callTypes) {
    const practised = stockOf(calls, type.practised);
    stocks.set(type, { practised, novice: type.novice ? stockOf(calls, type.novice) : practised });
  }
  return (type, novice, luck) => {
    const stock = stocks.get(type)?.[novice ? 'novice' : 'practised'] ?? [];
    const once = () => oneOf(random, pick(random, stock));
    const first = once();
    return first.sale === luck < 0 && random() < Math.abs(luck) ? once() : first;
  };
}
