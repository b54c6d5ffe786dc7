import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';

type Props = { keepsLess: boolean; whiskers: boolean; faint: boolean };

/** What the marks of the pairs mean; only those that are there. */
export async function PairLegend({ keepsLess, whiskers, faint }: Props) {
  const t = await getTranslations('ui.pair');
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs" aria-label={t('legend')}>
      <Key text={t('cost')}>
        <circle cx="10" cy="7" r="4" className="fill-surface stroke-cost" strokeWidth="2" />
      </Key>
      <Key text={keepsLess ? t('kept') : t('revenue')}>
        <circle cx="10" cy="7" r="4.5" className="fill-revenue" />
      </Key>
      {keepsLess && (
        <Key text={t('revenue')}>
          <path d="M10 2v10" className="stroke-revenue" strokeWidth="2" />
        </Key>
      )}
      <Key text={t('margin')}>
        <path d="M1 7h18" className="stroke-revenue" strokeWidth="3" />
      </Key>
      <Key text={t('loss')}>
        <path d="M1 7h18" className="stroke-failing" strokeWidth="3" />
      </Key>
      {whiskers && (
        <Key text={t('whisker')}>
          <path d="M2 7h16M2 4v6M18 4v6" className="stroke-ink" strokeWidth="1.25" />
        </Key>
      )}
      {faint && <li>{t('faint')}</li>}
    </ul>
  );
}

function Key({ text, children }: { text: string; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <svg width="20" height="14" aria-hidden="true">
        {children}
      </svg>
      {text}
    </li>
  );
}
