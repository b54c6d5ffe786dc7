import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { formulaOf } from './formulas.ts';

/** What a figure is and how it is worked out, and what more there is to say of it. */
export async function FormulaCard({ id, children }: { id: string; children?: ReactNode }) {
  const [t, formula] = [await getTranslations('ui.formulas'), await formulaOf(id)];
  return (
    <>
      {formula && (
        <>
          <p className="text-muted">{formula.definition}</p>
          <p className="mt-2 mb-1 font-medium text-xs">{t('formula')}</p>
          <p className="rounded-md bg-sunken px-2 py-1.5 text-xs">{formula.formula}</p>
        </>
      )}
      {children}
    </>
  );
}
