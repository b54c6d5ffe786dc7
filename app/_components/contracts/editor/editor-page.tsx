import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { EditorView } from '#views';
import { ContractForm } from './contract-form.tsx';

/** The editor of a contract under its heading. */
export async function EditorPage({ view }: { view: EditorView }) {
  const [t, c] = [await getTranslations('ui.contractEditor'), await getTranslations('ui.contracts')];
  const vendor = view.vendors.find(({ id }) => id === view.start.vendor)?.label ?? view.start.vendor;
  return (
    <div className="space-y-4">
      <div>
        <div className="flex flex-wrap items-center gap-x-1.5 text-sm">
          <Link href="/contracts" className="text-muted hover:text-ink hover:underline">
            {c('title')}
          </Link>
          {view.version && (
            <>
              <ChevronRight aria-hidden className="size-3.5 text-muted" />
              <Link href={`/contracts/${view.version.id}`} className="text-muted hover:text-ink hover:underline">
                {vendor}
              </Link>
            </>
          )}
        </div>
        <h1 className="mt-1 font-semibold text-xl tracking-tight">
          {view.version ? t('editOf', { vendor }) : t('new')}
        </h1>
        <p className="mt-1 max-w-3xl text-pretty text-muted text-sm">{t('lead')}</p>
      </div>
      <ContractForm
        view={view}
        currencies={Intl.supportedValuesOf('currency')}
        zones={Intl.supportedValuesOf('timeZone')}
      />
    </div>
  );
}
