import { useTranslations } from 'next-intl';
import type { BatchSummary } from '#views';
import { cn } from '../ui/class-names.ts';

const tones = { running: 'text-accent', done: 'text-healthy', failed: 'text-failing' };
const signs = { running: '◌', done: '✓', failed: '✕' };

/** How an import ended, or that it has not. */
export function StatusBadge({ status }: { status: BatchSummary['status'] }) {
  const t = useTranslations('ui.imports');
  return (
    <span className={cn('whitespace-nowrap font-medium text-xs', tones[status])}>
      <span aria-hidden="true" className="mr-1">
        {signs[status]}
      </span>
      {t(status)}
    </span>
  );
}
