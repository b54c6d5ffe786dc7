'use client';

import { useTranslations } from 'next-intl';
import { type SubmitEvent, useId, useState } from 'react';
import type { ImportModel, ImportsView } from '#views';
import { Button } from '../../ui/button.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { FilesField } from './files-field.tsx';
import type { Scope } from './send-files.ts';

type Props = {
  vendors: ImportsView['vendors'];
  zones: readonly string[];
  /** The import that they are to be read like, at first. */
  like: ImportModel | null;
  /** Each list of files is one delivery. */
  onSend: (scope: Scope, deliveries: File[][]) => void;
};

const open = '';

/** Whose logs these are, and the files. */
export function UploadForm({ vendors, zones, like: model, onSend }: Props) {
  const t = useTranslations('ui.upload');
  const [vendor, setVendor] = useState(() => startOf(vendors, model?.vendor));
  const chosen = vendors.find(({ id }) => id === vendor);
  const [program, setProgram] = useState(model?.program ?? open);
  const [timezone, setTimezone] = useState(model?.timezone ?? chosen?.timezone ?? '');
  const [like, setLike] = useState(model);
  const [files, setFiles] = useState<File[]>([]);
  const [together, setTogether] = useState(false);
  const [tried, setTried] = useState(false);
  const zoneList = useId();

  const choose = (id: string) => {
    setVendor(id);
    setProgram(open);
    setLike(null);
    setTimezone(vendors.find((own) => own.id === id)?.timezone ?? timezone);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (!chosen || files.length === 0) return;
    const scope = { vendor, program: program === open ? null : program, timezone, like: like?.id ?? null };
    onSend(scope, together ? [files] : files.map((file) => [file]));
  };
  const choices = vendors.map(({ id, label }) => ({ value: id, label }));

  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-4 sm:grid-cols-3">
      <Select
        label={t('vendor')}
        options={vendor === open ? [{ value: open, label: t('chooseVendor') }, ...choices] : choices}
        value={vendor}
        onChange={choose}
        fault={tried && vendor === open ? t('needsVendor') : undefined}
        className="w-full"
      />
      <Select
        label={t('program')}
        options={[
          { value: open, label: t('programFromFile') },
          ...(chosen?.programs ?? []).map(({ id, label }) => ({ value: id, label })),
        ]}
        value={program}
        onChange={setProgram}
        className="w-full"
      />
      <div>
        <Input
          label={t('timezone')}
          list={zoneList}
          required={vendor !== open}
          value={timezone}
          onValueChange={setTimezone}
          hint={t('timezoneHint')}
        />
        <datalist id={zoneList}>
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </div>
      {like?.mapped && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-accent-soft px-3 py-2 text-sm sm:col-span-3">
          <span className="wrap-anywhere">{t('likeImport', { name: like.mapping ?? like.fileName })}</span>
          <Button variant="quiet" onClick={() => setLike(null)}>
            {t('notLike')}
          </Button>
        </p>
      )}
      <FilesField files={files} onChange={setFiles} missing={tried && files.length === 0} />
      {files.length > 1 && <Together checked={together} onChange={setTogether} />}
      <div className="sm:col-span-3">
        <Button type="submit" variant="primary">
          {t('look', { files: Math.max(1, files.length) })}
        </Button>
        <span className="ml-3 text-muted text-sm max-sm:mt-2 max-sm:ml-0 max-sm:block">{t('lookHint')}</span>
      </div>
    </form>
  );
}

/** The vendor that is asked for; the only one where there is one; else nobody's, since a guess would be overlooked. */
function startOf(vendors: ImportsView['vendors'], asked: string | undefined): string {
  if (vendors.some(({ id }) => id === asked)) return asked ?? open;
  return (vendors.length === 1 && vendors[0]?.id) || open;
}

function Together({ checked, onChange }: { checked: boolean; onChange: (on: boolean) => void }) {
  const t = useTranslations('ui.upload');
  const hint = useId();
  return (
    <div className="text-sm sm:col-span-3">
      <label className="flex items-center gap-2 pointer-coarse:py-1.5">
        <input
          type="checkbox"
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          aria-describedby={hint}
          className="size-4 accent-accent"
        />
        {t('together')}
      </label>
      <p id={hint} className="mt-0.5 ml-6 text-pretty text-muted text-xs">
        {t('togetherHint')}
      </p>
    </div>
  );
}
