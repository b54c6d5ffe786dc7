import { placeOn, type Scale } from '#reports';
import { cn } from '../ui/class-names.ts';
import type { Pair } from './pair.ts';

type Props = { pair: Pair; scale: Scale; className?: string };

/**
 * Cost hollow, what the call keeps filled, the line between them as long as the margin and red where it is a loss; revenue
 * before its own costs as an upright stroke. The figures stand in the cells beside it.
 */
export function PairPicture({ pair, scale, className }: Props) {
  const at = (value: number) => `${placeOn(scale, value)}%`;
  const { cost, kept, revenue, whisker, faint } = pair;
  const loss = cost !== null && kept !== null && kept < cost;
  const tone = loss ? 'stroke-failing' : 'stroke-revenue';
  return (
    <div className={cn('px-2', className)} aria-hidden="true">
      <svg className="block h-7 w-full overflow-visible" role="presentation">
        {scale.ticks.map((tick) => (
          <line key={tick} x1={at(tick)} x2={at(tick)} y1="0" y2="100%" className="stroke-line" />
        ))}
        <g className={cn(faint && 'opacity-45')}>
          {kept !== null && revenue !== null && (
            <line x1={at(kept)} x2={at(revenue)} y1="14" y2="14" className="stroke-line-strong" strokeDasharray="1 3" />
          )}
          {revenue !== null && (
            <line x1={at(revenue)} x2={at(revenue)} y1="9" y2="19" className="stroke-revenue" strokeWidth="2" />
          )}
          {cost !== null && kept !== null && (
            <line x1={at(cost)} x2={at(kept)} y1="14" y2="14" className={tone} strokeWidth="3" />
          )}
          {whisker && <Whisker from={at(whisker.lower)} to={at(whisker.upper)} />}
          {kept !== null && <circle cx={at(kept)} cy="14" r="5" className={loss ? 'fill-failing' : 'fill-revenue'} />}
          {cost !== null && <circle cx={at(cost)} cy="14" r="5" className="fill-surface stroke-cost" strokeWidth="2" />}
        </g>
      </svg>
    </div>
  );
}

function Whisker({ from, to }: { from: string; to: string }) {
  return (
    <g className="stroke-ink" strokeWidth="1.25">
      <line x1={from} x2={to} y1="14" y2="14" />
      <line x1={from} x2={from} y1="10.5" y2="17.5" />
      <line x1={to} x2={to} y1="10.5" y2="17.5" />
    </g>
  );
}
