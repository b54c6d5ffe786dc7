import type { Cell, Say, Zone } from '#format';
import type { Row } from '#reports';
import { Figure } from './figure.tsx';
import { type Scale, scaleOf } from './scale.ts';
import { ZoneStrip } from './zone-strip.tsx';

type Prices = { price: number; floor: number; ceiling: number; zone: Zone };

/** The zone of a row, as a strip where floor, ceiling and price are known, and always as a word. */
export function ZoneCell({ row, scale, say }: { row: Row; scale: Scale; say: Say }) {
  const prices = pricesOf(row);
  return (
    <div>
      {prices && (
        <div className="mb-0.5">
          <ZoneStrip {...prices} scale={scale} />
        </div>
      )}
      <Figure cell={row.cells.zone} say={say} />
    </div>
  );
}

/** One axis for the strips of all rows. */
export function zoneScale(rows: readonly Row[]): Scale {
  return scaleOf(
    rows.flatMap((row) => Object.values(pricesOf(row) ?? {}).filter((value) => typeof value === 'number')),
  );
}

function pricesOf({ cells }: Row): Prices | null {
  const [price, floor, ceiling] = [money(cells.cost), money(cells.floor), money(cells.ceiling)];
  if (price === null || floor === null || ceiling === null || cells.zone?.kind !== 'zone') return null;
  return { price, floor, ceiling, zone: cells.zone.zone };
}

function money(cell: Cell | undefined): number | null {
  return cell?.kind === 'perCall' ? cell.value : null;
}
