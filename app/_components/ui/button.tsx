import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';

export const buttonStyle = cva(
  'inline-flex h-8 cursor-pointer select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium text-sm transition-colors aria-disabled:cursor-default aria-disabled:opacity-60 disabled:cursor-default disabled:opacity-60 pointer-coarse:h-10',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-accent-ink hover:bg-accent/90',
        outline: 'border border-line bg-surface text-ink hover:bg-sunken data-popup-open:bg-sunken',
        quiet: 'text-muted hover:bg-sunken hover:text-ink data-popup-open:bg-sunken',
      },
      size: { text: 'px-3', icon: 'w-8 pointer-coarse:w-10' },
    },
    defaultVariants: { variant: 'outline', size: 'text' },
  },
);

type Props = ComponentProps<'button'> & VariantProps<typeof buttonStyle>;

export function Button({ variant, size, className, type = 'button', ...props }: Props) {
  return <button type={type} className={cn(buttonStyle({ variant, size }), className)} {...props} />;
}
