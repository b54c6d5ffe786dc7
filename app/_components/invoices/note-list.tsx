import type { SaidNote } from './said-line.ts';

/** What was said and changed, oldest first. */
export function NoteList({ notes }: { notes: readonly SaidNote[] }) {
  return (
    <ul className="space-y-1 text-sm empty:hidden">
      {notes.map(({ key, text, change, by }) => (
        <li key={key} className="wrap-anywhere border-line border-l-2 pl-2">
          {change && <span className="font-medium">{change}. </span>}
          {text && <span>{text} </span>}
          <span className="text-muted text-xs">{by}</span>
        </li>
      ))}
    </ul>
  );
}
