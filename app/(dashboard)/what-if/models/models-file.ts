import { modelsView, openSession, whatIfScope } from '#views';
import { askedOf } from '../../../_components/what-if/asked-of.ts';
import { priceOf } from '../../../_components/what-if/price-of.ts';
import { reportFile } from '../../../_request/report-file.ts';

/** The comparison of models that the page of the same address shows, as a file. */
export const modelsFile = reportFile(async (request) => {
  const asked = askedOf(Object.fromEntries(new URL(request.url).searchParams));
  const session = await openSession();
  const scope = await whatIfScope(session, asked);
  if (!scope) return { missing: 'no vendor with calls' };
  const { vendor, period, filters } = scope;
  const program = filters.program ?? undefined;
  const view = await modelsView(session, { vendor, period, program, price: priceOf(asked.price) });
  if (!view || 'lacks' in view) return { missing: `no models to compare for "${vendor}"` };
  return { report: view.report, name: `breakeven-models-${vendor}-${period.from}-${period.to}` };
});
