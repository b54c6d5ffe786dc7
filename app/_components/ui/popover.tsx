'use client';

import { Popover as Base } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { cn } from './class-names.ts';

type Props = {
  trigger: ReactNode;
  triggerClass: string;
  /** The name of the trigger where its content does not say it. */
  label?: string;
  title: string;
  /** Whether the title is only for those who do not see the popup. */
  titleHidden?: boolean;
  children: ReactNode;
  className?: string;
  align?: 'start' | 'center' | 'end';
};

/** A button that opens a small panel beside itself. */
export function Popover({ trigger, triggerClass, label, title, titleHidden, children, className, align }: Props) {
  return (
    <Base.Root>
      <Base.Trigger className={triggerClass} {...(label && { 'aria-label': label })}>
        {trigger}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={6} collisionPadding={12} align={align ?? 'start'} className="z-30">
          <Base.Popup
            className={cn(
              'max-w-[min(24rem,calc(100vw-1.5rem))] rounded-lg border border-line bg-surface p-3 text-ink text-sm shadow-popup outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0',
              className,
            )}
          >
            <Base.Title className={titleHidden ? 'sr-only' : 'mb-1 font-semibold'}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
