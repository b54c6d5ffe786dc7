import type { Cell, Say, Zone } from '#format';
import type { Row } from '#reports';
import { Figure } from './figure.tsx';
import type { Scale } from './scale.ts';
import { ZoneStrip } from './zone-strip.tsx';

type Prices = { price: number; floor: number; ceiling: number; zone: Zone };

/** The zone of a row, as a strip where floor, ceiling and price are known, and always as a word. */
export function ZoneCell({ row, scale, say }: { row: Row; scale: Scale; say: Say }) {
  const prices = pricesOf(row);
  return (
    <div>
      {prices && (
        <div className="mb-0.5">
          <ZoneStrip {...relative(prices)} zone={prices.zone} scale={scale} />
        </div>
      )}
      <Figure cell={row.cells.zone} say={say} />
    </div>
  );
}

/** One axis for the strips of all rows, in parts of the row's own price, which is therefore always in the middle. */
export function zoneScale(rows: readonly Row[]): Scale {
  const all = rows.map(pricesOf).filter((prices) => prices !== null);
  const distances = all.map(relative).flatMap(({ floor, ceiling }) => [Math.abs(floor - 1), Math.abs(ceiling - 1)]);
  const reach = Math.min(1, 1.1 * Math.max(0.25, ...distances));
  return { min: 1 - reach, max: 1 + reach, ticks: [] };
}

function relative({ price, floor, ceiling }: Prices) {
  return { price: 1, floor: floor / price, ceiling: ceiling / price };
}

function pricesOf({ cells }: Row): Prices | null {
  const [price, floor, ceiling] = [money(cells.cost), money(cells.floor), money(cells.ceiling)];
  if (price === null || price <= 0 || floor === null || ceiling === null || cells.zone?.kind !== 'zone') return null;
  return { price, floor, ceiling, zone: cells.zone.zone };
}

function money(cell: Cell | undefined): number | null {
  return cell?.kind === 'perCall' ? cell.value : null;
}
