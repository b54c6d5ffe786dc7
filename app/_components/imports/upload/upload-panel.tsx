'use client';

import { useTranslations } from 'next-intl';
import type { ImportModel, ImportsView } from '#views';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { isClean } from './delivery.ts';
import { DeliveryRow } from './delivery-row.tsx';
import { UploadForm } from './upload-form.tsx';
import { useDeliveries } from './use-deliveries.ts';

type Props = { vendors: ImportsView['vendors']; zones: readonly string[]; like: ImportModel | null };

/** Choose files, see what they are, import what is right. */
export function UploadPanel({ vendors, zones, like }: Props) {
  const t = useTranslations('ui.upload');
  const { deliveries, sending, add, decide, clear, refresh } = useDeliveries();
  const clean = deliveries.flatMap(({ id, state }) =>
    state.kind === 'waitsForDecision' && !state.busy && isClean(state.preview) ? [{ id, preview: state.preview }] : [],
  );
  const importAll = async () => {
    for (const { id, preview } of clean) await decide(id, 'import', preview);
  };
  return (
    <Panel className="p-4" aria-label={t('title')}>
      <h2 className="mb-3 font-semibold">{t('title')}</h2>
      {deliveries.length === 0 ? (
        <UploadForm vendors={vendors} zones={zones} like={like} onSend={(scope, lists) => void add(scope, lists)} />
      ) : (
        <>
          {sending && <p className="text-muted text-sm">{t('leave')}</p>}
          <ul className="divide-y divide-line">
            {deliveries.map((delivery) => (
              <DeliveryRow
                key={delivery.id}
                delivery={delivery}
                onEnd={refresh}
                onDecide={(change) => {
                  if (delivery.state.kind === 'waitsForDecision')
                    void decide(delivery.id, change, delivery.state.preview);
                }}
              />
            ))}
          </ul>
          <p role="status" className="sr-only">
            {sending ? '' : t('news', { clean: clean.length, files: deliveries.length })}
          </p>
          {!sending && (
            <div className="flex flex-wrap gap-2 border-line border-t pt-4">
              {clean.length > 1 && (
                <Button variant="primary" onClick={() => void importAll()}>
                  {t('importAll', { count: clean.length })}
                </Button>
              )}
              <Button onClick={clear}>{t('another')}</Button>
            </div>
          )}
        </>
      )}
    </Panel>
  );
}
