import type { ExportFormat } from '#exports';
import { OperationError } from '#operations';
import { openSession, termsIn, whatIfScope, whatIfView } from '#views';
import { askedOf } from '../../_components/what-if/asked-of.ts';
import { exportOf } from '../../_request/export-of.ts';
import { missing, problem } from '../../_request/problem.ts';

/** Answers with what the page of the same address shows, worked out here by the same functions. */
export function whatIfFile(format: ExportFormat): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const asked = askedOf(Object.fromEntries(new URL(request.url).searchParams));
      const session = await openSession();
      const scope = await whatIfScope(session, asked);
      const { terms, fault } = termsIn(asked.terms);
      if (!scope) return missing('no vendor with calls');
      const { vendor, period, filters } = scope;
      const program = filters.program ?? undefined;
      const answer = fault ? { issues: [fault] } : await whatIfView(session, { vendor, period, program, terms });
      if (!answer) return missing(`no vendor "${vendor}"`);
      if ('issues' in answer) throw new OperationError('validation', 'the terms are no contract', answer.issues);
      return await exportOf(answer.report, format, `breakeven-what-if-${vendor}-${period.from}-${period.to}`);
    } catch (error) {
      return problem(error);
    }
  };
}
