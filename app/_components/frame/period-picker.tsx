'use client';

import { CalendarDays } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type SubmitEvent, useState } from 'react';
import { Button, buttonStyle } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { Popover } from '../ui/popover.tsx';
import { address, type Chosen, dayAfter } from './address.ts';

type Preset = { id: string; label: string; days: string; href: string; current: boolean };
type Props = { path: string; chosen: Chosen; text: string; dataText: string | null; presets: Preset[] };

/** Ready-made periods as links, and any other days. */
export function PeriodPicker({ path, chosen, text, dataText, presets }: Props) {
  const t = useTranslations('ui.period');
  return (
    <Popover
      title={t('title')}
      titleHidden
      label={t('label', { period: text })}
      triggerClass={buttonStyle({ className: 'font-normal' })}
      trigger={
        <>
          <CalendarDays aria-hidden className="size-4 text-muted max-sm:hidden" />
          {text}
        </>
      }
      className="w-80 p-2"
    >
      <ul>
        {presets.map((preset) => (
          <li key={preset.id}>
            <Link
              href={preset.href}
              aria-current={preset.current ? 'true' : undefined}
              className="flex items-baseline justify-between gap-4 rounded-md px-2 py-1.5 hover:bg-sunken aria-[current=true]:bg-accent-soft pointer-coarse:py-2.5"
            >
              <span>{preset.label}</span>
              <span className="text-muted text-xs">{preset.days}</span>
            </Link>
          </li>
        ))}
      </ul>
      <OtherDays path={path} chosen={chosen} />
      {dataText && <p className="px-2 pt-2 text-muted text-xs">{dataText}</p>}
    </Popover>
  );
}

/** The address is half-open; a person picks the last day itself. */
function OtherDays({ path, chosen }: { path: string; chosen: Chosen }) {
  const t = useTranslations('ui.period');
  const router = useRouter();
  const [from, setFrom] = useState(chosen.from);
  const [last, setLast] = useState(dayAfter(chosen.to, -1));
  const show = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    router.push(address(path, { ...chosen, from, to: dayAfter(last, 1) }));
  };
  return (
    <form onSubmit={show} className="mt-2 border-line border-t px-2 pt-2" aria-label={t('custom')}>
      <div className="grid grid-cols-2 gap-2">
        <Input label={t('from')} type="date" required max={last} value={from} onValueChange={setFrom} />
        <Input label={t('last')} type="date" required min={from} value={last} onValueChange={setLast} />
      </div>
      <Button type="submit" className="mt-2 w-full">
        {t('apply')}
      </Button>
    </form>
  );
}
