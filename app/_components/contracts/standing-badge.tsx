import { useTranslations } from 'next-intl';
import type { ContractView } from '#views';
import { cn } from '../ui/class-names.ts';

const tones = {
  in_force: 'bg-healthy-soft text-healthy',
  upcoming: 'bg-accent-soft text-accent',
  past: 'bg-sunken text-muted',
};

/** Where a contract stands today. */
export function StandingBadge({ standing }: { standing: ContractView['standing'] }) {
  const t = useTranslations('ui.contracts');
  return (
    <span className={cn('whitespace-nowrap rounded-full px-2 py-0.5 font-medium text-xs', tones[standing])}>
      {t(`standing.${standing}`)}
    </span>
  );
}
