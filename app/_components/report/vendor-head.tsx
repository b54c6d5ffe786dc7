import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { VendorView } from '#views';
import { address, type Chosen } from '../frame/address.ts';
import { hue } from './hue.ts';

const statuses = ['live', 'training', 'notice', 'ended'] as const;

/** Who the page is about, and the way back to all of them with the same days. */
export async function VendorHead({ vendor, chosen }: { vendor: VendorView['vendor']; chosen: Chosen }) {
  const t = await getTranslations('ui.vendor');
  const status = statuses.find((own) => own === vendor.status);
  const facts = [
    vendor.country,
    status ? t(`status.${status}`) : vendor.status,
    t('timezone', { timezone: vendor.timezone }),
  ].filter(Boolean);
  return (
    <div className="mr-auto">
      <div className="flex items-center gap-1.5 text-sm">
        <Link href={address('/', chosen)} className="text-muted hover:text-ink hover:underline">
          {t('overview')}
        </Link>
        <ChevronRight aria-hidden className="size-3.5 text-muted" />
        <span className="size-2.5 rounded-xs" style={{ background: hue(vendor.color) }} aria-hidden="true" />
        <h1 className="font-semibold">{vendor.name}</h1>
      </div>
      <p className="mt-0.5 text-muted text-xs">
        {facts.join(' · ')} ·{' '}
        <Link
          href={`/vendors/${encodeURIComponent(vendor.code)}/statements`}
          className="text-accent underline underline-offset-4"
        >
          {t('statements')}
        </Link>
      </p>
    </div>
  );
}
