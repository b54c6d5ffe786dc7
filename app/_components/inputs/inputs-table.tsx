import { getTranslations } from 'next-intl/server';
import { cellText } from '#format';
import type { InputsView } from '#views';
import { ExportLinks } from '../report/export-links.tsx';
import { Notes } from '../report/notes.tsx';
import { ReportTable } from '../report/report-table.tsx';
import { getSay } from '../report/say.ts';
import { Panel } from '../ui/panel.tsx';
import { InputFilters } from './input-filters.tsx';

/** What is recorded, the newest first, with who recorded it and where it came from. */
export async function InputsTable({ view }: { view: InputsView }) {
  const [t, say] = [await getTranslations('ui.inputs'), await getSay()];
  const { sort, of, period, report } = view;
  const periods = period?.choices.map((value) => ({
    value,
    label: value.length > 4 ? cellText({ kind: 'month', month: value }, say) : value,
  }));
  return (
    <Panel>
      <div className="flex flex-wrap items-center gap-2 px-4 py-3">
        <h2 className="mr-auto font-semibold">{say(report.title)}</h2>
        <InputFilters
          sort={sort}
          of={of && { chosen: of.chosen, options: of.choices.map(({ id, label }) => ({ value: id, label })) }}
          period={period && { chosen: period.chosen, options: periods ?? [] }}
        />
        <ExportLinks base="/inputs/export" query={{ sort, of: of?.chosen ?? null, period: period?.chosen ?? null }} />
      </div>
      {report.sections.map(
        (section) =>
          section.kind === 'table' &&
          (section.rows.length === 0 ? (
            <p key={section.id} className="px-4 pb-4 text-muted text-sm">
              {t('none')}
            </p>
          ) : (
            <div key={section.id}>
              <ReportTable table={section} say={say} />
              <Notes notes={section.notes} say={say} className="border-line border-t px-4 py-3" />
            </div>
          )),
      )}
    </Panel>
  );
}
