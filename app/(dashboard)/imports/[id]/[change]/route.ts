import { queueImport, queueUndo } from '#jobs';
import {
  cancelImport,
  decideImport,
  discardImport,
  OperationError,
  saveImportMapping,
  saveVendorWords,
} from '#operations';
import { batchSummary, importPreview, openSession, type Session } from '#views';
import { formAnswer } from '../../../../_request/form-answer.ts';
import { askedOf } from '../../asked-of.ts';

type Change = (session: Session, id: string, request: Request) => Promise<unknown>;

/** What can be done with an import from its page, by the last part of the address. */
const changes: Readonly<Record<string, Change>> = {
  import: importDraft,
  retry: async (session, id) => {
    const batch = await batchSummary(session, id);
    if (!batch) throw new OperationError('not_found', `there is no import ${id}`);
    await decideImport(session, id, batch.options);
    return queueImport(session, id);
  },
  cancel: cancelImport,
  discard: discardImport,
  undo: queueUndo,
};

/** Imports a delivery as it has been previewed; what its vendor's words and columns mean is kept for the next one. */
async function importDraft(session: Session, id: string, request: Request): Promise<unknown> {
  const asked = await askedOf(request);
  const preview = await importPreview(session, id, asked);
  if (!preview?.ready) throw new OperationError('validation', 'it cannot be imported like this: nothing was changed');
  const { table, mapping } = preview;
  const { vendor, program, timezone, format } = preview.asked;
  if (asked && vendor !== null) {
    const { words, saveAs } = asked;
    if (Object.keys({ ...words.outcomes, ...words.programs }).length > 0) await saveVendorWords(session, vendor, words);
    const header = table?.columns.map((column) => column.header) ?? [];
    if (saveAs !== null && mapping) await saveImportMapping(session, { vendor, name: saveAs, header, mapping });
  }
  const named = mapping && asked?.saveAs ? { ...mapping, name: asked.saveAs } : mapping;
  const read = named ? { mapping: named, format: null } : { mapping: null, format };
  await decideImport(session, id, { vendor, program, timezone, ...read, strict: false });
  return queueImport(session, id);
}

/** Imports, cancels, retries, undoes or discards. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string; change: string }> },
): Promise<Response> {
  const { id, change } = await params;
  return formAnswer(request, async () => {
    const own = Object.hasOwn(changes, change) ? changes[change] : undefined;
    if (!own) throw new OperationError('not_found', `an import has no "${change}"`);
    return own(await openSession(), id, request);
  });
}
