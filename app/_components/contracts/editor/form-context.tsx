'use client';

import { createContext, useContext } from 'react';
import type { Draft } from './draft.ts';
import type { PlacedFaults } from './faults.ts';

/** What every part of the editor's form reads and changes. */
export type Form = {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  /** The faults that are to be seen now. */
  faults: PlacedFaults;
};

const FormContext = createContext<Form | null>(null);

export const FormProvider = FormContext.Provider;

/** The form around a field. Throws where there is none. */
export function useForm(): Form {
  const form = useContext(FormContext);
  if (!form) throw new Error('a field of the contract editor needs its form around it');
  return form;
}

/** What is wrong at a field or at a part of the form, if anything. */
export function useFault(path: string): string | undefined {
  return useForm().faults.get(path)?.join(' ');
}

/** The id of the element that a path is entered in. */
export function idOf(path: string): string {
  return `term-${path.replace(/[^\w]+/g, '-')}`;
}
