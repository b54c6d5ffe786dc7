import { getTranslations } from 'next-intl/server';
import type { InvoiceView } from '#views';
import { Panel } from '../ui/panel.tsx';
import { ToleranceForm } from './tolerance-form.tsx';

/** What lines of this vendor may differ by and still agree. */
export async function TolerancePanel({ view }: { view: InvoiceView }) {
  const t = await getTranslations('ui.invoices');
  const { invoice, vendor, tolerance } = view;
  return (
    <Panel className="p-4">
      <h2 className="font-semibold">{t('tolerance')}</h2>
      <p className="mt-1 mb-3 max-w-3xl text-muted text-sm">{t('toleranceLead', { vendor: vendor.name })}</p>
      <ToleranceForm
        key={`${tolerance.amount} ${tolerance.percent}`}
        invoice={invoice.id}
        currency={invoice.currency}
        tolerance={tolerance}
      />
    </Panel>
  );
}
