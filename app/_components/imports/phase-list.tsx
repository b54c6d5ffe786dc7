import { Check } from 'lucide-react';
import { cn } from '../ui/class-names.ts';

type Props = {
  phases: readonly { id: string; label: string }[];
  /** Index of the phase that runs; past the last one all are done. */
  current: number;
  failed?: boolean;
};

/** Steps of an import: done, running, to come. */
export function PhaseList({ phases, current, failed }: Props) {
  return (
    <ol className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
      {phases.map(({ id, label }, index) => (
        <li
          key={id}
          aria-current={index === current ? 'step' : undefined}
          className={cn('flex items-center gap-1.5 text-muted', index === current && 'font-medium text-ink')}
        >
          {index < current ? (
            <Check aria-hidden className="size-4 text-healthy" />
          ) : (
            <span
              aria-hidden="true"
              className={cn(
                'mx-1 size-2 rounded-full border border-line-strong',
                index === current && 'border-accent bg-accent',
                index === current && !failed && 'animate-pulse',
                index === current && failed && 'border-failing bg-failing',
              )}
            />
          )}
          {label}
        </li>
      ))}
    </ol>
  );
}
