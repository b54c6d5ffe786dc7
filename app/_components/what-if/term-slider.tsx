'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import type { TermField } from './term-fields.ts';

type Props = { field: TermField; currency: string; onChange: (value: string) => void };

/** One number of the contract: a slider for a rough look, a field for the very figure. */
export function TermSlider({ field, currency, onChange }: Props) {
  const t = useTranslations('ui.whatIf');
  const [text, setText] = useState(field.value);
  const id = useId();
  useEffect(() => setText(field.value), [field.value]);
  const charge = t(`charges.${field.kind}`);
  const label = t(`fields.${field.name}`, { charge, detail: field.detail });
  const unit = field.unit === 'money' ? currency : '%';
  const typed = (value: string) => {
    setText(value);
    if (isNumber(value, field)) onChange(value);
  };
  return (
    <div className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-1 text-sm">
      <label htmlFor={id}>{label}</label>
      <span className="flex items-center gap-1.5">
        <input
          id={id}
          inputMode="decimal"
          value={text}
          onChange={({ target }) => typed(target.value)}
          aria-invalid={!isNumber(text, field)}
          className="h-8 w-24 rounded-md border border-line-strong bg-surface px-2 text-right tabular-nums aria-invalid:border-failing pointer-coarse:h-10"
        />
        <span className="w-9 text-muted text-xs">{unit}</span>
      </span>
      <input
        type="range"
        aria-label={t('slide', { label })}
        min={field.min}
        max={Math.max(field.max, Number(field.value))}
        step={field.step}
        value={Number(field.value)}
        onChange={({ target }) => typed(written(target.valueAsNumber, field))}
        className="col-span-2 w-full accent-accent pointer-coarse:h-8"
      />
    </div>
  );
}

/** A decimal that a contract takes: no sign where none is allowed, at most six decimals, a percent up to 100. */
function isNumber(text: string, { min, unit }: TermField): boolean {
  const known = /^-?\d+(\.\d{1,6})?$/.test(text) && (min < 0 || !text.startsWith('-'));
  return known && (unit === 'money' || Math.abs(Number(text)) <= 100);
}

/** The slider's number with the decimals of its step, at least the two of money. */
function written(value: number, { step, unit }: TermField): string {
  const digits = `${step}`.split('.')[1]?.length ?? 0;
  return value.toFixed(unit === 'money' ? Math.max(2, digits) : digits);
}
