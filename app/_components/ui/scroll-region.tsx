import type { ReactNode } from 'react';
import { cn } from './class-names.ts';

/** What may be wider than the screen scrolls in a region of its own, which the keyboard reaches by its name. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard
    <section className={cn('overflow-x-auto', className)} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
