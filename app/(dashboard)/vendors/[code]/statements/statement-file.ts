import { openSession, statementsPage, statementView } from '#views';
import { reportFile } from '../../../../_request/report-file.ts';

/** The list of a vendor's statements as a file. */
export const statementsFile = reportFile<{ code: string }>(async (_, params) => {
  const code = decodeURIComponent(params.code);
  const view = await statementsPage(await openSession(), code);
  if (!view) return { missing: `no vendor "${code}"` };
  return { report: view.report, name: `breakeven-${code}-statements` };
});

/** A vendor's statement of a month as a file, of the program in the address where it names one. */
export const statementFile = reportFile<{ code: string; month: string }>(async (request, { code, month }) => {
  const vendor = decodeURIComponent(code);
  const program = new URL(request.url).searchParams.get('program') ?? undefined;
  const view = await statementView(await openSession(), { vendor, month, program });
  if (!view) return { missing: `no statement of vendor "${vendor}" for "${month}"` };
  return { report: view.report, name: `breakeven-${vendor}-statement-${month}` };
});
