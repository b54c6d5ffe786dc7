import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { StatementView } from '#views';
import { hue } from '../report/hue.ts';

type Props = { vendor: StatementView['vendor']; title: string; month?: boolean };

/** Whose statements these are, and the way back: to the vendor, and from a month to all months. */
export async function Trail({ vendor, title, month = false }: Props) {
  const t = await getTranslations('ui.statement');
  const path = `/vendors/${encodeURIComponent(vendor.code)}`;
  const link = 'text-muted hover:text-ink hover:underline';
  return (
    <div className="mr-auto flex flex-wrap items-center gap-1.5 text-sm">
      <span className="size-2.5 rounded-xs" style={{ background: hue(vendor.color) }} aria-hidden="true" />
      <Link href={path} className={link}>
        {vendor.name}
      </Link>
      <ChevronRight aria-hidden className="size-3.5 text-muted" />
      {month && (
        <>
          <Link href={`${path}/statements`} className={link}>
            {t('title')}
          </Link>
          <ChevronRight aria-hidden className="size-3.5 text-muted" />
        </>
      )}
      <h1 className="font-semibold">{title}</h1>
    </div>
  );
}
