'use client';

import { FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, useId, useState } from 'react';
import { cn } from '../ui/class-names.ts';

type Props = { file: File | null; onChange: (file: File | null) => void; missing: boolean };

/** A file, chosen or dropped. */
export function FileField({ file, onChange, missing }: Props) {
  const t = useTranslations('ui.upload');
  const [over, setOver] = useState(false);
  const hint = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onChange(event.dataTransfer.files[0] ?? file);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first
    <div className="sm:col-span-3" onDragOver={hover} onDragLeave={() => setOver(false)} onDrop={drop}>
      <label
        className={cn(
          'flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border border-line-strong border-dashed p-4 text-sm focus-within:outline-2 focus-within:outline-accent focus-within:outline-offset-2 hover:bg-sunken/60',
          over && 'border-accent bg-accent-soft',
          missing && 'border-failing',
        )}
      >
        <FileUp aria-hidden className="size-5 text-muted" />
        <span className="sr-only">{t('file')}</span>
        <input
          type="file"
          className="sr-only"
          aria-describedby={hint}
          aria-invalid={missing}
          onChange={(event) => onChange(event.target.files?.[0] ?? null)}
        />
        {file ? (
          <span className="font-medium">{t('chosen', { name: file.name, megabytes: file.size / 1e6 })}</span>
        ) : (
          <span>
            <span className="font-medium text-accent underline underline-offset-4">{t('choose')}</span> {t('drop')}
          </span>
        )}
      </label>
      <p id={hint} className="mt-1 text-muted text-xs">
        {missing && <strong className="mr-1 text-failing">{t('needsFile')}</strong>}
        {t('formats')}
      </p>
    </div>
  );
}
