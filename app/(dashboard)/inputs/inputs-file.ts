import { inputsPage, openSession } from '#views';
import { inputsQuery } from '../../_components/inputs/inputs-query.ts';
import { reportFile } from '../../_request/report-file.ts';

/** The rows that the page shows as a file. */
export const inputsFile = reportFile(async (request) => {
  const query = inputsQuery(Object.fromEntries(new URL(request.url).searchParams));
  const { sort, of, period, report } = await inputsPage(await openSession(), query);
  const name = ['breakeven', sort, of?.chosen, period?.chosen].filter(Boolean).join('-');
  return { report, name };
});
