import { dataSpan, listVersions, loadBooks, type Session } from '#db';
import { type Lacking, lackingDays, lackingInputs, needsInputs } from '#reports';
import { addDays, type Day, eachMonth, monthOf, monthPeriod, type Period, period } from '#time';
import { statementsOf } from './statements-of.ts';

/** Months looked at, up to the last one with calls: what lacks from before is no longer news. */
const MONTHS = 12;

function lastMonths({ first, last }: { first: Day; last: Day }): Period {
  const all = period(first, addDays(last, 1));
  const [from = monthOf(first)] = [...eachMonth(all)].slice(-MONTHS);
  return { ...all, from: monthPeriod(from).from };
}

/** What the contracts of every vendor lack of hours, scores and price indices in the last twelve months with calls. */
export async function lackingIn({ database }: Session): Promise<Lacking[]> {
  const versions = (await listVersions(database)).filter(needsInputs);
  const vendors = [...new Set(versions.map(({ vendor }) => vendor))].sort();
  const found: Lacking[] = [];
  for (const vendor of vendors) {
    const span = await dataSpan(database, vendor);
    if (!span) continue;
    const books = await loadBooks(database, lastMonths(span), { vendor });
    const own = versions.filter((version) => version.vendor === vendor);
    const priced = [...eachMonth(books.period)].flatMap((month) =>
      statementsOf(books, own, month).map((statement) => ({
        statement,
        version: own.find(({ id }) => id === statement.contractId),
      })),
    );
    found.push(
      ...lackingInputs(
        vendor,
        priced.flatMap(({ statement, version }) => (version ? [{ statement, version }] : [])),
      ),
      ...own.flatMap((version) => lackingDays(version, { rows: books.rows, hours: books.inputs.hours })),
    );
  }
  return found;
}
