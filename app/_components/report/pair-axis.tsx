import { cellText, type Say } from '#format';
import { placeOn, type Scale, tickDigits } from '#reports';
import { cn } from '../ui/class-names.ts';

type Props = { scale: Scale; say: Say; className?: string };

/** The figures under the ticks of a common axis. */
export function PairAxis({ scale, say, className }: Props) {
  const digits = tickDigits(scale.ticks);
  return (
    <div className={cn('px-2', className)} aria-hidden="true">
      <div className="relative h-4 font-normal text-[0.6875rem] text-muted">
        {scale.ticks.map((tick) => (
          <span key={tick} className="absolute -translate-x-1/2" style={{ left: `${placeOn(scale, tick)}%` }}>
            {cellText({ kind: 'number', value: tick, digits }, say)}
          </span>
        ))}
      </div>
    </div>
  );
}
