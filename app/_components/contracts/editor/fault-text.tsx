'use client';

import { idOf, useForm } from './form-context.tsx';

/** What is wrong at a field or at a part of the form; nothing where all is well. */
export function FaultText({ path }: { path: string }) {
  const own = useForm().faults.get(path) ?? [];
  if (own.length === 0) return null;
  return (
    <p id={`${idOf(path)}-fault`} className="mt-1 text-failing text-xs first-letter:uppercase">
      {own.join(' ')}
    </p>
  );
}
