import type { Contract, ContractVersion } from '#contracts';
import { noInputs, type OtherInputs, type Statement } from '#pricing';
import type { RollupRow } from '#rollup';
import { addDays, type Day, eachMonth, intersect, monthPeriod } from '#time';
import type { Economics } from './economics.ts';
import type { BooksInput } from './input.ts';
import { pricedMonths } from './priced-months.ts';
import { economics } from './unit-economics.ts';

/** The id under which the proposed terms are priced. */
export const proposedId = 'proposed';

/** A vendor's recorded calls of a period, and the terms that they are to be priced under. */
export type WhatIfInput = {
  books: Omit<BooksInput, 'only'>;
  vendor: string;
  /** One program's calls; without it all the vendor's. */
  program?: string | undefined;
  /** The proposed terms; its dates are not looked at, it takes the place of what was in force. */
  contract: Contract;
  /**
   * The same calls' roll-up rows as the proposed terms rate them. Needed where they rate otherwise than the recorded
   * rows (`ratesAlike`); whose contract they carry is not looked at.
   */
  rerated?: readonly RollupRow[] | undefined;
};

/** What a vendor's calls come to under one set of terms. */
export type Side = {
  /** Of whole months, in the order of version and month. */
  statements: Statement[];
  /** The one total of the vendor (and program) in the period. */
  economics: Economics;
  /** What both were computed from. */
  books: BooksInput;
};

/**
 * Prices proposed terms on recorded calls, next to the terms in force (economics.md section 10): both sides by the same
 * `economics` and `price`, of which only the input differs. Throws MissingRateError as those do.
 */
export function whatIf(input: WhatIfInput): { current: Side; proposed: Side } {
  return { current: currentSide(input), proposed: proposedSide(input) };
}

/** The terms in force alone. */
export function currentSide(input: Pick<WhatIfInput, 'books' | 'vendor' | 'program'>): Side {
  return sideOf(input.books, input);
}

/** The proposed terms alone, for those who have the others already. */
export function proposedSide(input: WhatIfInput): Side {
  return sideOf(proposedBooks(input), input);
}

function sideOf(own: WhatIfInput['books'], { vendor, program }: Scope): Side {
  const books = { ...own, only: { vendor, program } };
  const [total] = economics({ ...books, by: [] });
  if (!total) throw new Error('economics without grouping gives one total');
  const statements = pricedMonths(books)
    .filter(({ version }) => program === undefined || version.program === undefined || version.program === program)
    .map(({ statement }) => statement);
  const key = program === undefined ? { vendor } : { vendor, program };
  return { statements, economics: { ...total, key }, books };
}

/**
 * Whether rows recorded under these versions are rated as the terms would rate them, so that a change is of prices alone.
 * Calls on which no contract was in force were not rated at all.
 */
export function ratesAlike({ books, vendor, program, contract }: Omit<WhatIfInput, 'rerated'>): boolean {
  const wanted = ratingText(contract);
  const alike = new Set(books.versions.filter((version) => ratingText(version) === wanted).map(({ id }) => id));
  return books.rows.every(
    (row) => !isOf(row, { vendor, program }) || (row.contractId !== null && alike.has(row.contractId)),
  );
}

/** Rating as a text; the zone counts only where windows of its clock do. */
function ratingText({ rating, timezone }: Pick<Contract, 'rating' | 'timezone'>): string {
  const rules = Object.entries(rating)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([rules, rating.windows.length > 0 ? timezone : null]);
}

type Scope = { vendor: string; program?: string | undefined };
type Owned = { vendor: string; program?: string | null | undefined };

function isOf(own: Owned, { vendor, program }: Scope): boolean {
  return own.vendor === vendor && (program === undefined || own.program === program);
}

/** The books as if the proposed terms had been in force: rows, hours and scores are theirs, what they replace is gone. */
function proposedBooks(input: WhatIfInput): WhatIfInput['books'] {
  const { books, rerated } = input;
  const replaced = new Set(replacedBy(input).map(({ id }) => id));
  const isTheirs = (own: Owned & { contractId: string | null }) =>
    isOf(own, input) || (own.contractId !== null && replaced.has(own.contractId));
  const theirs = <T extends Owned & { contractId: string | null }>(own: T): T =>
    isTheirs(own) ? { ...own, contractId: proposedId } : own;
  const others = rerated ? books.rows.filter((row) => !isTheirs(row)) : books.rows;
  const inputs = books.inputs ?? noInputs;
  return {
    ...books,
    rows: [...others.map(theirs), ...(rerated ?? []).map((row) => ({ ...row, contractId: proposedId }))],
    versions: [...books.versions.filter(({ id }) => !replaced.has(id)), proposedVersion(input)],
    inputs: { ...inputs, hours: inputs.hours.map(theirs), scores: inputs.scores.map(theirs) } satisfies OtherInputs,
  };
}

/**
 * The versions whose place the proposed terms take: all the vendor's, or those of the program, with one for all programs
 * where no other program has calls under it.
 */
function replacedBy({ books, vendor, program }: Omit<WhatIfInput, 'rerated' | 'contract'>): ContractVersion[] {
  const shared = new Set(
    books.rows.filter((row) => row.vendor === vendor && row.program !== program).map((row) => row.contractId),
  );
  return books.versions.filter(
    (version) =>
      version.vendor === vendor &&
      (program === undefined ||
        version.program === program ||
        (version.program === undefined && !shared.has(version.id))),
  );
}

/**
 * The proposed terms as a version: in force when any version that they replace was, and on days with calls that had none,
 * so that amounts of a month are prorated alike on both sides.
 */
export function proposedVersion(input: Omit<WhatIfInput, 'rerated'>): ContractVersion {
  const { books, vendor, program, contract } = input;
  const months = wholeMonths(books.period);
  const replaced = replacedBy(input).filter((version) => intersect(version, months) !== null);
  const days = books.rows.filter((row) => row.contractId === null && isOf(row, input)).map(({ day }) => day);
  const starts = [...replaced.map(({ from }) => from), ...days];
  const ends = [...replaced.map(({ to }) => to), ...days.map((day) => addDays(day, 1))];
  const { program: _, ...terms } = contract;
  return {
    ...terms,
    id: proposedId,
    vendor,
    ...(program === undefined ? {} : { program }),
    from: starts.reduce((a, b) => (b < a ? b : a), starts[0] ?? months.from),
    to: ends.reduce<Day | null>((a, b) => (a === null || b === null ? null : b > a ? b : a), ends[0] ?? months.to),
    charges: contract.charges.map((charge) =>
      charge.kind === 'indexation' ? { ...charge, since: charge.since ?? contract.from } : charge,
    ),
  };
}

function wholeMonths(period: BooksInput['period']) {
  const months = [...eachMonth(period)].map(monthPeriod);
  return { from: months[0]?.from ?? period.from, to: months.at(-1)?.to ?? period.to };
}
