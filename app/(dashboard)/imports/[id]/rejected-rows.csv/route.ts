import { rejectedRowsCsv } from '#exports';
import { batchSummary, openSession, rejectedRows } from '#views';
import { getSay } from '../../../../_components/report/say.ts';
import { download } from '../../../../_request/download.ts';
import { missing, problem } from '../../../../_request/problem.ts';

/** The rejected rows of one document of an import under its own header, to be mended and sent again: `?file=1`. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    const { id } = await params;
    const session = await openSession();
    const batch = await batchSummary(session, id);
    const file = Number(new URL(request.url).searchParams.get('file') ?? 1);
    const document = batch?.documents[file - 1];
    if (!document?.header) return missing(`no rejected rows of import ${id}, file ${file}, that can be mended`);
    const options = {
      header: document.header,
      say: await getSay(),
      semicolons: batch?.options.mapping?.decimal === 'comma',
    };
    const name = (document.name.split('/').at(-1) ?? '')
      .replace(/\.(csv|tsv|txt|xlsx|gz)$/gi, '')
      .replace(/\.csv$/i, '');
    return download(`${name || 'calls'}-rejected.csv`, rejectedRowsCsv(rejectedRows(session, id, file), options));
  } catch (error) {
    return problem(error);
  }
}
