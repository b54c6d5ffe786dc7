import { contentTypes, type ExportFormat, exportReport } from '#exports';
import type { Report } from '#reports';
import { getSay } from '../_components/report/say.ts';
import { download } from './download.ts';
import { missing, problem } from './problem.ts';

/** A report and what its files are called, without an ending; or that there is none of what was asked for. */
type Found = { report: Report; name: string } | { missing: string };

async function fileOf({ report, name }: { report: Report; name: string }, format: ExportFormat): Promise<Response> {
  const bytes = await exportReport(report, format, { say: await getSay(), now: new Date() });
  return download(`${name}.${format}`, bytes, contentTypes[format]);
}

/** Makes the GETs of a report's files, one a format, from what finds the report that a request asks for. */
export function reportFile<Params = object>(find: (request: Request, params: Params) => Promise<Found>) {
  return (format: ExportFormat) =>
    async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
      try {
        const found = await find(request, await context.params);
        return 'missing' in found ? missing(found.missing) : await fileOf(found, format);
      } catch (error) {
        return problem(error);
      }
    };
}
