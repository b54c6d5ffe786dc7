import { useTranslations } from 'next-intl';
import type { BatchSummary } from '#views';
import { cn } from '../ui/class-names.ts';

const tones = {
  draft: 'text-muted',
  queued: 'text-accent',
  running: 'text-accent',
  done: 'text-healthy',
  failed: 'text-failing',
  cancelled: 'text-muted',
  undone: 'text-muted',
};
const signs = { draft: '○', queued: '◌', running: '◌', done: '✓', failed: '✕', cancelled: '⊘', undone: '↺' };

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
