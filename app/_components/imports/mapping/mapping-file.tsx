'use client';

import { Download, FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { DraftMapping } from '#imports';
import { send } from '../../inputs/send.ts';
import { Button } from '../../ui/button.tsx';
import { formOf, type MappingForm, mappingOf } from './mapping-form.ts';

type Props = { form: MappingForm; onRead: (form: MappingForm) => void };

/** A mapping as a file: written for whoever imports on the command line, and read from one. */
export function MappingFile({ form, onRead }: Props) {
  const t = useTranslations('ui.mapping');
  const input = useRef<HTMLInputElement>(null);
  const [faults, setFaults] = useState<readonly string[]>([]);

  async function write() {
    const answer = await send<{ yaml: string }>('/imports/mappings/write', JSON.stringify(mappingOf(form)));
    setFaults(answer.ok ? [] : [answer.detail ?? t('fileLost')]);
    if (answer.ok) keep(answer.result.yaml, `${form.kept.name ?? 'mapping'}.yaml`);
  }
  async function read(file: File | undefined) {
    if (!file) return;
    const answer = await send<{ mapping: DraftMapping }>(
      `/imports/mappings/read?${new URLSearchParams({ fileName: file.name })}`,
      file,
    );
    setFaults(answer.ok ? [] : [...(answer.detail ? [answer.detail] : [t('fileLost')]), ...answer.errors]);
    if (answer.ok) onRead(formOf(answer.result.mapping));
    if (input.current) input.current.value = '';
  }

  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => void write()}>
        <Download aria-hidden className="size-4 text-muted" />
        {t('download')}
      </Button>
      <Button onClick={() => input.current?.click()}>
        <FileUp aria-hidden className="size-4 text-muted" />
        {t('upload')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml"
        tabIndex={-1}
        aria-label={t('upload')}
        className="hidden"
        onChange={(event) => void read(event.target.files?.[0])}
      />
      {faults.length > 0 && (
        <ul role="alert" className="w-full text-failing text-sm">
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Gives the browser a text to keep as a file. */
function keep(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
