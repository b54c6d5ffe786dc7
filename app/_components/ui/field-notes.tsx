/** What stands below a field: what it takes, and what is wrong with its value. */
export type Noted = { hint?: string | undefined; fault?: string | undefined };

/** What stands below the field of this id; nothing where there is nothing to say. */
export function FieldNotes({ id, hint, fault }: Noted & { id: string }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-muted text-xs">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} className="mt-1 text-failing text-xs first-letter:uppercase">
          {fault}
        </p>
      )}
    </>
  );
}

/** Ties a field to the notes below it, for those who do not see them. */
export function notedBy(id: string, { hint, fault }: Noted) {
  const notes = [...(hint ? [`${id}-hint`] : []), ...(fault ? [`${id}-fault`] : [])];
  return { 'aria-invalid': Boolean(fault), ...(notes.length > 0 && { 'aria-describedby': notes.join(' ') }) };
}
