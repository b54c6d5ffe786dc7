import { getTranslations } from 'next-intl/server';
import type { Say } from '#format';
import type { Table } from '#reports';
import { Panel } from '../ui/panel.tsx';
import { type Comparison, comparisonOf } from './comparison.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { FormulaList } from './formula-list.tsx';
import { Notes } from './notes.tsx';
import { keepsLess } from './pair.ts';
import { PairLegend } from './pair-legend.tsx';
import { ReportTable } from './report-table.tsx';

/** A table of a report, laid out for comparing where it is one of vendors. */
export async function TableSection({ table, say }: { table: Table; say: Say }) {
  const comparison = comparisonOf(table);
  if (comparison) return <ComparisonSection comparison={comparison} say={say} />;
  return (
    <Panel>
      <h2 className="px-4 py-3 font-semibold">{say(table.title)}</h2>
      <ReportTable table={table} say={say} />
      {table.notes.length > 0 && (
        <div className="border-line border-t px-4 py-3">
          <Notes notes={table.notes} say={say} />
        </div>
      )}
    </Panel>
  );
}

async function ComparisonSection({ comparison, say }: { comparison: Comparison; say: Say }) {
  const t = await getTranslations('ui.report');
  const { table, pairs } = comparison;
  return (
    <Panel>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 px-4 py-3">
        <h2 className="font-semibold">{say(table.title)}</h2>
        <PairLegend
          keepsLess={keepsLess(pairs)}
          whiskers={pairs.some((pair) => pair.whisker)}
          faint={pairs.some((pair) => pair.faint)}
        />
      </div>
      <ComparisonTable comparison={comparison} say={say} />
      <FormulaList columns={table.columns} say={say} />
      <details className="border-line border-t print:hidden">
        <summary className="px-4 py-2.5 font-medium text-sm hover:bg-sunken/60">{t('all')}</summary>
        <ReportTable table={table} say={say} />
      </details>
      {table.notes.length > 0 && (
        <div className="border-line border-t px-4 py-3">
          <Notes notes={table.notes} say={say} />
        </div>
      )}
    </Panel>
  );
}
