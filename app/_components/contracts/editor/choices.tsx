'use client';

import { FaultText } from './fault-text.tsx';
import type { FieldOption } from './field.tsx';
import { idOf, useForm } from './form-context.tsx';

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
  const own = useForm().faults.get(path) ?? [];
  const id = idOf(path);
  const chosen = (option: string, on: boolean) =>
    options.map((one) => one.value).filter((one) => (one === option ? on : value.includes(one)));
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-invalid={own.length > 0}
      {...(own.length > 0 && { 'aria-describedby': `${id}-fault` })}
      className="min-w-0 text-sm"
    >
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
      {hint && <p className="mt-1 text-muted text-xs">{hint}</p>}
      <FaultText path={path} />
    </fieldset>
  );
}
