import { deleteImportMapping, OperationError, renameImportMapping } from '#operations';
import { openSession, type Session } from '#views';
import { formAnswer } from '../../../../../_request/form-answer.ts';

type Change = (session: Session, id: string, name: string) => Promise<void>;

/** What can be done with a saved mapping, by the last part of the address. */
const changes: Readonly<Record<string, Change>> = { rename: renameImportMapping, delete: deleteImportMapping };

/** Renames or deletes a saved mapping. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string; change: string }> },
): Promise<Response> {
  const { id, change } = await params;
  return formAnswer(request, async () => {
    const own = Object.hasOwn(changes, change) ? changes[change] : undefined;
    if (!own) throw new OperationError('not_found', `a mapping has no "${change}"`);
    const sent = new URLSearchParams(await request.text());
    await own(await openSession(), id, sent.get('name') ?? '');
  });
}
