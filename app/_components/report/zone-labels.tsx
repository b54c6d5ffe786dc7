import { placeOn, type Scale } from '#reports';

type Ends = { floor: number; ceiling: number };
type Props = Ends & { price: number; scale: Scale; names: Record<keyof Ends | 'price', string> };

/** What the marks of a zone are: the ends are named outwards, the price on a line of its own, so that none is hidden. */
export function ZoneLabels({ floor, ceiling, price, scale, names }: Props) {
  const at = (value: number) => `${placeOn(scale, value)}%`;
  const floorIsLeft = floor <= ceiling;
  return (
    <svg className="block w-full overflow-visible fill-muted text-[0.6875rem]" height="32" aria-hidden="true">
      <text x={at(price)} y="10" textAnchor="middle" className="fill-ink font-semibold">
        {names.price}
      </text>
      <text x={at(floor)} y="27" textAnchor={floorIsLeft ? 'end' : 'start'} dx={floorIsLeft ? -3 : 3}>
        {names.floor}
      </text>
      <text x={at(ceiling)} y="27" textAnchor={floorIsLeft ? 'start' : 'end'} dx={floorIsLeft ? 3 : -3}>
        {names.ceiling}
      </text>
    </svg>
  );
}
