import { cn } from '../ui/class-names.ts';
import { placeOn, type Scale } from './scale.ts';

type Props = { scale: Scale; className?: string };

/** The figures under the ticks of the pairs' common axis. */
export function PairAxis({ scale, className }: Props) {
  const digits = scale.ticks.some((tick) => !Number.isInteger(tick)) ? 1 : 0;
  return (
    <div className={cn('px-2', className)} aria-hidden="true">
      <div className="relative h-4 font-normal text-[0.6875rem] text-muted">
        {scale.ticks.map((tick) => (
          <span key={tick} className="absolute -translate-x-1/2" style={{ left: `${placeOn(scale, tick)}%` }}>
            {tick.toFixed(digits)}
          </span>
        ))}
      </div>
    </div>
  );
}
