import type { Say, Text } from '#format';

/** What figures leave out or assume, as small sentences. */
export function Notes({ notes, say, title }: { notes: readonly Text[]; say: Say; title?: string }) {
  if (notes.length === 0) return null;
  return (
    <div className="text-muted text-sm">
      {title && <h2 className="mb-1 font-medium text-ink">{title}</h2>}
      <ul className="max-w-4xl space-y-1">
        {notes.map((note) => (
          <li key={`${note.key} ${JSON.stringify(note.values)}`} className="text-pretty">
            {say(note)}
          </li>
        ))}
      </ul>
    </div>
  );
}
