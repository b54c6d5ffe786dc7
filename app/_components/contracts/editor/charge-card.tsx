'use client';

import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../../ui/button.tsx';
import { type ChargeField, choicesOf, fieldsOf, rowsOf } from './charge-fields.ts';
import { Choices } from './choices.tsx';
import { staysBehind } from './declared.ts';
import type { ChargeDraft, Draft } from './draft.ts';
import { FaultText } from './fault-text.tsx';
import { Field } from './field.tsx';
import { useForm } from './form-context.tsx';
import { RowsTable } from './rows-table.tsx';
import { unitText } from './unit-text.ts';

type Props = {
  charge: ChargeDraft;
  index: number;
  last: boolean;
  onChange: (part: Partial<ChargeDraft>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
};

/** One charge: the fields of its kind. */
export function ChargeCard({ charge, index, last, onChange, onMove, onRemove }: Props) {
  const t = useTranslations('ui.contractEditor');
  const { draft } = useForm();
  const at = `charges[${index}]`;
  const name = t('chargeOf', { n: index + 1, kind: t(`kind.${charge.kind}`) });
  const [rows, choices] = [rowsOf(charge), choicesOf(charge)];
  return (
    <li>
      <fieldset className="space-y-3 rounded-md border border-line p-3">
        <legend className="sr-only">{name}</legend>
        <div className="-mt-1 flex items-center gap-1">
          <h3 className="mr-auto font-medium text-sm">{t(`kind.${charge.kind}`)}</h3>
          <Button
            variant="quiet"
            size="icon"
            disabled={index === 0}
            onClick={() => onMove(-1)}
            aria-label={t('moveUp', { name })}
          >
            <ArrowUp aria-hidden className="size-4" />
          </Button>
          <Button
            variant="quiet"
            size="icon"
            disabled={last}
            onClick={() => onMove(1)}
            aria-label={t('moveDown', { name })}
          >
            <ArrowDown aria-hidden className="size-4" />
          </Button>
          <Button variant="quiet" size="icon" onClick={onRemove} aria-label={t('removeCharge', { name })}>
            <X aria-hidden className="size-4" />
          </Button>
        </div>
        <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
          {fieldsOf(charge).map((field) => (
            <ChargeFieldInput
              key={field.name}
              {...{ field, draft, path: `${at}.${field.name}` }}
              value={charge.text[field.name] ?? ''}
              onChange={(value) => onChange({ text: { ...charge.text, [field.name]: value } })}
            />
          ))}
        </div>
        {rows && <RowsTable path={at} rows={rows} values={charge.rows} onChange={(list) => onChange({ rows: list })} />}
        {choices && (
          <Choices
            path={`${at}.on`}
            label={t('onCharges')}
            value={charge.on}
            onChange={(on) => onChange({ on })}
            options={choices.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
            hint={charge.kind === 'indexation' ? t('onIndexHint') : undefined}
          />
        )}
        {staysBehind(draft, charge) && <p className="text-muted text-xs">{t('staysBehind')}</p>}
        <FaultText path={at} />
      </fieldset>
    </li>
  );
}

type InputProps = { field: ChargeField; draft: Draft; path: string; value: string; onChange: (value: string) => void };

function ChargeFieldInput({ field, draft, path, value, onChange }: InputProps) {
  const t = useTranslations('ui.contractEditor');
  const { name, shape, unit, options, optional } = field;
  const classes = ['standard', ...new Set(draft.windows.map((window) => window.class).filter(Boolean))];
  const chosen =
    shape === 'rateClass'
      ? [...new Set([...classes, value])].map((own) => ({ value: own, label: own }))
      : options?.map((own) => ({ value: own, label: t(`option.${own}`) }));
  return (
    <Field
      {...{ path, value, onChange }}
      label={optional ? t('optional', { label: t(`field.${name}`) }) : t(`field.${name}`)}
      options={chosen}
      type={shape === 'day' ? 'date' : 'text'}
      inputMode={shape === 'decimal' || shape === 'number' ? 'decimal' : undefined}
      unit={unit && unitText(unit, draft.currency, t)}
    />
  );
}
