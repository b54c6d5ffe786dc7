import { getTranslations } from 'next-intl/server';
import { cellText, exactText, type Say } from '#format';
import { type HandlePicture, scaleOf } from '#reports';
import { Panel } from '../ui/panel.tsx';
import { Explained } from './column-head.tsx';
import { Fact } from './fact.tsx';
import { HandleStrip } from './handle-strip.tsx';
import { Notes } from './notes.tsx';
import { PairAxis } from './pair-axis.tsx';
import { WorkedFigure } from './worked-figure.tsx';

const swatches = { talk: 'bg-talk', hold: 'bg-hold', wrap: 'bg-wrap' };

/** What a call's time goes into, against what was planned and what the vendor's price can bear. */
export async function HandleSection({ picture, say }: { picture: HandlePicture; say: Say }) {
  const t = await getTranslations('ui.handle');
  const { aht, plan, breakEven, parts } = picture;
  const scale = scaleOf([aht, plan ?? 0, breakEven?.value ?? 0, breakEven?.high ?? 0], 6);
  const time = (value: number) => cellText({ kind: 'seconds', value }, say);
  const opened = (id: keyof typeof picture.worked, text: string) => {
    const worked = picture.worked[id];
    return worked ? <WorkedFigure {...{ worked, say }}>{text}</WorkedFigure> : text;
  };
  return (
    <Panel className="p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="font-semibold">
          <Explained id="aht" title={say(picture.title)}>
            {say(picture.title)}
          </Explained>
        </h2>
        {breakEven && (
          <p className="text-muted text-sm">
            {t(sideOf(aht - breakEven.value), { seconds: time(Math.abs(aht - breakEven.value)) })}
          </p>
        )}
      </div>
      <div className="mt-2 mb-1 px-2">
        <HandleStrip picture={picture} scale={scale} names={{ plan: t('plan'), breakEven: t('breakEven') }} />
      </div>
      <PairAxis scale={scale} say={say} />
      <dl className="mt-4 grid grid-cols-3 gap-x-6 gap-y-3">
        {parts.map(({ id, label, seconds }) => (
          <Fact
            key={id}
            name={say(label)}
            swatch={swatches[id]}
            figure={cellText(seconds === null ? { kind: 'unknown' } : { kind: 'seconds', value: seconds }, say)}
            {...(seconds === null && { meaning: exactText({ kind: 'unknown' }, say) })}
          />
        ))}
        <Fact name={t('aht')} figure={opened('aht', time(aht))}>
          {picture.mark && say(picture.mark)}
        </Fact>
        {plan !== null && <Fact name={t('plan')} figure={time(plan)} />}
        {breakEven && (
          <Fact name={t('breakEven')} figure={opened('breakEven', time(breakEven.value))}>
            {breakEven.low !== breakEven.high && t('range', { low: time(breakEven.low), high: time(breakEven.high) })}
          </Fact>
        )}
      </dl>
      <Notes notes={picture.notes} say={say} className="mt-3" />
    </Panel>
  );
}

/** Below half a second the two are written alike. */
function sideOf(beyond: number): 'over' | 'under' | 'at' {
  if (Math.abs(beyond) < 0.5) return 'at';
  return beyond > 0 ? 'over' : 'under';
}
