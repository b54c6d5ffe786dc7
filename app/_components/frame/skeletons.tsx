import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Panel } from '../ui/panel.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

/** The shape of a report: filters, the answer, a table with so many rows, a chart. */
export function ReportSkeleton({ rows }: { rows: number }) {
  return (
    <Waiting>
      <div className="mb-5 flex justify-end gap-2">
        <Skeleton className="h-8 w-48" />
        <Skeleton className="h-8 w-32" />
      </div>
      <Skeleton className="h-8 w-full max-w-2xl" />
      <Skeleton className="mt-3 h-5 w-full max-w-md" />
      <Rows count={rows} className="mt-6" />
      <Panel className="mt-4 p-4">
        <Skeleton className="h-5 w-64" />
        <Skeleton className="mt-4 h-64 w-full" />
      </Panel>
    </Waiting>
  );
}

/** The shape of the imports: the form and the files. */
export function ImportsSkeleton() {
  return (
    <Waiting>
      <Skeleton className="h-7 w-40" />
      <Skeleton className="mt-2 h-4 w-full max-w-lg" />
      <Panel className="mt-5 p-4">
        <Skeleton className="h-5 w-40" />
        <div className="mt-4 grid gap-4 sm:grid-cols-3">
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
        </div>
        <Skeleton className="mt-4 h-16" />
      </Panel>
      <Rows count={5} className="mt-5" />
    </Waiting>
  );
}

function Rows({ count, className }: { count: number; className: string }) {
  return (
    <Panel className={className}>
      <div className="px-4 py-3">
        <Skeleton className="h-5 w-48" />
      </div>
      {Array.from({ length: count }, (_, index) => (
        <div key={String(index)} className="grid grid-cols-6 gap-6 border-line border-t px-4 py-4">
          <Skeleton className="col-span-2 h-4" />
          <Skeleton className="h-4" />
          <Skeleton className="h-4" />
          <Skeleton className="col-span-2 h-4" />
        </div>
      ))}
    </Panel>
  );
}

function Waiting({ children }: { children: ReactNode }) {
  const t = useTranslations('ui.frame');
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      {children}
    </div>
  );
}
