import type { ContractVersion } from '#contracts';
import { type Db, dataSpan, loadBooks } from '#db';
import { type Missing, price } from '#pricing';
import { addDays, monthOf, period } from '#time';

/** A charge that cannot be priced in any month with calls, and what to do about it. */
export type MissingInput = { versionId: string; place: number; field: string; message: string };

/**
 * The charges of contract versions that lack what they are counted by in every month with calls under them: without any
 * logged hours, say. A month among others that still waits for its file is no fault of the contract.
 */
export async function missingInputs(
  tx: Db,
  vendor: string,
  versions: readonly ContractVersion[],
): Promise<MissingInput[]> {
  const span = await dataSpan(tx, vendor);
  if (!span || versions.length === 0) return [];
  const books = await loadBooks(tx, period(span.first, addDays(span.last, 1)), { vendor });
  return versions.flatMap((version) => {
    const own = books.rows.filter((row) => row.contractId === version.id && row.handled > 0);
    const months = [...new Set(own.map((row) => monthOf(row.day)))];
    const lacking = months.map((month) =>
      price(version, month, { ...books, rows: own.filter((row) => monthOf(row.day) === month) }).missing.filter(
        ({ input }) => input !== 'variable_lines',
      ),
    );
    const [first = []] = lacking;
    return first
      .filter(({ place, input }) =>
        lacking.every((all) => all.some((one) => one.place === place && one.input === input)),
      )
      .map((missing) => ({ versionId: version.id, place: missing.place, ...said(missing, months) }));
  });
}

function said({ input }: Missing, months: readonly string[]): { field: string; message: string } {
  const when = `${months[0]}${months.length > 1 ? ` to ${months.at(-1)}` : ''}`;
  switch (input) {
    case 'logged_hours':
      return {
        field: '.basis',
        message: `no logged hours are there for ${when}: import them (breakeven import hours), or choose basis productive`,
      };
    case 'fte':
      return { field: '.kind', message: `no full-time equivalents are there for ${when}: import them with the hours` };
    case 'index':
      return {
        field: '.index',
        message: 'the index has no values for its anniversaries: import them (import indices)',
      };
    case 'qa':
    case 'csat':
      return { field: '.kpi', message: `no ${input} scores are there for ${when}: import them (import scores)` };
    default:
      return {
        field: '.kpi',
        message: `${input} cannot be known for ${when}: the log or the program lacks what it needs`,
      };
  }
}
