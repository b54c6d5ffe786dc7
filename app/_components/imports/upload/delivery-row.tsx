'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FailureNote } from '../../inputs/failure-note.tsx';
import { Button, buttonStyle } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { ImportProgress } from '../import-progress.tsx';
import { RecognisedText } from '../recognised-text.tsx';
import type { SaidBatch } from '../said-batch.ts';
import type { Delivery } from './delivery.ts';
import { isClean } from './delivery.ts';
import { ImportEnd } from './import-end.tsx';
import { sizeOf } from './size-of.ts';

type Decide = (change: 'import' | 'discard') => void;
type Props = { delivery: Delivery; onDecide: Decide; onEnd: () => void };

/** One delivery from its sending to its import: what it is, and what can be done with it. */
export function DeliveryRow({ delivery, onDecide, onEnd }: Props) {
  const t = useTranslations('ui.upload');
  const { id, name, files, state } = delivery;
  const [end, setEnd] = useState<SaidBatch | null>(null);
  const ended = (batch: SaidBatch) => {
    setEnd(batch);
    onEnd();
  };
  const bytes = files.reduce((all, { size }) => all + size, 0);
  return (
    <li aria-label={name} className="space-y-3 py-4">
      {state.kind !== 'sending' && state.kind !== 'importing' && (
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="wrap-anywhere font-medium">{name}</span>
          <span className="text-muted text-sm">{t('size', sizeOf(bytes))}</span>
        </p>
      )}
      {state.kind === 'waiting' && <p className="text-muted text-sm">{t('waitsToBeSent')}</p>}
      {state.kind === 'sending' && (
        <Progress label={t('sending', { name })} share={state.share} text={t('percent', { share: state.share })} />
      )}
      {state.kind === 'looking' && <p className="text-muted text-sm">{t('looking')}</p>}
      {state.kind === 'discarded' && <p className="text-muted text-sm">{t('discarded')}</p>}
      {state.kind === 'failed' && (
        <>
          <FailureNote failure={state.failure} />
          {state.kept && <OpenDraft id={id} name={name} />}
        </>
      )}
      {state.kind === 'waitsForDecision' && <Decision delivery={delivery} state={state} onDecide={onDecide} />}
      {state.kind === 'importing' && !end && <ImportProgress id={id} name={name} onEnd={ended} />}
      {state.kind === 'importing' && end && <ImportEnd batch={end} />}
    </li>
  );
}

type Waiting = Extract<Delivery['state'], { kind: 'waitsForDecision' }>;

function Decision({ delivery, state, onDecide }: { delivery: Delivery; state: Waiting; onDecide: Decide }) {
  const t = useTranslations('ui.upload');
  const { id, name } = delivery;
  const { preview, failure, busy } = state;
  const clean = isClean(preview);
  return (
    <>
      <RecognisedText preview={preview} />
      {failure && <FailureNote failure={failure} />}
      <div className="flex flex-wrap gap-2">
        {clean && (
          <Button
            variant="primary"
            disabled={busy}
            onClick={() => onDecide('import')}
            aria-label={t('importName', { name })}
          >
            {t('import')}
          </Button>
        )}
        <OpenDraft id={id} name={name} primary={!clean} />
        <Button
          variant="quiet"
          disabled={busy}
          onClick={() => onDecide('discard')}
          aria-label={t('discardName', { name })}
        >
          {t('discard')}
        </Button>
      </div>
    </>
  );
}

function OpenDraft({ id, name, primary = true }: { id: string; name: string; primary?: boolean }) {
  const t = useTranslations('ui.upload');
  return (
    <Link
      href={`/imports/${id}`}
      aria-label={t('openName', { name })}
      className={buttonStyle({ variant: primary ? 'primary' : 'outline' })}
    >
      {t('openDraft')}
    </Link>
  );
}
