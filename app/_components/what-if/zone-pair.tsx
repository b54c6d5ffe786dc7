'use client';

import { useTranslations } from 'next-intl';
import type { Economics } from '#economics';
import { cellText, type Say } from '#format';
import { scaleAround } from '#reports';
import { PairAxis } from '../report/pair-axis.tsx';
import { ZoneBadge } from '../report/zone-badge.tsx';
import { ZoneStrip } from '../report/zone-strip.tsx';
import { Panel } from '../ui/panel.tsx';

type Props = { sides: { current: Economics; proposed: Economics }; currency: string; say: Say };
type Known = { id: 'current' | 'proposed'; price: number; floor: number; ceiling: number; low: number; high: number };

/** The price between the vendor's floor and the client's ceiling, in force and proposed, on one axis. */
export function ZonePair({ sides, currency, say }: Props) {
  const t = useTranslations('ui.whatIf');
  const known = (['current', 'proposed'] as const).flatMap((id) => knownOf(id, sides[id]));
  if (known.length === 0) return null;
  const scale = scaleAround(
    known.flatMap(({ price, floor, ceiling, low, high }) => [price, floor, ceiling, low, high]),
    6,
  );
  return (
    <Panel className="p-4">
      <h2 className="mb-3 font-semibold">
        {t('zone')} <span className="font-normal text-muted text-sm">{t('perCallIn', { currency })}</span>
      </h2>
      {known.map(({ id, price, floor, ceiling, low, high }) => {
        const { zone } = sides[id];
        return (
          <div key={id} className="mb-2">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
              <span>{t(id)}</span>
              <span className="text-muted text-xs">
                {t('zoneWords', { floor: text(floor, say), price: text(price, say), ceiling: text(ceiling, say) })}{' '}
                {zone && <ZoneBadge zone={zone} say={say} />}
              </span>
            </p>
            <div className="px-2">
              {zone && <ZoneStrip {...{ zone, price, floor, ceiling, scale }} range={{ low, high }} height={24} />}
            </div>
          </div>
        );
      })}
      <PairAxis scale={scale} say={say} />
    </Panel>
  );
}

function knownOf(id: Known['id'], { perCall: { cost: price, floor, ceiling } }: Economics): Known[] {
  if (price === null || floor === null || ceiling === null) return [];
  const [low, high] = [Math.min(floor.low, floor.high), Math.max(floor.low, floor.high)];
  return [{ id, price, floor: floor.value, ceiling, low, high }];
}

function text(value: number, say: Say): string {
  return cellText({ kind: 'number', value, digits: 2 }, say);
}
