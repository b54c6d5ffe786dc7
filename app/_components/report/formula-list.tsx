import { getTranslations } from 'next-intl/server';
import type { Say } from '#format';
import type { Column } from '#reports';
import { formulaOf } from './formulas.ts';

/** The definitions and formulas of columns in one list, for where there are no heads to open. */
export async function FormulaList({ columns, say }: { columns: readonly Column[]; say: Say }) {
  const t = await getTranslations('ui.report');
  const formulas = await Promise.all(columns.map(async (column) => ({ column, formula: await formulaOf(column.id) })));
  return (
    <details className="border-line border-t px-4 py-2.5 text-sm desk:hidden">
      <summary className="font-medium">{t('howWorkedOut')}</summary>
      <dl className="mt-2 space-y-3">
        {formulas.map(
          ({ column, formula }) =>
            formula && (
              <div key={column.id}>
                <dt className="font-medium">{say(column.label)}</dt>
                <dd className="text-muted">{formula.definition}</dd>
                <dd className="mt-1 rounded-md bg-sunken px-2 py-1.5 text-xs">{formula.formula}</dd>
              </div>
            ),
        )}
      </dl>
    </details>
  );
}
