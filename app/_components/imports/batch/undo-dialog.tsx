'use client';

import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, buttonStyle } from '../../ui/button.tsx';
import { backdropStyle, dialogStyle } from '../../ui/dialog-style.ts';

type Forecast = {
  removed: number;
  restored: { id: string; fileName: string; calls: number }[];
  repeat: { id: string; fileName: string } | null;
};

type Props = { id: string; disabled: boolean; onUndo: () => Promise<void> };

/** Asks before an import is undone, with what that would do. */
export function UndoDialog({ id, disabled, onUndo }: Props) {
  const t = useTranslations('ui.upload');
  const [open, setOpen] = useState(false);
  const [forecast, setForecast] = useState<Forecast | 'lost' | null>(null);
  const change = (on: boolean) => {
    setOpen(on);
    if (!on) return;
    setForecast(null);
    void askForecast(id).then(setForecast);
  };
  const undo = async () => {
    setOpen(false);
    await onUndo();
  };
  return (
    <AlertDialog.Root open={open} onOpenChange={change}>
      <AlertDialog.Trigger disabled={disabled} className={buttonStyle()}>
        {t('undo')}
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={backdropStyle} />
        <AlertDialog.Popup className={dialogStyle}>
          <AlertDialog.Title className="font-semibold text-lg">{t('undoTitle')}</AlertDialog.Title>
          <div className="mt-2 space-y-2 text-sm" aria-live="polite">
            {forecast === null ? (
              <p className="text-muted">{t('undoCounting')}</p>
            ) : (
              <ForecastText forecast={forecast} />
            )}
          </div>
          <AlertDialog.Description className="mt-2 text-pretty text-muted text-sm">
            {t('undoHint')}
          </AlertDialog.Description>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <AlertDialog.Close className={buttonStyle()}>{t('undoNot')}</AlertDialog.Close>
            <Button variant="primary" disabled={forecast === null} onClick={() => void undo()}>
              {t('undoDo')}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

async function askForecast(id: string): Promise<Forecast | 'lost'> {
  const response = await fetch(`/imports/${id}/forecast`, { cache: 'no-store' }).catch(() => null);
  return response?.ok ? ((await response.json()) as Forecast) : 'lost';
}

function ForecastText({ forecast }: { forecast: Forecast | 'lost' }) {
  const t = useTranslations('ui.upload');
  if (forecast === 'lost') return <p>{t('undoLost')}</p>;
  const { removed, restored, repeat } = forecast;
  if (repeat) return <p className="text-pretty">{t('undoRepeat', { name: repeat.fileName })}</p>;
  const back = restored.reduce((all, { calls }) => all + calls, 0);
  return (
    <>
      <p className="font-medium">{t('undoCalls', { calls: removed + back })}</p>
      <ul className="list-disc space-y-1 pl-5">
        {removed > 0 && <li>{t('undoRemoved', { calls: removed })}</li>}
        {restored.map(({ id, fileName, calls }) => (
          <li key={id} className="wrap-anywhere">
            {t('undoRestored', { calls, name: fileName })}
          </li>
        ))}
      </ul>
    </>
  );
}
