'use client';

import type { ReactNode } from 'react';
import { Panel } from '../../ui/panel.tsx';
import { FaultText } from './fault-text.tsx';

type Props = { title: string; hint?: string; paths?: readonly string[]; action?: ReactNode; children: ReactNode };

/** A part of the form under its name, with the faults that belong to none of its fields. */
export function FormSection({ title, hint, paths = [], action, children }: Props) {
  return (
    <Panel aria-label={title} className="space-y-3 p-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="mr-auto font-semibold">{title}</h2>
        {action}
      </div>
      {hint && <p className="max-w-2xl text-pretty text-muted text-sm">{hint}</p>}
      {paths.map((path) => (
        <FaultText key={path} path={path} />
      ))}
      {children}
    </Panel>
  );
}
