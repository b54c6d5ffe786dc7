import type { ComponentProps } from 'react';

export type Option = { value: string; label: string };

const box =
  'h-8 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2 text-ink text-sm pointer-coarse:h-10';

/** One of a few values, in a form that works without scripts. */
export function SelectField({
  label,
  name,
  value,
  options,
}: {
  label: string;
  name: string;
  value: string;
  options: readonly Option[];
}) {
  return (
    <label className="block min-w-0 text-sm">
      <span className="mb-1 block font-medium">{label}</span>
      <select name={name} defaultValue={value} className={box}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A value to type, in a form that works without scripts. */
export function TextField({ label, ...input }: { label: string } & ComponentProps<'input'>) {
  return (
    <label className="block min-w-0 text-sm">
      <span className="mb-1 block font-medium">{label}</span>
      <input autoComplete="off" className={box} {...input} />
    </label>
  );
}
