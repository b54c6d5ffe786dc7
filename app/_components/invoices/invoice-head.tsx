import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { cellText } from '#format';
import type { InvoiceView } from '#views';
import { ExportLinks } from '../report/export-links.tsx';
import { getSay } from '../report/say.ts';
import { buttonStyle } from '../ui/button.tsx';

/** Which invoice it is, of whom, from where, and its files. */
export async function InvoiceHead({ view }: { view: InvoiceView }) {
  const [t, say] = [await getTranslations('ui.invoices'), await getSay()];
  const { invoice, vendor, others } = view;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const disputed = Object.values(view.lines).some((lines) => lines.some(({ state }) => state === 'disputed'));
  const month = cellText({ kind: 'month', month: invoice.month }, say);
  const recorded = cellText({ kind: 'instant', ms: invoice.recordedAt, zone: timeZone }, say);
  return (
    <div className="flex flex-wrap items-start gap-2">
      <div className="mr-auto">
        <Link href="/invoices" className="text-muted text-sm hover:text-ink hover:underline">
          {t('title')}
        </Link>
        <h1 className="wrap-anywhere font-semibold text-xl tracking-tight">
          {t('heading', { number: invoice.number })}
        </h1>
        <p className="mt-1 flex flex-wrap gap-x-3 text-muted text-sm">
          <Link href={`/vendors/${encodeURIComponent(vendor.code)}`} className="text-accent hover:underline">
            {vendor.name}
          </Link>
          <span>{t('of', { month, program: invoice.program ?? 'none' })}</span>
          <span>{t('recorded', { source: invoice.source, at: recorded, actor: invoice.recordedBy })}</span>
        </p>
        {others.length > 0 && (
          <p className="mt-1 flex flex-wrap gap-x-2 text-sm">
            {t('together')}
            {others.map(({ id, number }) => (
              <Link key={id} href={`/invoices/${id}`} className="text-accent hover:underline">
                {number}
              </Link>
            ))}
          </p>
        )}
      </div>
      {disputed && (
        <a
          href={`/invoices/${invoice.id}/export.pdf?only=disputed`}
          download
          className={buttonStyle({ className: 'px-2.5 text-xs print:hidden' })}
        >
          {t('letter')}
        </a>
      )}
      {disputed && (
        <a
          href={`/invoices/${invoice.id}/export.xlsx?only=disputed`}
          download
          className={buttonStyle({ className: 'px-2.5 text-xs print:hidden' })}
        >
          {t('letterSheet')}
        </a>
      )}
      <ExportLinks base={`/invoices/${invoice.id}/export`} />
    </div>
  );
}
