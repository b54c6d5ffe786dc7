import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { outcomes } from '#calls';
import type { CallsView } from '#views';
import { getSay } from '../report/say.ts';
import { Button, buttonStyle } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { SelectField, TextField } from './field.tsx';

/** Which calls are listed. What is chosen goes into the address; what an address brought along stays in it. */
export async function CallsFilters({ view: { query, choices, contract } }: { view: CallsView }) {
  const [t, say] = [await getTranslations('ui.calls'), await getSay()];
  const all = { value: '', label: t('all') };
  const of = (list: readonly { id: string; label: string }[]) => [
    all,
    ...list.map(({ id, label }) => ({ value: id, label })),
  ];
  return (
    <Panel className="p-4 print:hidden">
      <form method="get" action="/calls" aria-label={t('filters')}>
        {query.contract && <input type="hidden" name="contract" value={query.contract} />}
        {query.revenue && <input type="hidden" name="revenue" value={query.revenue} />}
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
          <TextField label={t('from')} type="date" name="from" defaultValue={query.from} required />
          <TextField label={t('to')} type="date" name="to" defaultValue={query.to} required />
          <SelectField label={t('vendor')} name="vendor" value={query.vendor ?? ''} options={of(choices.vendors)} />
          <SelectField label={t('program')} name="program" value={query.program ?? ''} options={of(choices.programs)} />
          <SelectField
            label={t('class')}
            name="class"
            value={query.class ?? ''}
            options={of(
              choices.classes.map((id) => ({ id, label: say({ key: 'calls.rateClass', values: { rateClass: id } }) })),
            )}
          />
          <SelectField
            label={t('billed')}
            name="billed"
            value={query.billed ?? ''}
            options={of((['yes', 'no'] as const).map((id) => ({ id, label: t(id) })))}
          />
          <SelectField
            label={t('outcome')}
            name="outcome"
            value={query.outcome ?? ''}
            options={of(outcomes.map((id) => ({ id, label: say({ key: `calls.outcomes.${id}` }) })))}
          />
          <SelectField
            label={t('state')}
            name="state"
            value={query.state ?? ''}
            options={of((['handled', 'contact'] as const).map((id) => ({ id, label: t(id) })))}
          />
          <TextField label={t('type')} name="type" defaultValue={query.type ?? ''} />
          <div className="flex items-end gap-2">
            <Button type="submit" variant="primary">
              {t('show')}
            </Button>
            <Link href="/calls" className={buttonStyle()}>
              {t('reset')}
            </Link>
          </div>
        </div>
        {contract && <p className="mt-3 text-muted text-sm">{t('contract', { contract: say(contract) })}</p>}
        {query.revenue && <p className="mt-3 text-muted text-sm">{t('revenue')}</p>}
      </form>
    </Panel>
  );
}
