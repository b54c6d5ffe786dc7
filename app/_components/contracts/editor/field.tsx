'use client';

import { cn } from '../../ui/class-names.ts';
import { FaultText } from './fault-text.tsx';
import { idOf, useForm } from './form-context.tsx';

export type FieldOption = { value: string; label: string };

type Props = {
  /** Where the value stands in the declaration: `charges[0].rate`. */
  path: string;
  label: string;
  /** What tells it from others of the same label, for those who do not see where it stands. */
  place?: string | undefined;
  /** Whether the label is only for those who do not see the field. */
  labelHidden?: boolean;
  value: string;
  onChange: (value: string) => void;
  /** What the figure is of, behind it. */
  unit?: string | undefined;
  hint?: string | undefined;
  /** One of these, and no other. */
  options?: readonly FieldOption[] | undefined;
  type?: 'text' | 'date' | 'time' | undefined;
  inputMode?: 'decimal' | undefined;
  /** Values that are offered while anything can be typed. */
  list?: string | undefined;
  disabled?: boolean | undefined;
  placeholder?: string | undefined;
};

const box =
  'h-8 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2 text-ink text-sm disabled:border-line disabled:bg-sunken disabled:text-muted pointer-coarse:h-10 aria-invalid:border-failing';

/** One value of the terms under its label, with its fault below where it has one. */
export function Field({ path, label, place, labelHidden, value, onChange, unit, hint, options, ...input }: Props) {
  const { faults } = useForm();
  const id = idOf(path);
  const own = faults.get(path) ?? [];
  const described = [...(hint ? [`${id}-hint`] : []), ...(own.length > 0 ? [`${id}-fault`] : [])].join(' ');
  const shared = {
    id,
    value,
    'aria-invalid': own.length > 0,
    ...(described && { 'aria-describedby': described }),
  };
  const { list, inputMode, placeholder, type = 'text', disabled = false } = input;
  return (
    <div className="min-w-0 text-sm">
      <label htmlFor={id} className={cn('mb-1 block font-medium', labelHidden && 'sr-only')}>
        {label}
        {place && <span className="sr-only">{place}</span>}
      </label>
      {options ? (
        <select {...shared} disabled={disabled} className={box} onChange={(event) => onChange(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <span className="flex items-center gap-1.5">
          <input
            {...shared}
            {...{ type, disabled, list, inputMode, placeholder }}
            autoComplete="off"
            spellCheck={false}
            className={cn(box, inputMode && 'text-right tabular-nums')}
            onChange={(event) => onChange(event.target.value)}
          />
          {unit && <span className="shrink-0 text-muted text-xs">{unit}</span>}
        </span>
      )}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-muted text-xs">
          {hint}
        </p>
      )}
      <FaultText path={path} />
    </div>
  );
}
