import { tableCsv } from '#exports';
import { allCalls, openSession } from '#views';
import { getSay } from '../../../_components/report/say.ts';
import { download } from '../../../_request/download.ts';
import { missing, problem } from '../../../_request/problem.ts';

/** The calls of an address as CSV, written as they are read. */
export async function GET(request: Request): Promise<Response> {
  try {
    const given = Object.fromEntries(new URL(request.url).searchParams);
    const found = await allCalls(await openSession(), given);
    if (!found) return missing('no calls have been imported');
    const { table, pages, period } = found;
    return download(`breakeven-calls-${period.from}-${period.to}.csv`, tableCsv(table, pages, await getSay()));
  } catch (error) {
    return problem(error);
  }
}
