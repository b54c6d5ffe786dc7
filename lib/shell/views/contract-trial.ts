import type { Contract, ContractVersion } from '#contracts';
import { type Books, listVersions, loadBooks, readRates, rerate, type Session } from '#db';
import { proposedId, proposedVersion, ratesAlike, type Side, type WhatIfInput, whatIf } from '#economics';
import { rateTable } from '#money';
import { addDays, type Period } from '#time';

/** Recorded calls of a period under the terms that were in force and under proposed ones. */
export type Trial = {
  currency: string;
  /** Whether the calls had to be read again, because the terms rate them otherwise than the roll-up has them. */
  rerated: boolean;
  current: Side;
  proposed: Side;
};

/** Terms with the recorded calls of a period that they would be for; null where none was handled. */
export async function trialInput(session: Session, draft: Contract, days: Period): Promise<TrialInput | null> {
  const books = await scopedBooks(session, draft, days);
  const { vendor, program } = draft;
  const isTheirs = (own: { vendor: string; program: string }) =>
    own.vendor === vendor && (program === undefined || own.program === program);
  return books.rows.some((row) => row.handled > 0 && isTheirs(row))
    ? { books, vendor, program, contract: draft }
    : null;
}

type TrialInput = Omit<WhatIfInput, 'rerated' | 'books'> & { books: Books };

/**
 * Tries terms on recorded calls; null where none was handled. A change of price alone is arithmetic on stored sums; calls
 * are read again only where the terms rate them otherwise. Throws MissingRateError.
 */
export async function contractTrial(session: Session, draft: Contract, days: Period): Promise<Trial | null> {
  const input = await trialInput(session, draft, days);
  if (!input) return null;
  const { currency } = input.books;
  if (ratesAlike(input)) return { currency, rerated: false, ...whatIf(input) };
  const rerated = await rerate(session.database, {
    vendor: draft.vendor,
    program: draft.program,
    period: days,
    versions: [...(await ownContracts(session, draft)), proposedVersion(input)],
  });
  const own = rerated.filter(({ contractId }) => contractId === proposedId);
  return { currency, rerated: true, ...whatIf({ ...input, rerated: own }) };
}

/** The books without programs that have contracts of their own, where the terms are for all the others. */
async function scopedBooks({ database }: Session, draft: Contract, days: Period): Promise<Books> {
  const books = await loadBooks(database, days, { vendor: draft.vendor });
  const own = new Set(books.versions.filter(({ program }) => program !== undefined).map(({ id }) => id));
  const isTheirs = (contractId: string | null) => draft.program !== undefined || !own.has(contractId ?? '');
  return {
    ...books,
    rows: books.rows.filter(({ contractId }) => isTheirs(contractId)),
    versions: books.versions.filter(({ vendor, id }) => vendor === draft.vendor && isTheirs(id)),
    ...(await ratesFor(database, books, draft)),
  };
}

/** The exchange rates of a currency that no stored contract is in. */
async function ratesFor(database: Session['database'], books: Books, draft: Contract): Promise<Partial<Books>> {
  const { currency, versions, programs, rows, period } = books;
  const used = new Set([currency, ...[...versions, ...programs, ...rows].map((own) => own.currency)]);
  if (used.has(draft.currency)) return {};
  const rates = await readRates(database, [...used, draft.currency], addDays(period.from, -1), period.to);
  return { rates: rateTable(rates) };
}

/** The contracts that come before one for all programs. */
async function ownContracts({ database }: Session, { vendor, program }: Contract): Promise<ContractVersion[]> {
  if (program !== undefined) return [];
  return (await listVersions(database)).filter((version) => version.vendor === vendor && version.program !== undefined);
}
