import { revenueTemplate } from '#views';
import { download } from '../../../_request/download.ts';

/** A file with the columns of revenue events and no row. */
export function GET(): Response {
  return download('revenue.csv', `${revenueTemplate().join(',')}\r\n`);
}
