'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../../ui/button.tsx';
import type { ChargeRows } from './charge-fields.ts';
import { Field } from './field.tsx';
import { useForm } from './form-context.tsx';
import { unitText } from './unit-text.ts';

type Row = Record<string, string>;
type Props = { path: string; rows: ChargeRows; values: readonly Row[]; onChange: (values: Row[]) => void };

/** The tiers or steps of a charge, a row each. */
export function RowsTable({ path, rows, values, onChange }: Props) {
  const t = useTranslations('ui.contractEditor');
  const { currency } = useForm().draft;
  const blank = () => Object.fromEntries(rows.columns.map(({ name }) => [name, '']));
  const set = (place: number, part: Row) =>
    onChange(values.map((row, index) => (index === place ? { ...row, ...part } : row)));
  return (
    <fieldset className="space-y-2">
      <legend className="font-medium text-sm">{t(`rows.${rows.name}`)}</legend>
      {values.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
        <div key={place} className="grid grid-cols-[1fr_1fr_auto] items-start gap-2 sm:max-w-lg">
          {rows.columns.map(({ name, unit }) => (
            <Field
              key={name}
              path={`${path}.${rows.name}[${place}].${name}`}
              label={t(`column.${name}`)}
              place={t('rowOf', { n: place + 1 })}
              labelHidden={place > 0}
              value={row[name] ?? ''}
              onChange={(value) => set(place, { [name]: value })}
              inputMode="decimal"
              placeholder={name === 'upTo' && place === values.length - 1 ? t('openTier') : undefined}
              unit={unit && unitText(unit, currency, t)}
            />
          ))}
          <Button
            variant="quiet"
            size="icon"
            className={place === 0 ? 'mt-6' : undefined}
            disabled={values.length === 1}
            onClick={() => onChange(values.filter((_, index) => index !== place))}
            aria-label={t('removeRow', { n: place + 1 })}
          >
            <X aria-hidden className="size-4" />
          </Button>
        </div>
      ))}
      <p className="text-muted text-xs">{t(`rowsHint.${rows.name}`)}</p>
      <Button onClick={() => onChange([...values, blank()])}>{t(`addRow.${rows.name}`)}</Button>
    </fieldset>
  );
}
