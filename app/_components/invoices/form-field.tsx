'use client';

import { useId } from 'react';
import { Input } from '../ui/input.tsx';

type Props = {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  /** What is wrong with the value, if anything. */
  fault: string | undefined;
  decimal?: boolean;
};

/** A field with what is wrong with it right below. */
export function FormField({ label, name, value, onChange, fault, decimal = false }: Props) {
  const id = useId();
  return (
    <div>
      <Input
        label={label}
        name={name}
        {...(decimal && { inputMode: 'decimal' })}
        value={value}
        onValueChange={onChange}
        aria-invalid={fault !== undefined}
        aria-describedby={id}
        className={fault === undefined ? '' : 'border-failing'}
      />
      <p id={id} className="mt-1 text-failing text-xs first-letter:uppercase empty:hidden">
        {fault}
      </p>
    </div>
  );
}
