'use client';

import { useTranslations } from 'next-intl';
import type { Choice } from '#views';
import { Input } from '../ui/input.tsx';
import { type Option, Select } from '../ui/select.tsx';
import type { InputField } from './input-fields.ts';

type Props = {
  field: InputField;
  value: string;
  onChange: (value: string) => void;
  /** What is wrong with the value, if anything. */
  fault: string | undefined;
  vendors: readonly Choice[];
  programs: readonly Choice[];
};

/** One field of a form, with what is wrong with it right below. */
export function Field({ field, value, onChange, fault, vendors, programs }: Props) {
  const t = useTranslations('ui.inputs');
  const label = t(`fields.${field.name}`);
  const choices: Record<string, readonly Choice[]> = {
    vendor: vendors,
    program: [{ id: '', label: t(field.wholeVendor ? 'allPrograms' : 'noProgram') }, ...programs],
    kpi: [
      { id: 'qa', label: t('qa') },
      { id: 'csat', label: t('csat') },
    ],
  };
  const options: Option[] | undefined = choices[field.type]?.map((choice) => ({
    value: choice.id,
    label: choice.label,
  }));
  if (options)
    return (
      <Select label={label} options={options} value={value} onChange={onChange} fault={fault} className="w-full" />
    );
  return (
    <Input
      label={label}
      name={field.name}
      type={field.type === 'number' ? 'text' : field.type}
      {...(field.type === 'number' && { inputMode: 'decimal' })}
      {...(field.type === 'month' && { placeholder: t('monthShape') })}
      required={field.required ?? false}
      value={value}
      onValueChange={onChange}
      fault={fault}
    />
  );
}
