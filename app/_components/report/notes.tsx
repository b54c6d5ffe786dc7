import type { Say, Text } from '#format';
import { cn } from '../ui/class-names.ts';

type Props = { notes: readonly Text[]; say: Say; title?: string; className?: string };

/** What figures leave out or assume, as small sentences. */
export function Notes({ notes, say, title, className }: Props) {
  if (notes.length === 0) return null;
  return (
    <div className={cn('text-muted text-sm', className)}>
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
