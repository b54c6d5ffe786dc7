import { openSession, revenueWorkbook } from '#views';
import { revenueQuery } from '../../../_components/revenue/revenue-query.ts';
import { exportOf } from '../../../_request/export-of.ts';
import { problem } from '../../../_request/problem.ts';

/** The page of an address as a workbook, with its events. */
export async function GET(request: Request): Promise<Response> {
  try {
    const query = revenueQuery(Object.fromEntries(new URL(request.url).searchParams));
    return await exportOf(await revenueWorkbook(await openSession(), query), 'xlsx', 'breakeven-revenue');
  } catch (error) {
    return problem(error);
  }
}
