'use client';

import { useTranslations } from 'next-intl';
import { type SubmitEvent, useId, useState } from 'react';
import type { ImportsView } from '#views';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { Select } from '../ui/select.tsx';
import { FileField } from './file-field.tsx';
import type { UploadInput } from './upload.ts';

type Props = { vendors: ImportsView['vendors']; zones: readonly string[]; onStart: (input: UploadInput) => void };

const fromFile = '';

export function UploadForm({ vendors, zones, onStart }: Props) {
  const t = useTranslations('ui.upload');
  const [first] = vendors;
  const [vendor, setVendor] = useState(first?.id ?? '');
  const [program, setProgram] = useState(fromFile);
  const [timezone, setTimezone] = useState(first?.timezone ?? 'UTC');
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const zoneList = useId();
  const chosen = vendors.find(({ id }) => id === vendor);

  const choose = (id: string) => {
    setVendor(id);
    setProgram(fromFile);
    setTimezone(vendors.find((own) => own.id === id)?.timezone ?? timezone);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setMissing(file === null);
    if (file) onStart({ vendor, program: program === fromFile ? null : program, timezone, file });
  };

  return (
    <form onSubmit={submit} className="grid gap-4 sm:grid-cols-3">
      <Select
        label={t('vendor')}
        options={vendors.map(({ id, label }) => ({ value: id, label }))}
        value={vendor}
        onChange={choose}
        className="w-full"
      />
      <Select
        label={t('program')}
        options={[
          { value: fromFile, label: t('programFromFile') },
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
          required
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
      <FileField file={file} onChange={setFile} missing={missing && file === null} />
      <div className="sm:col-span-3">
        <Button type="submit" variant="primary">
          {t('start')}
        </Button>
      </div>
    </form>
  );
}
