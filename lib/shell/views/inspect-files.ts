import { requirePermission } from '#auth';
import { listMappings, listVendors, type Session } from '#db';
import type { SourceFile } from '#imports';
import { type Looked, looked, optionsFor, type PreviewRequest } from './import-preview.ts';

/** What files are and what their first records would become, without anything of them being kept. */
export async function inspectFiles(
  session: Session,
  files: readonly SourceFile[],
  request: Omit<PreviewRequest, 'words'>,
): Promise<Looked> {
  requirePermission(session, 'view', 'imports');
  const { vendor } = request;
  const own = (await listVendors(session.database)).find(({ code }) => code === vendor);
  const timezone = request.timezone ?? own?.timezone ?? null;
  const asked: PreviewRequest = { ...request, timezone, words: { outcomes: {}, programs: {} } };
  const saved = vendor === null ? [] : await listMappings(session.database, vendor);
  return looked({ files, asked, saved, options: await optionsFor(session, asked, saved) });
}
