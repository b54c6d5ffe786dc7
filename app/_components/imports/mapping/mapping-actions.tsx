'use client';

import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type SubmitEvent, useState } from 'react';
import { ChangeFailure } from '../../invoices/change-failure.tsx';
import { useChange } from '../../invoices/use-change.ts';
import { Button, buttonStyle } from '../../ui/button.tsx';
import { backdropStyle, dialogStyle } from '../../ui/dialog-style.ts';
import { Input } from '../../ui/input.tsx';

type Props = { id: string; name: string };

/** What can be done with a saved mapping. */
export function MappingActions({ id, name }: Props) {
  const t = useTranslations('ui.mapping');
  const { busy, failure, change } = useChange();
  const [renaming, setRenaming] = useState<string | null>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (await change(`/imports/mappings/${id}/rename`, { name: renaming ?? '' })) setRenaming(null);
  };
  return (
    <div className="space-y-2">
      {renaming === null ? (
        <div className="flex flex-wrap gap-2">
          <a
            href={`/imports/mappings/${id}/mapping.yaml`}
            download
            aria-label={t('downloadName', { name })}
            className={buttonStyle()}
          >
            <Download aria-hidden className="size-4 text-muted" />
            {t('download')}
          </a>
          <Button onClick={() => setRenaming(name)} aria-label={t('renameName', { name })}>
            {t('rename')}
          </Button>
          <DeleteDialog name={name} busy={busy} onDelete={() => void change(`/imports/mappings/${id}/delete`, {})} />
        </div>
      ) : (
        <form onSubmit={(event) => void submit(event)} className="flex flex-wrap items-end gap-2">
          <Input
            label={t('newName', { name })}
            labelHidden
            required
            maxLength={120}
            value={renaming}
            onValueChange={setRenaming}
          />
          <Button type="submit" variant="primary" disabled={busy}>
            {t('save')}
          </Button>
          <Button onClick={() => setRenaming(null)}>{t('notSave')}</Button>
        </form>
      )}
      <ChangeFailure failure={failure} />
    </div>
  );
}

function DeleteDialog({ name, busy, onDelete }: { name: string; busy: boolean; onDelete: () => void }) {
  const t = useTranslations('ui.mapping');
  const [open, setOpen] = useState(false);
  const confirm = () => {
    setOpen(false);
    onDelete();
  };
  return (
    <AlertDialog.Root open={open} onOpenChange={setOpen}>
      <AlertDialog.Trigger
        disabled={busy}
        aria-label={t('deleteName', { name })}
        className={buttonStyle({ variant: 'quiet' })}
      >
        {t('delete')}
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={backdropStyle} />
        <AlertDialog.Popup className={dialogStyle}>
          <AlertDialog.Title className="wrap-anywhere font-semibold text-lg">
            {t('deleteTitle', { name })}
          </AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-pretty text-sm">{t('deleteText')}</AlertDialog.Description>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <AlertDialog.Close className={buttonStyle()}>{t('notSave')}</AlertDialog.Close>
            <Button variant="primary" onClick={confirm}>
              {t('deleteDo')}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
