import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { BatchSummary } from '#views';
import { getSay } from '../../report/say.ts';
import { instantHere } from '../batch-texts.ts';
import { StatusBadge } from '../status-badge.tsx';

/** What was delivered, whose it is, how it came, and what can be done with it. */
export async function BatchHead({ batch, children }: { batch: BatchSummary; children: ReactNode }) {
  const [t, f, say] = [await getTranslations('ui.imports'), await getTranslations('ui.upload.format'), await getSay()];
  const { vendor, vendorName, fileName, format, options, source, startedAt, status } = batch;
  return (
    <div>
      <p className="flex items-center gap-x-1.5 text-muted text-sm">
        <Link href="/imports" className="hover:text-ink hover:underline">
          {t('title')}
        </Link>
        <ChevronRight aria-hidden className="size-3.5" />
        <StatusBadge status={status} />
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="wrap-anywhere mr-auto font-semibold text-xl tracking-tight">{fileName}</h1>
        {children}
      </div>
      <p className="mt-1 flex flex-wrap gap-x-3 text-muted text-sm">
        {vendor !== '' && (
          <Link href={`/vendors/${encodeURIComponent(vendor)}`} className="text-accent hover:underline">
            {vendorName}
          </Link>
        )}
        {format !== '' && <span>{formatText(format, f, options.mapping?.name)}</span>}
        <span>{t(`source.${source}`)}</span>
        <span>{instantHere(startedAt, say)}</span>
      </p>
    </div>
  );
}

type Names = Awaited<ReturnType<typeof getTranslations<'ui.upload.format'>>>;

/** The format's name; of a mapping that has a name, that name; a format that this version does not know by its code. */
function formatText(format: string, names: Names, mapping: string | undefined): string {
  if (format === 'mapping' && mapping !== undefined) return mapping;
  return names.has(format as 'canonical') ? names(format as 'canonical') : format;
}
