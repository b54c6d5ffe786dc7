import { openSession, revenueWorkbook } from '#views';
import { revenueQuery } from '../../../_components/revenue/revenue-query.ts';
import { reportFile } from '../../../_request/report-file.ts';

/** The page of an address as a workbook, with its events. */
export const GET = reportFile(async (request) => {
  const query = revenueQuery(Object.fromEntries(new URL(request.url).searchParams));
  return { report: await revenueWorkbook(await openSession(), query), name: 'breakeven-revenue' };
})('xlsx');
