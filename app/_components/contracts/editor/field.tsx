'use client';

import { boxStyle, Input } from '../../ui/input.tsx';
import { type Labelled, LabelledField } from '../../ui/labelled-field.tsx';
import { idOf, useFault } from './form-context.tsx';

export type FieldOption = { value: string; label: string };

type Props = Omit<Labelled, 'fault'> & {
  /** Where the value stands in the declaration: `charges[0].rate`. */
  path: string;
  value: string;
  onChange: (value: string) => void;
  /** What the figure is of, behind it. */
  unit?: string | undefined;
  /** One of these, and no other. */
  options?: readonly FieldOption[] | undefined;
  type?: 'text' | 'date' | 'time' | undefined;
  inputMode?: 'decimal' | undefined;
  /** Values that are offered while anything can be typed. */
  list?: string | undefined;
  disabled?: boolean | undefined;
  placeholder?: string | undefined;
};

/** One value of the terms under its label, with its fault below where it has one. */
export function Field({ path, value, onChange, options, unit, inputMode, disabled = false, ...rest }: Props) {
  const { label, place, labelHidden, hint, type = 'text', list, placeholder } = rest;
  const labelled = { id: idOf(path), label, place, labelHidden, hint, fault: useFault(path) };
  if (options)
    return (
      <LabelledField {...labelled}>
        {(ties) => (
          <select
            {...{ ...ties, value, disabled }}
            className={boxStyle}
            onChange={(event) => onChange(event.target.value)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
    );
  return (
    <Input
      {...{ ...labelled, value, unit, type, disabled, list, inputMode, placeholder }}
      autoComplete="off"
      spellCheck={false}
      className={inputMode ? 'text-right tabular-nums' : ''}
      onValueChange={onChange}
    />
  );
}
