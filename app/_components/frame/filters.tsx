import { getTranslations } from 'next-intl/server';
import { cellText } from '#format';
import type { Filters } from '#views';
import { getSay } from '../report/say.ts';
import { address } from './address.ts';
import { PeriodPicker } from './period-picker.tsx';
import { ProgramPicker } from './program-picker.tsx';
import { ViewPicker } from './view-picker.tsx';

type Props = { filters: Filters; path: string };

/** What the figures of a page are of; picking one keeps the others. */
export async function FilterBar({ filters, path }: Props) {
  const [t, say] = [await getTranslations('ui.period'), await getSay()];
  const { from, to, program, programs, presets, data, view } = filters;
  const chosen = { from, to, program, view };
  const days = (period: { from: string; to: string }) => cellText({ kind: 'period', ...period }, say);
  return (
    <div className="flex flex-wrap items-center gap-2 max-sm:gap-1.5 print:hidden">
      <PeriodPicker
        key={`${from} ${to}`}
        path={path}
        chosen={chosen}
        text={days({ from, to })}
        dataText={data && t('data', { period: days(data) })}
        presets={presets.map((preset) => ({
          id: preset.id,
          label: say({ key: `periods.${preset.id}` }),
          days: days(preset),
          href: address(path, { ...chosen, from: preset.from, to: preset.to }),
          current: preset.from === from && preset.to === to,
        }))}
      />
      {programs.length > 1 && <ProgramPicker path={path} chosen={chosen} programs={programs} />}
      <ViewPicker path={path} chosen={chosen} />
    </div>
  );
}
