import { parseDecimal } from '#money';
import { type Naming, naming } from './charge-names.ts';
import { isSame } from './decimals.ts';
import { type InvoiceLine, lineKey, NO_COUNTERPART } from './invoice.ts';
import type { StatementLine } from './statement-line.ts';

/** Lines that belong together: one of ours, what the vendor bills for it, and who says so. */
export type Pair = {
  statement: StatementLine | null;
  invoice: readonly InvoiceLine[];
  by: 'person' | 'rule' | null;
};

type Candidate = {
  statement: StatementLine;
  line: InvoiceLine;
  naming: Naming;
  details: number;
  sameRate: boolean;
  distance: bigint;
};

/**
 * Which lines of the invoices are which lines of the statement; every line of either side stands in exactly one pair.
 * What a person chose stands. The rest goes by rule: of all possible pairs the most alike is taken first, then the most
 * alike of what is left, and so on; lines left over at the rate of a pair join it where that brings the amounts closer,
 * since vendors split lines. The order of the lines plays no part: ties go by number, place and id.
 */
export function pairLines(statement: readonly StatementLine[], invoice: readonly InvoiceLine[]): Pair[] {
  const ids = new Set(statement.map(({ id }) => id));
  const isChosen = ({ matchedWith }: InvoiceLine) => matchedWith !== null && ids.has(matchedWith);
  const chosen = new Map<string, InvoiceLine[]>();
  for (const line of [...invoice].filter(isChosen).sort(byPlace)) add(chosen, line.matchedWith ?? '', line);
  const free = invoice.filter((line) => !isChosen(line) && line.matchedWith !== NO_COUNTERPART).sort(byPlace);
  const ruled = byRule(
    statement.filter(({ id }) => !chosen.has(id)),
    free,
  );
  const paired = new Set([...chosen.values(), ...ruled.values()].flat().map(lineKey));
  return [
    ...statement.map((line): Pair => {
      const own = chosen.get(line.id);
      if (own) return { statement: line, invoice: own, by: 'person' };
      const found = ruled.get(line.id);
      return { statement: line, invoice: [...(found ?? [])].sort(byPlace), by: found ? 'rule' : null };
    }),
    ...[...invoice]
      .sort(byPlace)
      .filter((line) => !paired.has(lineKey(line)))
      .map(
        (line): Pair => ({
          statement: null,
          invoice: [line],
          by: line.matchedWith === NO_COUNTERPART ? 'person' : null,
        }),
      ),
  ];
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

function byRule(statement: readonly StatementLine[], lines: readonly InvoiceLine[]): Map<string, InvoiceLine[]> {
  const pairs = new Map<string, InvoiceLine[]>();
  const taken = new Set<string>();
  const candidates = statement.flatMap((own) => lines.map((line) => candidate(own, line)));
  for (const { statement: own, line } of candidates.filter(isPossible).sort(mostAlikeFirst)) {
    if (pairs.has(own.id) || taken.has(lineKey(line))) continue;
    pairs.set(own.id, [line]);
    taken.add(lineKey(line));
  }
  for (const line of lines.filter((left) => !taken.has(lineKey(left)))) {
    const [best] = candidates
      .filter((own) => own.line === line && joins(own, pairs.get(own.statement.id)))
      .sort(mostAlikeFirst);
    if (best) add(pairs, best.statement.id, line);
  }
  return pairs;
}

function candidate(statement: StatementLine, line: InvoiceLine): Candidate {
  return {
    statement,
    line,
    ...naming(line.description, statement),
    sameRate: line.rate !== null && isSame(parseDecimal(line.rate), parseDecimal(statement.rate)),
    distance: size(line.amount - statement.amount),
  };
}

/** Words that name another charge are overruled by an equal amount only; no words need a rate or an amount alike. */
function isPossible({ naming: said, sameRate, distance, line, statement }: Candidate): boolean {
  if (said === 'named' || distance === 0n) return true;
  return said === 'silent' && (sameRate || 2n * distance <= larger(size(line.amount), size(statement.amount)));
}

/**
 * A line left over is a part of ours that a paired line bills already where it has our rate or the pair's, which may be
 * a wrong one, and brings the amounts closer.
 */
function joins({ naming: said, sameRate, line, statement }: Candidate, pair: readonly InvoiceLine[] | undefined) {
  if (!pair || said === 'another' || !(sameRate || pair.every((own) => haveOneRate(own, line)))) return false;
  const rest = statement.amount - pair.reduce((sum, { amount }) => sum + amount, 0n);
  return size(rest - line.amount) < size(rest);
}

function haveOneRate(a: InvoiceLine, b: InvoiceLine): boolean {
  return a.rate !== null && b.rate !== null && isSame(parseDecimal(a.rate), parseDecimal(b.rate));
}

const namings: readonly Naming[] = ['named', 'silent', 'another'];

function mostAlikeFirst(a: Candidate, b: Candidate): number {
  return (
    namings.indexOf(a.naming) - namings.indexOf(b.naming) ||
    b.details - a.details ||
    Number(b.sameRate) - Number(a.sameRate) ||
    compare(a.distance, b.distance) ||
    byPlace(a.line, b.line) ||
    compare(a.statement.id, b.statement.id)
  );
}

function byPlace(a: InvoiceLine, b: InvoiceLine): number {
  return compare(a.invoice, b.invoice) || a.place - b.place;
}

function compare<T extends bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}
