import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { Report } from '#reports';
import type { ContractChangeView } from '#views';
import { ExportLinks } from '../report/export-links.tsx';
import { Headline } from '../report/headline.tsx';
import { getSay } from '../report/say.ts';
import { buttonStyle } from '../ui/button.tsx';
import { ReportTableOf } from './report-table-of.tsx';

/** What a change of a contract moved. */
export async function ChangeResult({ view, report }: { view: ContractChangeView; report: Report }) {
  const [t, say] = [await getTranslations('ui.contracts'), await getSay()];
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="mr-auto font-semibold text-muted text-sm">{say(report.title)}</h1>
        <Link
          href={view.contract === null ? '/contracts' : `/contracts/${view.contract}`}
          className={buttonStyle({ variant: 'primary' })}
        >
          {t('toContract')}
        </Link>
        {report.sections.length > 0 && <ExportLinks base={`/contracts/changes/${view.job}/export`} />}
      </div>
      <Headline sentences={report.headline} say={say} />
      <ReportTableOf report={report} id="moved" />
    </div>
  );
}
