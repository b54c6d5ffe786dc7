import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ImportsView } from '#views';
import { SelectField } from '../calls/field.tsx';
import { Button, buttonStyle } from '../ui/button.tsx';

const states = ['draft', 'queued', 'running', 'done', 'failed', 'cancelled', 'undone'] as const;

/** Which imports are listed; what is chosen goes into the address. */
export async function BatchFilters({ view: { query, vendors } }: { view: ImportsView }) {
  const t = await getTranslations('ui.imports');
  return (
    <form
      method="get"
      action="/imports"
      aria-label={t('filters')}
      className="flex flex-wrap items-end gap-2 max-sm:w-full"
    >
      <SelectField
        label={t('vendor')}
        name="vendor"
        value={query.vendor ?? ''}
        options={[{ value: '', label: t('allVendors') }, ...vendors.map(({ id, label }) => ({ value: id, label }))]}
      />
      <SelectField
        label={t('state')}
        name="status"
        value={query.status ?? ''}
        options={[{ value: '', label: t('allStates') }, ...states.map((state) => ({ value: state, label: t(state) }))]}
      />
      <Button type="submit">{t('show')}</Button>
      {(query.vendor !== null || query.status !== null) && (
        <Link href="/imports" className={buttonStyle({ variant: 'quiet' })}>
          {t('reset')}
        </Link>
      )}
    </form>
  );
}
