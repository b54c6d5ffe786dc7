import { serviceLevelRatio } from '#pricing';
import type { ProgramRates } from './client-book.ts';
import type { Group } from './group.ts';

/**
 * Share of offered calls answered within the threshold, by the programs' rule for abandoned calls (economics.md
 * section 5). Null without offered calls or a rule, where programs have different rules, and where the wait of any
 * answered call is unknown: an unknown wait would count as too long.
 */
export function serviceLevel(
  { counts, inbound, inboundPrograms }: Group,
  programs: ReadonlyMap<string, ProgramRates>,
): number | null {
  const rules = [...inboundPrograms].map((code) => programs.get(code)?.serviceLevel);
  const [rule] = rules;
  const same = rules.every((other) => other?.seconds === rule?.seconds && other?.abandons === rule?.abandons);
  if (!rule || !same || inbound.waitKnown === 0 || inbound.waitKnown < inbound.handled) return null;
  const found = serviceLevelRatio(rule.abandons, { ...inbound, offered: counts.offered });
  return found && found.part / found.whole;
}
