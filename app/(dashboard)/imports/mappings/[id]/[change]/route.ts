import { deleteImportMapping, renameImportMapping } from '#operations';
import { type Changes, changeHandler } from '../../../../../_request/change-handler.ts';
import { type Fields, fieldsOf } from '../../../../../_request/fields-of.ts';

const changes: Changes<Fields> = {
  rename: (session, id, field) => renameImportMapping(session, id, field('name')),
  delete: (session, id) => deleteImportMapping(session, id),
};

/** Renames or deletes a saved mapping. */
export const POST = changeHandler('a mapping', { changes, read: fieldsOf });
