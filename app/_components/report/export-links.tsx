import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ExportFormat } from '#exports';
import { buttonStyle } from '../ui/button.tsx';

const formats = ['csv', 'xlsx', 'pdf'] as const satisfies readonly ExportFormat[];

type Props = {
  /** The address of the files without their ending: `/export/overview` has `/export/overview.csv` beside it. */
  base: string;
  /** What is chosen on the page, as the route reads it; null is left out. */
  query?: Readonly<Record<string, string | null>>;
};

/**
 * The same figures as files, one link a format:
 * `<ExportLinks base="/export/overview" query={{ from, to, program }} />`, with a route for each
 * (`app/(dashboard)/export/overview.xlsx/route.ts`) that is made by `reportFile`.
 */
export function ExportLinks({ base, query = {} }: Props) {
  const t = useTranslations('ui.report');
  const chosen = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null);
  const search = chosen.length === 0 ? '' : `?${new URLSearchParams(chosen)}`;
  return (
    <fieldset className="flex print:hidden">
      <legend className="sr-only">{t('download')}</legend>
      {formats.map((format, index) => (
        <a
          key={format}
          href={`${base}.${format}${search}`}
          download
          aria-label={t('downloadAs', { format: format.toUpperCase() })}
          className={buttonStyle({
            className:
              'rounded-none px-2.5 text-xs first-of-type:rounded-l-md last:rounded-r-md not-first-of-type:border-l-0',
          })}
        >
          {index === 0 && <Download aria-hidden className="size-3.5 text-muted" />}
          {format.toUpperCase()}
        </a>
      ))}
    </fieldset>
  );
}
