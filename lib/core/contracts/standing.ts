import { addDays, type Day, eachDay } from '#time';
import { type ContractVersion, contractOn } from './versions.ts';

/** Whether a version is yet to begin, counts today, or is over. */
export type Standing = 'in_force' | 'upcoming' | 'past';

/** Where a version stands on a day of its own zone. */
export function standing({ from, to }: Pick<ContractVersion, 'from' | 'to'>, today: Day): Standing {
  if (today < from) return 'upcoming';
  return to === null || today < to ? 'in_force' : 'past';
}

/** Calls of a program's local day on which no contract was in force. */
export type UncoveredDay = { vendor: string; program: string; day: Day; calls: number };

/** Days in a row, half-open, with calls and without a contract. */
export type ContractGap = { vendor: string; program: string; from: Day; to: Day; calls: number };

/**
 * Days with calls and no contract as stretches: two such days belong together where no contract is in force on any day
 * between them, whether or not there were calls on it.
 */
export function contractGaps(days: readonly UncoveredDay[], versions: readonly ContractVersion[]): ContractGap[] {
  const gaps: ContractGap[] = [];
  for (const { vendor, program, day, calls } of days) {
    const last = gaps.at(-1);
    const goesOn =
      last?.vendor === vendor &&
      last.program === program &&
      [...eachDay(last.to, day)].every((between) => contractOn(versions, vendor, program, between) === null);
    if (last && goesOn) gaps[gaps.length - 1] = { ...last, to: addDays(day, 1), calls: last.calls + calls };
    else gaps.push({ vendor, program, from: day, to: addDays(day, 1), calls });
  }
  return gaps;
}
