'use client';

import { FailureNote } from '../inputs/failure-note.tsx';
import type { SendFailure } from '../inputs/send.ts';

/** Why nothing was changed, with what is wrong with each field. */
export function ChangeFailure({ failure }: { failure: SendFailure | null }) {
  if (!failure) return null;
  const errors = [...failure.errors, ...failure.faults.map(({ message }) => message)];
  return <FailureNote failure={{ ...failure, errors, faults: [] }} />;
}
