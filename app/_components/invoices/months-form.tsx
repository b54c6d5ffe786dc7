import { getTranslations } from 'next-intl/server';
import { Button } from '../ui/button.tsx';

const field = 'h-8 w-36 rounded-md border border-line-strong bg-surface px-2.5 text-sm pointer-coarse:h-10';

/** The months that the list is of, both included; choosing others is another address. */
export async function MonthsForm({ months }: { months: { from: string; to: string } }) {
  const t = await getTranslations('ui.invoices');
  return (
    <form className="flex flex-wrap items-center gap-2 text-sm print:hidden" aria-label={t('months')}>
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="flex items-center gap-1.5">
          <span className="text-muted">{t(name)}</span>
          <input
            type="month"
            name={name}
            defaultValue={months[name]}
            placeholder={t('monthShape')}
            pattern="\d{4}-\d{2}"
            className={field}
          />
        </label>
      ))}
      <Button type="submit">{t('show')}</Button>
    </form>
  );
}
