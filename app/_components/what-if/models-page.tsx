import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { formatMicros, minorDigits } from '#money';
import type { ModelsAnswer, ModelsLack, WhatIfScope } from '#views';
import { Headline } from '../report/headline.tsx';
import { Notes } from '../report/notes.tsx';
import { ReportSections } from '../report/report-sections.tsx';
import { getSay } from '../report/say.ts';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { queryOf } from './address.ts';
import { WhatIfBar } from './what-if-bar.tsx';

type Props = { scope: WhatIfScope; view: ModelsAnswer | ModelsLack; price: string | null };

/** A vendor's recorded calls under every standard model, all equal at the plan. */
export async function ModelsPage({ scope, view, price }: Props) {
  const [t, say] = [await getTranslations('ui.whatIf'), await getSay()];
  const { vendor, vendors, filters } = scope;
  const { from, to, program } = filters;
  const back = `/what-if?${queryOf({ vendor, program, from, to, terms: null })}`;
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center gap-2">
        <h1 className="mr-auto font-semibold text-muted text-sm max-sm:w-full">
          <Link href={back} className="text-accent underline underline-offset-4">
            {t('back')}
          </Link>{' '}
          / {t('modelsTitle')}
        </h1>
        <WhatIfBar scope={{ vendor, vendors, filters }} path="/what-if/models" terms={null} price={price} />
      </div>
      {'lacks' in view ? <p>{t(`lacks.${view.lacks}`)}</p> : <Headline sentences={view.report.headline} say={say} />}
      {(!('lacks' in view) || view.lacks === 'price') && (
        <form action="/what-if/models" className="mt-4 flex flex-wrap items-end gap-2 print:hidden">
          {Object.entries({ vendor, from, to, ...(program !== null && { program }) }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div className="w-56">
            <Input
              label={t('price', { currency: 'currency' in view ? view.currency : '' })}
              name="price"
              inputMode="decimal"
              pattern="\d{1,9}(\.\d{1,6})?"
              required
              defaultValue={'price' in view ? formatMicros(view.price, minorDigits(view.currency)) : ''}
            />
          </div>
          <Button type="submit">{t('compare')}</Button>
        </form>
      )}
      {!('lacks' in view) && (
        <>
          <div className="mt-6 mb-6">
            <ReportSections report={view.report} say={say} />
          </div>
          <Notes notes={view.report.notes} say={say} />
        </>
      )}
    </>
  );
}
