import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';

/** A sheet of paper on the canvas. */
export function Panel({ className, ...props }: ComponentProps<'section'>) {
  return <section className={cn('rounded-lg border border-line bg-surface', className)} {...props} />;
}
