import type { ContractVersion } from '#contracts';
import { daysIn, intersect, type Month, monthPeriod } from '#time';

/** On how many days of the month the version is in force. */
export function daysInForce(version: ContractVersion, month: Month): { inForce: number; ofMonth: number } {
  const whole = monthPeriod(month);
  const inForce = intersect(version, whole);
  return { inForce: inForce ? daysIn(inForce) : 0, ofMonth: daysIn(whole) };
}
