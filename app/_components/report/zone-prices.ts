import type { Cell, Zone } from '#format';
import type { Row, Scale } from '#reports';

type Prices = { price: number; floor: number; ceiling: number; zone: Zone };

/** One axis for the strips of all rows, in parts of the row's own price, which is therefore always in the middle. */
export function zoneScale(rows: readonly Row[]): Scale {
  const all = rows.map(pricesOf).filter((prices) => prices !== null);
  const distances = all.map(relative).flatMap(({ floor, ceiling }) => [Math.abs(floor - 1), Math.abs(ceiling - 1)]);
  const reach = Math.min(1, 1.1 * Math.max(0.25, ...distances));
  return { min: 1 - reach, max: 1 + reach, ticks: [] };
}

/** Floor and ceiling in parts of the price. */
export function relative({ price, floor, ceiling }: Prices): Omit<Prices, 'zone'> {
  return { price: 1, floor: floor / price, ceiling: ceiling / price };
}

/** The prices of a row that a strip can be drawn of; null where one is unknown, or there is none to be a part of. */
export function pricesOf({ cells }: Row): Prices | null {
  const [price, floor, ceiling] = [money(cells.cost), money(cells.floor), money(cells.ceiling)];
  if (price === null || price <= 0 || floor === null || ceiling === null || cells.zone?.kind !== 'zone') return null;
  return { price, floor, ceiling, zone: cells.zone.zone };
}

function money(cell: Cell | undefined): number | null {
  return cell?.kind === 'perCall' ? cell.value : null;
}
