import { tableCsv } from '#exports';
import { allRevenue, openSession } from '#views';
import { getSay } from '../../../_components/report/say.ts';
import { revenueQuery } from '../../../_components/revenue/revenue-query.ts';
import { download } from '../../../_request/download.ts';
import { problem } from '../../../_request/problem.ts';

/** The events of an address as CSV, written as they are read. */
export async function GET(request: Request): Promise<Response> {
  try {
    const query = revenueQuery(Object.fromEntries(new URL(request.url).searchParams));
    const { table, pages } = await allRevenue(await openSession(), query);
    return download('breakeven-revenue.csv', tableCsv(table, pages, await getSay()));
  } catch (error) {
    return problem(error);
  }
}
