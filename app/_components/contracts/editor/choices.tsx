'use client';

import { FieldNotes, notedBy } from '../../ui/field-notes.tsx';
import type { FieldOption } from './field.tsx';
import { idOf, useFault } from './form-context.tsx';

type Props = {
  path: string;
  label: string;
  options: readonly FieldOption[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  hint?: string | undefined;
};

/** Any of a few values. */
export function Choices({ path, label, options, value, onChange, hint }: Props) {
  const id = idOf(path);
  const notes = { hint, fault: useFault(path) };
  const chosen = (option: string, on: boolean) =>
    options.map((one) => one.value).filter((one) => (one === option ? on : value.includes(one)));
  return (
    <fieldset id={id} tabIndex={-1} {...notedBy(id, notes)} className="min-w-0 text-sm">
      <legend className="mb-1 font-medium">{label}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {options.map((option) => (
          <label key={option.value} className="flex items-center gap-1.5 pointer-coarse:py-1.5">
            <input
              type="checkbox"
              checked={value.includes(option.value)}
              onChange={(event) => onChange(chosen(option.value, event.target.checked))}
              className="size-4 accent-accent"
            />
            {option.label}
          </label>
        ))}
      </div>
      <FieldNotes id={id} {...notes} />
    </fieldset>
  );
}
