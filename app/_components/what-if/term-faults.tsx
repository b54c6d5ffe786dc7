'use client';

import { useTranslations } from 'next-intl';
import type { DeclarationIssue } from '#contracts';

/** What is wrong with proposed terms, and where; nothing is priced under them. */
export function TermFaults({ issues }: { issues: readonly DeclarationIssue[] }) {
  const t = useTranslations('ui.whatIf');
  if (issues.length === 0) return null;
  return (
    <div role="alert" className="rounded-md border border-failing bg-failing-soft p-3 text-sm">
      <p className="font-semibold text-failing">{t('faults')}</p>
      <ul className="mt-1 list-disc pl-5">
        {issues.map(({ path, message }) => (
          <li key={`${path} ${message}`}>{path === '' ? message : `${path}: ${message}`}</li>
        ))}
      </ul>
    </div>
  );
}
