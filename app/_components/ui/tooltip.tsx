'use client';

import { Popover as Base } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { cn } from './class-names.ts';

type Props = { children: ReactNode; content: ReactNode; className?: string };

/**
 * A hint on hover, on focus and on touch. It is a popover and not a tooltip, because a tooltip never opens on a phone and
 * is not told to screen readers.
 */
export function Tooltip({ children, content, className }: Props) {
  return (
    <Base.Root>
      <Base.Trigger
        openOnHover
        delay={250}
        className={cn('cursor-help rounded-sm decoration-dotted underline-offset-4 hover:underline', className)}
      >
        {children}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} collisionPadding={12} side="top" className="z-30">
          <Base.Popup
            className="max-w-72 rounded-md bg-ink px-2.5 py-1.5 text-canvas text-xs shadow-popup outline-none"
            initialFocus={false}
          >
            <Base.Description>{content}</Base.Description>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
