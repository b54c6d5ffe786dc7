import { inputTemplate } from '#views';
import { inputsQuery } from '../../../_components/inputs/inputs-query.ts';
import { download } from '../../../_request/download.ts';
import { missing } from '../../../_request/problem.ts';

/** A file with the columns of one sort of inputs and no row. */
export async function GET(request: Request): Promise<Response> {
  const { sort } = inputsQuery(Object.fromEntries(new URL(request.url).searchParams));
  const columns = inputTemplate(sort);
  return columns ? download(`${sort}.csv`, `${columns.join(',')}\r\n`) : missing(`no template of ${sort}`);
}
