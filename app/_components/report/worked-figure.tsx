import { getTranslations } from 'next-intl/server';
import type { Say } from '#format';
import type { Worked } from '#reports';
import { Popover } from '../ui/popover.tsx';
import { FormulaCard } from './formula-card.tsx';

type Props = { worked: Worked; say: Say; children: string };

/** A figure that opens how it was worked out: what it is, its formula, and the formula with its own numbers. */
export async function WorkedFigure({ worked: { figure, label, text }, say, children }: Props) {
  const t = await getTranslations('ui.formulas');
  return (
    <Popover
      title={say(label)}
      trigger={children}
      triggerClass="cursor-help rounded-sm text-inherit decoration-dotted decoration-line-strong underline-offset-4 hover:underline focus-visible:underline data-popup-open:underline"
      align="center"
    >
      <FormulaCard id={figure}>
        <p className="mt-3 mb-1 font-medium text-xs">{t('thisFigure')}</p>
        <p className="rounded-md bg-sunken px-2 py-1.5 text-xs">{say(text)}</p>
      </FormulaCard>
    </Popover>
  );
}
