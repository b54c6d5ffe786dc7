import { getTranslations } from 'next-intl/server';
import { cellText } from '#format';
import type { VendorView } from '#views';
import { getSay } from './say.ts';
import { StateBadge } from './state-badge.tsx';

/** How each price model of a vendor is judged: shape and word, the program where there are several, and since when. */
export async function ProgramStates({ states }: Pick<VendorView, 'states'>) {
  const [t, say] = [await getTranslations('ui.report'), await getSay()];
  if (states.length === 0) return null;
  return (
    <ul className="mb-2 flex flex-wrap gap-x-6 gap-y-1 text-sm" aria-label={t('states')}>
      {states.map(({ program, state, since }) => (
        <li key={program ?? ''} className="flex items-center gap-2">
          <StateBadge state={state} say={say} />
          {states.length > 1 && <span>{program ?? say({ key: 'words.allPrograms' })}</span>}
          {since && (
            <span className="text-muted text-xs">
              {t('since', { day: cellText({ kind: 'day', day: since }, say) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
