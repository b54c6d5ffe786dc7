import type { Charge, ContractVersion, Rating } from '#contracts';
import type { Cell, Text } from '#format';
import { day, list, say } from './cells.ts';
import { chargeText } from './charge-words.ts';

/** Charges that need several clauses: among others in one list they could not be told apart. */
const long: readonly Charge['kind'][] = ['one_off', 'dead_band', 'bonus_malus', 'aht_collar', 'indexation'];

/**
 * A contract in one sentence: `3.60 EUR per handled call and at least 50,000 EUR a month; talk and hold time, 30 s
 * minimum, 6 s increments; since 1 Jan 2026.`
 */
export function contractText(version: ContractVersion): Text {
  return {
    key: 'contract.sentence',
    values: {
      charges: chargesCell(version),
      rating: ratingCell(version.rating),
      validity: validity(version),
    },
  };
}

/** When a version is in force: `since 1 Jan 2026`, or its first and last day. */
export function validity({ from, to }: Pick<ContractVersion, 'from' | 'to'>): Cell {
  return to === null ? say('contract.since', { day: day(from) }) : { kind: 'period', from, to };
}

function chargesCell(version: ContractVersion): Cell {
  const cell = (charge: Charge): Cell => ({ kind: 'say', text: chargeText(charge, version) });
  const isLong = (charge: Charge) => long.includes(charge.kind) || ('tiers' in charge && charge.tiers !== undefined);
  const short = version.charges.filter((charge) => !isLong(charge)).map(cell);
  const clauses = [...(short.length > 0 ? [list(short)] : []), ...version.charges.filter(isLong).map(cell)];
  return clauses.reduce((first, next) => say('contract.clauses', { first, next }));
}

function ratingCell(rating: Rating): Cell {
  return say('contract.rating', {
    basis: rating.basis,
    initial: rating.initialSeconds,
    increment: rating.incrementSeconds,
    shortest: rating.excludeShorterThanSeconds,
    repeats: rating.excludeRepeatsWithinHours ?? 0,
  });
}
