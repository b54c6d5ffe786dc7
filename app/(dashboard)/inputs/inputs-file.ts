import type { ExportFormat } from '#exports';
import { inputsPage, openSession } from '#views';
import { inputsQuery } from '../../_components/inputs/inputs-query.ts';
import { exportOf } from '../../_request/export-of.ts';
import { problem } from '../../_request/problem.ts';

/** Answers with the rows that the page shows as a file. */
export function inputsFile(format: ExportFormat): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const query = inputsQuery(Object.fromEntries(new URL(request.url).searchParams));
      const { sort, of, period, report } = await inputsPage(await openSession(), query);
      const name = ['breakeven', sort, of?.chosen, period?.chosen].filter(Boolean).join('-');
      return await exportOf(report, format, name);
    } catch (error) {
      return problem(error);
    }
  };
}
