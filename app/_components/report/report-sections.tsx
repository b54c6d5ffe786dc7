import type { Say } from '#format';
import type { Report, Section } from '#reports';
import { CurveSection } from './curve-section.tsx';
import { HandleSection } from './handle-section.tsx';
import { TableSection } from './table-section.tsx';
import { TimeSection } from './time-section.tsx';
import { ZoneSection } from './zone-section.tsx';

/** The sections of a report in their order; small pictures share a row. */
export function ReportSections({ report, say }: { report: Report; say: Say }) {
  return (
    <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
      {report.sections.map((section) => (
        <div key={section.id} className={isPicture(section) ? 'min-w-0 *:h-full' : 'min-w-0 xl:col-span-2'}>
          <OneSection section={section} report={report} say={say} />
        </div>
      ))}
    </div>
  );
}

function OneSection({ section, report, say }: { section: Section; report: Report; say: Say }) {
  switch (section.kind) {
    case 'table':
      return <TableSection table={section} say={say} />;
    case 'time':
      return <TimeSection chart={section} say={say} />;
    case 'curve':
      return <CurveSection chart={section} say={say} />;
    case 'zone':
      return <ZoneSection picture={section} currency={report.currency} say={say} />;
    case 'handle':
      return <HandleSection picture={section} say={say} />;
  }
}

function isPicture({ kind }: Section): boolean {
  return kind === 'zone' || kind === 'handle';
}
