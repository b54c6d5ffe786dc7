import type { Cell } from '#format';
import { type Row, type Scale, scaleOf } from '#reports';

/** A row's cost and revenue per call as they are drawn. */
export type Pair = {
  cost: number | null;
  revenue: number | null;
  /** What a call leaves to pay the vendor with: as far from the cost as the margin. */
  kept: number | null;
  whisker: { lower: number; upper: number } | null;
  faint: boolean;
};

/** The marks of a row. */
export function pairOf({ cells }: Row): Pair {
  const [cost, revenue, margin] = [money(cells.cost), money(cells.revenue), money(cells.margin)];
  const kept = cost !== null && margin !== null ? cost + margin : null;
  const interval = cells.margin?.kind === 'perCall' ? (cells.margin.interval ?? null) : null;
  const closed = cost !== null && interval?.lower != null && interval.upper != null;
  return {
    cost,
    revenue,
    kept,
    whisker: closed ? { lower: cost + (interval.lower ?? 0), upper: cost + (interval.upper ?? 0) } : null,
    faint: cells.state?.kind === 'state' && cells.state.state === 'not_enough_evidence',
  };
}

/** One axis for all rows. A whisker may reach out of it: it would make every other mark small. Of nothing it has no ticks. */
export function pairScale(pairs: readonly Pair[]): Scale {
  const values = pairs.flatMap(({ cost, revenue, kept }) => [cost, revenue, kept]).filter((value) => value !== null);
  return values.length === 0 ? { min: 0, max: 1, ticks: [] } : scaleOf(values);
}

/** Whether a call keeps less than it brings in anywhere, so that the two are marked apart. */
export function keepsLess(pairs: readonly Pair[]): boolean {
  return pairs.some(({ revenue, kept }) => revenue !== null && kept !== null && Math.abs(revenue - kept) > 0.005);
}

function money(cell: Cell | undefined): number | null {
  return cell?.kind === 'perCall' ? cell.value : null;
}
