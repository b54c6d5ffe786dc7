import type { Fault } from '../cells/fault.ts';
import { withinADay } from '../cells/within-a-day.ts';
import { exactMs } from './exact-ms.ts';
import { type DecimalMark, plainNumber } from './plain-number.ts';
import type { DurationUnit } from './schema.ts';

const negative: Fault = { fault: { key: 'rejects.negative_duration' } };

const unitMs = { seconds: 1000, milliseconds: 1, minutes: 60_000, day_fraction: 86_400_000 } as const;
type CountedUnit = keyof typeof unitMs;

function isCounted(unit: DurationUnit): unit is CountedUnit {
  return unit in unitMs;
}

/** `1d 02:03:04`, `0 days 00:03:20`, `0.00:03:20`, `00:03:20.500`, `3:20`. */
const clock = /^(?:(\d{1,3})(?:\.|\s?d\s?|\sdays?\s))?(\d{1,4}):([0-5]\d)(?::([0-5]\d))?(?:[.,](\d{1,9}))?$/;

/** Ms of a clock's text. In `mm:ss` two parts are minutes and seconds; three are hours, minutes, seconds anywhere. */
function clockMs(text: string, unit: 'hh:mm:ss' | 'mm:ss'): number | null {
  const [, days = '0', first, second = '', third, fraction = ''] = clock.exec(text) ?? [];
  if (first === undefined) return null;
  if (third === undefined && (unit === 'hh:mm:ss' || days !== '0')) return null;
  const [hours, minutes, seconds] = third === undefined ? ['0', first, second] : [first, second, third];
  const ms = Math.round(Number(fraction.padEnd(9, '0')) / 1_000_000);
  return ((Number(days) * 24 + Number(hours)) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + ms;
}

function countedMs(text: string, unit: CountedUnit, mark: DecimalMark): number | null {
  const plain = plainNumber(text, mark);
  if (plain !== null) return exactMs(plain, unitMs[unit]);
  return unit === 'day_fraction' ? exactMs(text.replace(',', '.'), unitMs.day_fraction) : null;
}

/**
 * Reader of durations in one unit as whole ms, 0 to 24 hours; what is finer is rounded to the ms. Nothing that is no
 * duration ever counts as 0.
 */
export function durationReader(unit: DurationUnit, mark: DecimalMark): (text: string) => number | Fault {
  const otherwise: Fault = { fault: { key: 'rejects.not_a_duration', values: { unit } } };
  return (text) => {
    const ms = isCounted(unit) ? countedMs(text, unit, mark) : clockMs(text, unit);
    if (ms === null) return /^-\s?[\d:.,]+$/.test(text) ? negative : otherwise;
    return withinADay(ms);
  };
}
