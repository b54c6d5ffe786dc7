import { queueImport, queueUndo } from '#jobs';
import {
  cancelImport,
  decideImport,
  discardImport,
  OperationError,
  retryImport,
  saveImportMapping,
  saveVendorWords,
} from '#operations';
import { importPreview, type Session } from '#views';
import { type Changes, changeHandler } from '../../../../_request/change-handler.ts';
import { type AskedImport, askedOf } from '../../asked-of.ts';

const changes: Changes<AskedImport | null> = {
  import: importDraft,
  retry: async (session, id) => {
    await retryImport(session, id);
    return queueImport(session, id);
  },
  cancel: cancelImport,
  discard: discardImport,
  undo: queueUndo,
};

/** Imports a delivery as it has been previewed; what its vendor's words and columns mean is kept for the next one. */
async function importDraft(session: Session, id: string, asked: AskedImport | null): Promise<unknown> {
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
export const POST = changeHandler('an import', { changes, read: askedOf });
