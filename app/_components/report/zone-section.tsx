import { getTranslations } from 'next-intl/server';
import { cellText, type Say } from '#format';
import { scaleAround, type ZonePicture } from '#reports';
import { Panel } from '../ui/panel.tsx';
import { Explained } from './column-head.tsx';
import { Fact } from './fact.tsx';
import { Notes } from './notes.tsx';
import { PairAxis } from './pair-axis.tsx';
import { WorkedFigure } from './worked-figure.tsx';
import { ZoneBadge } from './zone-badge.tsx';
import { ZoneLabels } from './zone-labels.tsx';
import { ZoneStrip } from './zone-strip.tsx';

type Props = { picture: ZonePicture; currency: string; say: Say };

/** Whether the price can live: the strip from floor to ceiling with the price on it, and its figures. */
export async function ZoneSection({ picture, currency, say }: Props) {
  const t = await getTranslations('ui.zone');
  const { price, floor, ceiling, zone } = picture;
  const scale = scaleAround([price, floor.value, floor.low, floor.high, ceiling], 6);
  const money = (value: number) => cellText({ kind: 'perCall', value, currency }, say);
  const opened = (id: keyof typeof picture.worked, text: string) => {
    const worked = picture.worked[id];
    return worked ? <WorkedFigure {...{ worked, say }}>{text}</WorkedFigure> : text;
  };
  const range = { low: money(floor.low), high: money(floor.high) };
  return (
    <Panel className="p-4">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="font-semibold">
          <Explained id="zone" title={say(picture.title)}>
            {say(picture.title)}
          </Explained>
        </h2>
        <ZoneBadge zone={zone} say={say} />
      </div>
      <div className="mt-3 mb-1 px-2">
        <ZoneLabels
          {...{ scale, floor: floor.value, ceiling, price }}
          names={{ floor: t('floor'), ceiling: t('ceiling'), price: t('price') }}
        />
        <ZoneStrip {...{ zone, price, ceiling, scale }} floor={floor.value} range={floor} height={44} />
      </div>
      <PairAxis scale={scale} say={say} />
      <dl className="mt-4 grid gap-x-6 gap-y-3 sm:grid-cols-3">
        <Fact name={t('floor')} figure={opened('floor', money(floor.value))} meaning={t('floorMeaning')}>
          {floor.low !== floor.high && t('range', range)}
        </Fact>
        <Fact name={t('price')} figure={opened('price', money(price))} meaning={t('priceMeaning')} />
        <Fact name={t('ceiling')} figure={opened('ceiling', money(ceiling))} meaning={t('ceilingMeaning')}>
          {`${ceiling < floor.value ? t('gap') : t('width')}: ${money(Math.abs(ceiling - floor.value))}`}
        </Fact>
      </dl>
      <Notes notes={picture.notes} say={say} className="mt-3" />
    </Panel>
  );
}
