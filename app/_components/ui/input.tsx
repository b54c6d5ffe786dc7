import { Input as Base } from '@base-ui/react/input';
import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';

type Props = Omit<ComponentProps<typeof Base>, 'className'> & { label: string; className?: string };

/** A line to type into, under its label. */
export function Input({ label, className, ...props }: Props) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's input
    <label className="block text-sm">
      <span className="mb-1 block font-medium">{label}</span>
      <Base
        className={cn(
          'h-8 w-full rounded-md border border-line-strong bg-surface px-2.5 text-ink text-sm pointer-coarse:h-10',
          className,
        )}
        {...props}
      />
    </label>
  );
}
