import { Input as Base } from '@base-ui/react/input';
import { type ComponentProps, useId } from 'react';
import { cn } from './class-names.ts';
import { type Labelled, LabelledField } from './labelled-field.tsx';

type Props = Omit<ComponentProps<typeof Base>, 'className'> &
  Labelled & {
    /** What a figure is of, behind it. */
    unit?: string | undefined;
    className?: string;
  };

/** The box that one line of text stands in. */
export const boxStyle =
  'h-8 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-ink text-sm disabled:border-line disabled:bg-sunken disabled:text-muted pointer-coarse:h-10 aria-invalid:border-failing';

/** A line to type into, under its label. */
export function Input({ id, label, place, labelHidden, hint, fault, unit, className, ...props }: Props) {
  const own = useId();
  return (
    <LabelledField {...{ id: id ?? own, label, place, labelHidden, hint, fault }}>
      {(ties) => (
        <span className="flex items-center gap-1.5">
          <Base className={cn(boxStyle, className)} {...props} {...ties} />
          {unit && <span className="shrink-0 text-muted text-xs">{unit}</span>}
        </span>
      )}
    </LabelledField>
  );
}
