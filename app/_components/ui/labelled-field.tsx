import type { ReactNode } from 'react';
import { cn } from './class-names.ts';
import { FieldNotes, type Noted, notedBy } from './field-notes.tsx';

/** How a field is named and what stands around it. */
export type Labelled = Noted & {
  label: string;
  /** What tells it from others of the same label, for those who do not see where it stands. */
  place?: string | undefined;
  /** Whether the label is only for those who do not see the field. */
  labelHidden?: boolean | undefined;
};

type Props = Labelled & {
  id: string;
  /** Draws the field with what ties it to its label and its notes. */
  children: (ties: { id: string } & ReturnType<typeof notedBy>) => ReactNode;
};

/** A field under its label, above what it takes and what is wrong with its value. */
export function LabelledField({ id, label, place, labelHidden, hint, fault, children }: Props) {
  return (
    <div className="min-w-0 text-sm">
      <label htmlFor={id} className={cn('mb-1 block font-medium', labelHidden && 'sr-only')}>
        {label}
        {place && <span className="sr-only">{place}</span>}
      </label>
      {children({ id, ...notedBy(id, { hint, fault }) })}
      <FieldNotes id={id} hint={hint} fault={fault} />
    </div>
  );
}
