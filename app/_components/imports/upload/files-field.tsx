'use client';

import { FileUp, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, useId, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { cn } from '../../ui/class-names.ts';
import { sizeOf } from './size-of.ts';

type Props = { files: readonly File[]; onChange: (files: File[]) => void; missing: boolean };

/** Files, chosen or dropped, as many as one likes; each can be left out again. */
export function FilesField({ files, onChange, missing }: Props) {
  const t = useTranslations('ui.upload');
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const add = (more: Iterable<File>) => {
    const added = [...more].filter((own) => !files.some((other) => isSame(own, other)));
    if (added.length > 0) onChange([...files, ...added]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const leave = (file: File) => {
    onChange(files.filter((own) => own !== file));
    input.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first
    <div className="sm:col-span-3" onDragOver={hover} onDragLeave={() => setOver(false)} onDrop={drop}>
      <label
        className={cn(
          'flex min-h-20 cursor-pointer flex-wrap items-center justify-center gap-x-3 gap-y-1 rounded-lg border border-line-strong border-dashed p-4 text-center text-sm focus-within:outline-2 focus-within:outline-accent focus-within:outline-offset-2 hover:bg-sunken/60',
          over && 'border-accent bg-accent-soft',
          missing && 'border-failing',
        )}
      >
        <FileUp aria-hidden className="size-5 text-muted" />
        <span className="sr-only">{t('files')}</span>
        <input
          ref={input}
          type="file"
          multiple
          className="sr-only"
          aria-describedby={hint}
          aria-invalid={missing}
          onChange={(event) => {
            add(event.target.files ?? []);
            event.target.value = '';
          }}
        />
        <span>
          <span className="font-medium text-accent underline underline-offset-4">{t('choose')}</span> {t('drop')}
        </span>
      </label>
      <p id={hint} className="mt-1 text-pretty text-muted text-xs">
        {missing && <strong className="mr-1 text-failing">{t('needsFile')}</strong>}
        {t('formats')}
      </p>
      {files.length > 0 && (
        <ul aria-label={t('chosenFiles')} className="mt-3 divide-y divide-line border-line border-y text-sm">
          {files.map((file) => (
            <li key={keyOf(file)} className="flex items-center gap-3 py-1">
              <span className="wrap-anywhere mr-auto font-medium">{file.name}</span>
              <span className="whitespace-nowrap text-muted">{t('size', sizeOf(file.size))}</span>
              <Button
                variant="quiet"
                size="icon"
                onClick={() => leave(file)}
                aria-label={t('leaveOut', { name: file.name })}
              >
                <X aria-hidden className="size-4" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const keyOf = ({ name, size, lastModified }: File) => `${name} ${size} ${lastModified}`;
const isSame = (one: File, other: File) => keyOf(one) === keyOf(other);
