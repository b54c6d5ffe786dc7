import { useId } from 'react';
import type { Zone } from '#format';
import { placeOn, type Scale } from '#reports';

type Ends = { low: number; high: number };
type Props = { zone: Zone; price: number; floor: number; ceiling: number; range?: Ends; scale: Scale; height?: number };

/**
 * The room between the least that the vendor can live on and the most that the client can pay, with the price as a tick.
 * A ceiling below the floor leaves no room: drawn hatched and crossed.
 */
export function ZoneStrip({ zone, price, floor, ceiling, range, scale, height = 14 }: Props) {
  const hatch = useId();
  const at = (value: number) => placeOn(scale, value);
  const [left, right] = [at(Math.min(floor, ceiling)), at(Math.max(floor, ceiling))];
  const broken = zone === 'broken';
  const band = { x: `${left}%`, width: `${Math.max(right - left, 0.5)}%`, y: 3, height: height - 6 };
  const tone = broken ? 'stroke-failing' : 'stroke-healthy';
  return (
    <svg className="block w-full overflow-visible" height={height} aria-hidden="true">
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" className="fill-failing-soft" />
          <line x1="0" y1="0" x2="0" y2="5" className="stroke-failing" strokeWidth="1.5" />
        </pattern>
      </defs>
      <line x1="0" x2="100%" y1={height / 2} y2={height / 2} className="stroke-line" />
      {broken ? <rect {...band} fill={`url(#${hatch})`} /> : <rect {...band} className="fill-healthy-soft" />}
      {range && (
        <rect
          x={`${at(range.low)}%`}
          width={`${at(range.high) - at(range.low)}%`}
          y={height / 2 - 2}
          height="4"
          className="fill-line-strong/60"
        />
      )}
      {[left, right].map((place, index) => (
        <line
          key={index === 0 ? 'left' : 'right'}
          x1={`${place}%`}
          x2={`${place}%`}
          y1="2"
          y2={height - 2}
          className={tone}
          strokeWidth="1.5"
        />
      ))}
      {broken && (
        <g className="stroke-failing" strokeWidth="1.5">
          <line x1={`${left}%`} x2={`${right}%`} y1="3" y2={height - 3} />
          <line x1={`${left}%`} x2={`${right}%`} y1={height - 3} y2="3" />
        </g>
      )}
      <line x1={`${at(price)}%`} x2={`${at(price)}%`} y1="0" y2={height} className="stroke-ink" strokeWidth="2.5" />
    </svg>
  );
}
