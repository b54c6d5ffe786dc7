import type { Say } from '#format';
import type { Row, Scale } from '#reports';
import { Figure } from './figure.tsx';
import { pricesOf, relative } from './zone-prices.ts';
import { ZoneStrip } from './zone-strip.tsx';

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
