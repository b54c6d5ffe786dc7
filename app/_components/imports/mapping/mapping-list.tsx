import { getTranslations } from 'next-intl/server';
import type { MappingEntry } from '#views';
import { getSay } from '../../report/say.ts';
import { Panel } from '../../ui/panel.tsx';
import { instantHere } from '../batch-texts.ts';
import { MappingActions } from './mapping-actions.tsx';

/** Saved mappings, by vendor. */
export async function MappingList({ mappings }: { mappings: readonly MappingEntry[] }) {
  const [t, say] = [await getTranslations('ui.mapping'), await getSay()];
  if (mappings.length === 0)
    return <p className="rounded-lg border border-line bg-surface p-4 text-pretty">{t('savedNone')}</p>;
  const vendors = [...new Set(mappings.map(({ vendorName }) => vendorName))];
  return vendors.map((vendor) => (
    <Panel key={vendor} aria-label={vendor}>
      <h2 className="px-4 py-3 font-semibold">{vendor}</h2>
      <ul className="divide-y divide-line border-line border-t">
        {mappings
          .filter(({ vendorName }) => vendorName === vendor)
          .map(({ id, name, header, savedAt, savedBy }) => (
            <li key={id} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 text-sm">
              <div className="mr-auto min-w-0">
                <h3 className="wrap-anywhere font-medium">{name}</h3>
                <p className="wrap-anywhere mt-0.5 text-muted text-xs">{header.join(', ')}</p>
                <p className="mt-0.5 text-muted text-xs">
                  {t('savedBy', { at: instantHere(savedAt, say), by: savedBy })}
                </p>
              </div>
              <MappingActions id={id} name={name} />
            </li>
          ))}
      </ul>
    </Panel>
  ));
}
