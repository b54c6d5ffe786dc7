import type { ExportFormat } from '#exports';
import { openSession, statementsPage, statementView } from '#views';
import { exportOf } from '../../../../_request/export-of.ts';
import { missing, problem } from '../../../../_request/problem.ts';

type Handler<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/** Answers with the list of a vendor's statements as a file. */
export function statementsFile(format: ExportFormat): Handler<{ code: string }> {
  return async (_, { params }) => {
    try {
      const code = decodeURIComponent((await params).code);
      const view = await statementsPage(await openSession(), code);
      if (!view) return missing(`no vendor "${code}"`);
      return await exportOf(view.report, format, `breakeven-${code}-statements`);
    } catch (error) {
      return problem(error);
    }
  };
}

/** Answers with a vendor's statement of a month as a file, of the program in the address where it names one. */
export function statementFile(format: ExportFormat): Handler<{ code: string; month: string }> {
  return async (request, { params }) => {
    try {
      const { code, month } = await params;
      const vendor = decodeURIComponent(code);
      const program = new URL(request.url).searchParams.get('program') ?? undefined;
      const view = await statementView(await openSession(), { vendor, month, program });
      if (!view) return missing(`no statement of vendor "${vendor}" for "${month}"`);
      return await exportOf(view.report, format, `breakeven-${vendor}-statement-${month}`);
    } catch (error) {
      return problem(error);
    }
  };
}
