'use client';

import { FieldNotes } from '../../ui/field-notes.tsx';
import { idOf, useFault } from './form-context.tsx';

/** What is wrong at a part of the form; nothing where all is well. */
export function FaultText({ path }: { path: string }) {
  return <FieldNotes id={idOf(path)} fault={useFault(path)} />;
}
