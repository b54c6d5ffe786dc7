'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { BatchSummary } from '#views';
import { FailureNote } from '../../inputs/failure-note.tsx';
import { type SendFailure, send } from '../../inputs/send.ts';
import { Button, buttonStyle } from '../../ui/button.tsx';
import { UndoDialog } from './undo-dialog.tsx';

type Props = { id: string; status: BatchSummary['status']; kept: boolean; undoing: boolean };

/** What can be done with an import as it stands. */
export function BatchActions({ id, status, kept, undoing }: Props) {
  const t = useTranslations('ui.upload');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SendFailure | null>(null);
  const change = async (what: 'cancel' | 'retry' | 'undo') => {
    setBusy(true);
    const answer = await send(`/imports/${id}/${what}`, '');
    setBusy(false);
    setFailure(answer.ok ? null : answer);
    router.refresh();
  };
  const retried = kept && (status === 'failed' || status === 'cancelled');
  return (
    <div className="flex flex-wrap gap-2">
      {(status === 'queued' || status === 'running') && (
        <Button disabled={busy} onClick={() => void change('cancel')}>
          {t('cancel')}
        </Button>
      )}
      {retried && (
        <>
          <Button variant="primary" disabled={busy} onClick={() => void change('retry')}>
            {t('retry')}
          </Button>
          <Link href={`/imports/${id}?read=anew`} className={buttonStyle()}>
            {t('readAnew')}
          </Link>
        </>
      )}
      {status === 'done' && <UndoDialog id={id} disabled={busy || undoing} onUndo={() => change('undo')} />}
      {failure && (
        <div className="w-full">
          <FailureNote failure={failure} />
        </div>
      )}
    </div>
  );
}
