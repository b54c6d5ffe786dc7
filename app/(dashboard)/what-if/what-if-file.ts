import { OperationError } from '#operations';
import { openSession, termsIn, whatIfScope, whatIfView } from '#views';
import { askedOf } from '../../_components/what-if/asked-of.ts';
import { reportFile } from '../../_request/report-file.ts';

/** What the page of the same address shows as a file, worked out here by the same functions. */
export const whatIfFile = reportFile(async (request) => {
  const asked = askedOf(Object.fromEntries(new URL(request.url).searchParams));
  const session = await openSession();
  const scope = await whatIfScope(session, asked);
  const { terms, fault } = termsIn(asked.terms);
  if (!scope) return { missing: 'no vendor with calls' };
  const { vendor, period, filters } = scope;
  const program = filters.program ?? undefined;
  const answer = fault ? { issues: [fault] } : await whatIfView(session, { vendor, period, program, terms });
  if (!answer) return { missing: `no vendor "${vendor}"` };
  if ('issues' in answer) throw new OperationError('validation', 'the terms are no contract', answer.issues);
  return { report: answer.report, name: `breakeven-what-if-${vendor}-${period.from}-${period.to}` };
});
