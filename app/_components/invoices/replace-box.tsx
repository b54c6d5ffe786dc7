'use client';

import { useTranslations } from 'next-intl';

/** Whether an invoice that is recorded with other content gives way. */
export function ReplaceBox({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
  const t = useTranslations('ui.invoices');
  return (
    <label className="flex items-center gap-2 text-sm">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {t('replace')}
    </label>
  );
}
