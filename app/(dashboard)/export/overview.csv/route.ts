import { reportCsv } from '#exports';
import { openSession, overview } from '#views';
import { getSay } from '../../../_components/report/say.ts';
import { download } from '../../../_request/download.ts';
import { problem } from '../../../_request/problem.ts';

/** The overview's table: the figures of the page, unrounded. */
export async function GET(request: Request): Promise<Response> {
  try {
    const { searchParams } = new URL(request.url);
    const asked = (name: string) => searchParams.get(name) ?? undefined;
    const view = await overview(await openSession(), {
      from: asked('from'),
      to: asked('to'),
      program: asked('program'),
    });
    const { from, to } = view.filters;
    return download(
      `breakeven-overview-${from}-${to}.csv`,
      reportCsv(view.report, await getSay(), { tables: ['vendors'] }),
    );
  } catch (error) {
    return problem(error);
  }
}
