import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { RevenueView } from '#views';
import { SelectField, TextField } from '../calls/field.tsx';
import { getSay } from '../report/say.ts';
import { Button, buttonStyle } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';

/** Which events are listed; what is chosen goes into the address. */
export async function RevenueFilters({ view: { query, choices } }: { view: RevenueView }) {
  const [t, say] = [await getTranslations('ui.revenue'), await getSay()];
  const all = { value: '', label: t('all') };
  return (
    <Panel className="p-4 print:hidden">
      <form method="get" action="/revenue" aria-label={t('filters')}>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
          <SelectField
            label={t('state')}
            name="state"
            value={query.state ?? ''}
            options={[all, ...(['unmatched', 'matched'] as const).map((id) => ({ value: id, label: t(id) }))]}
          />
          <SelectField
            label={t('vendor')}
            name="vendor"
            value={query.vendor ?? ''}
            options={[all, ...choices.vendors.map(({ id, label }) => ({ value: id, label }))]}
          />
          <SelectField
            label={t('kind')}
            name="kind"
            value={query.kind ?? ''}
            options={[all, ...choices.kinds.map((id) => ({ value: id, label: say({ key: `revenue.kinds.${id}` }) }))]}
          />
          <TextField label={t('from')} type="date" name="from" defaultValue={query.from ?? ''} />
          <TextField label={t('to')} type="date" name="to" defaultValue={query.to ?? ''} />
          <div className="flex items-end gap-2">
            <Button type="submit" variant="primary">
              {t('show')}
            </Button>
            <Link href="/revenue" className={buttonStyle()}>
              {t('reset')}
            </Link>
          </div>
        </div>
      </form>
    </Panel>
  );
}
