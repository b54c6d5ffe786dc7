import type { ContractVersion } from '#contracts';
import { contractOn } from '#contracts';
import { type BooksInput, type Economics, economics, evidenceDays, evidenceKinds, type Range } from '#economics';
import { convert, type Micros, parseMicros, toUnits } from '#money';
import { addDays, type Day, type Period, period } from '#time';
import { booksByVendor } from './books-of.ts';
import { type Judgement, judge } from './judge.ts';
import type { JudgeInput, Situation } from './judge-input.ts';

type Pair = { vendor: string; program: string; first: Day };

/** Days until about nine tenths of what refunds take back is in (statistics.md section 1.6). */
const MATURITY_DAYS = 45;

/** Every vendor and program with calls up to the day, and the first day with any. */
function pairsIn({ rows }: BooksInput, asOf: Day): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { vendor, program, day, calls } of rows) {
    if (day > asOf || calls === 0) continue;
    const key = JSON.stringify([vendor, program]);
    const known = pairs.get(key);
    if (!known || day < known.first) pairs.set(key, { vendor, program, first: day });
  }
  return [...pairs.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}

/** Evidence starts afresh with every contract version: a new price is a new question. */
function epochOf({ first }: Pair, version: ContractVersion | null, asOf: Day): Period {
  const from = version && version.from > first ? version.from : first;
  return period(from <= asOf ? from : asOf, addDays(asOf, 1));
}

function wages(version: ContractVersion | null, books: BooksInput, asOf: Day): Range | null {
  if (!version?.vendorCost) return null;
  const units = (text: string) => {
    const amount: Micros = parseMicros(text);
    return toUnits(convert(amount, version.currency, books.currency, asOf, books.rates));
  };
  const { value, low, high } = version.vendorCost.agentHourly;
  return { value: units(value), low: units(low), high: units(high) };
}

function situationOf(own: Economics, version: ContractVersion | null, agentHourly: Range | null): Situation {
  const { perCall } = own;
  return {
    zone: own.zone,
    aht: own.aht,
    breakEvenAht: own.breakEvenAht,
    ahtParts: own.ahtParts,
    planAhtSeconds: version?.plan?.ahtSeconds ?? null,
    feePerCall: perCall.cost,
    revenuePerCall: perCall.revenue,
    floor: perCall.floor,
    ceiling: perCall.ceiling,
    agentHourly,
    ahtNeeded: own.meetingPoint?.aht?.value ?? null,
    revenueNeeded: own.meetingPoint?.revenuePerCall?.value ?? null,
    gaps: own.gaps,
  };
}

function isMaturing({ laterRevenue = [] }: BooksInput, { vendor, program }: Pair): boolean {
  return laterRevenue.some((own) => own.vendor === vendor && own.program === program);
}

function inputOf(books: BooksInput, pair: Pair, asOf: Day): JudgeInput {
  const { vendor, program } = pair;
  const version = contractOn(books.versions, vendor, program, asOf);
  const epoch = epochOf(pair, version, asOf);
  const own = { ...books, period: epoch, only: { vendor, program } };
  const [total] = economics({ ...own, by: [] });
  if (!total) throw new Error(`no total for ${vendor}/${program}`);
  const kinds = evidenceKinds(version);
  return {
    vendor,
    program,
    currency: books.currency,
    days: evidenceDays(own, { vendor, program, ...epoch }),
    clientKind: kinds.client,
    vendorKind: kinds.vendor,
    maturityDays: isMaturing(books, pair) ? MATURITY_DAYS : 0,
    situation: situationOf(total, version, wages(version, books, asOf)),
  };
}

/**
 * Judges every vendor and program of the books on the evidence up to and including `asOf`, each since its contract
 * version in force began. The books must reach back to the first call.
 */
export function judgeBooks(books: BooksInput, asOf: Day): Judgement[] {
  const own = booksByVendor(books);
  return judge(
    pairsIn(books, asOf).map((pair) => inputOf(own(pair.vendor), pair, asOf)),
    asOf,
  );
}
