import type { Contract } from '#contracts';
import {
  type Books,
  listVendors,
  loadBooks,
  readRates,
  readVendorMetrics,
  rerate,
  type Session,
  type VendorRecord,
} from '#db';
import { namedProgram, proposedVersion, type ReadTerms, ratesAlike, readTerms, termsInForce } from '#economics';
import { type PublishedRate, rateTable } from '#money';
import type { VendorMetrics } from '#quality';
import type { RollupRow } from '#rollup';
import { addDays, eachMonth, monthPeriod, type Period } from '#time';

/** A vendor's recorded calls, and the terms proposed for them: what these leave out stays as it is. */
export type WhatIfQuery = {
  vendor: string;
  period: Period;
  /** One program; else the one that the terms name, else all. */
  program?: string | undefined;
  terms: unknown;
  /** With percentiles of handle time. */
  percentiles?: boolean;
  /** Reporting currency; without it the organisation's own. */
  currency?: string | undefined;
};

/** What was recorded and what is proposed, before anything is priced. */
export type Proposal = {
  vendors: VendorRecord[];
  program: string | undefined;
  books: Books;
  /** The exchange rates of the books, as published. */
  published: PublishedRate[];
  inForce: Contract | null;
  /** What the sources of the calls say of their figures. */
  metrics: VendorMetrics[];
  read: ReadTerms;
};

/** Loads a vendor's books with the terms in force and the proposed ones; null where there is no such vendor. */
export async function loadProposal(session: Session, query: WhatIfQuery): Promise<Proposal | null> {
  const { vendor, period, terms, percentiles = false, currency } = query;
  const program = query.program ?? namedProgram(terms);
  const vendors = await listVendors(session.database);
  if (!vendors.some(({ code }) => code === vendor)) return null;
  const options = { vendor, percentiles, ...(currency === undefined ? {} : { currency }) };
  const loaded = await loadBooks(session.database, period, options);
  const inForce = termsInForce(loaded, { vendor, program });
  const read = readTerms(terms, { vendor, inForce });
  const own = ownOf(loaded, vendor);
  const metrics = await readVendorMetrics(session.database, period, vendor);
  const published = await publishedRates(session, own, read.ok ? [read.contract.currency] : []);
  return { vendors, program, books: { ...own, rates: rateTable(published) }, published, inForce, metrics, read };
}

/** The vendor's own versions and the programs that it serves: nothing of others is looked at, nor sent anywhere. */
function ownOf(books: Books, vendor: string): Books {
  const served = new Set(books.rows.map((row) => row.program));
  return {
    ...books,
    versions: books.versions.filter((version) => version.vendor === vendor),
    programs: books.programs.filter(({ code }) => served.has(code)),
  };
}

async function publishedRates({ database }: Session, books: Books, others: string[]): Promise<PublishedRate[]> {
  const { currency, versions, programs, rows, period } = books;
  const used = new Set([currency, ...others, ...[...versions, ...programs, ...rows].map((own) => own.currency)]);
  const months = wholeMonths(period);
  return used.size === 1 ? [] : readRates(database, [...used], addDays(months.from, -1), months.to);
}

/** The whole months of a period: what tiers and monthly amounts are decided by. */
function wholeMonths(period: Period): Period {
  const months = [...eachMonth(period)].map(monthPeriod);
  return { from: months[0]?.from ?? period.from, to: months.at(-1)?.to ?? period.to };
}

type Asked = {
  books: Books;
  vendor: string;
  program?: string | undefined;
  contract: Contract;
  percentiles?: boolean | undefined;
};

/** The recorded calls as the proposed terms rate them; undefined where the recorded rows will do. */
export async function reratedRows({ database }: Session, asked: Asked): Promise<RollupRow[] | undefined> {
  if (ratesAlike(asked)) return undefined;
  const { vendor, program, books, percentiles = false } = asked;
  return rerate(database, {
    vendor,
    program,
    period: wholeMonths(books.period),
    versions: [proposedVersion(asked)],
    withHistograms: percentiles,
  });
}
