import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { invoiceFormView, openSession } from '#views';
import { InvoiceFileForm } from '../../../_components/invoices/invoice-file-form.tsx';
import { InvoiceForm } from '../../../_components/invoices/invoice-form.tsx';
import { Panel } from '../../../_components/ui/panel.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('ui.invoices'))('new') };
}

export default async function NewInvoicePage() {
  const [t, view] = [await getTranslations('ui.invoices'), await invoiceFormView(await openSession())];
  return (
    <div className="space-y-5">
      <div>
        <Link href="/invoices" className="text-muted text-sm hover:text-ink hover:underline">
          {t('title')}
        </Link>
        <h1 className="font-semibold text-xl tracking-tight">{t('new')}</h1>
      </div>
      {view.vendors.length === 0 ? (
        <p className="rounded-lg border border-line bg-surface p-4 text-sm">{t('noVendors')}</p>
      ) : (
        <Panel className="p-4">
          <h2 className="mb-3 font-semibold">{t('type')}</h2>
          <InvoiceForm {...view} />
        </Panel>
      )}
      <Panel className="p-4">
        <h2 className="mb-3 font-semibold">{t('take')}</h2>
        <InvoiceFileForm />
      </Panel>
    </div>
  );
}
