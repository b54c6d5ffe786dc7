'use client';

import { useTranslations } from 'next-intl';
import { type SubmitEvent, useId, useState } from 'react';
import { parseDocument, stringify } from 'yaml';
import type { Contract, DeclarationIssue } from '#contracts';
import { changedTerms, readTerms } from '#economics';
import { Button } from '../ui/button.tsx';
import { TermFaults } from './term-faults.tsx';

type Props = {
  vendor: string;
  contract: Contract | null;
  inForce: Contract | null;
  onApply: (contract: Contract) => void;
};

/** The terms as a declaration writes them, to be changed as a text: any contract that can be declared. */
export function TermsEditor({ vendor, contract, inForce, onApply }: Props) {
  const t = useTranslations('ui.whatIf');
  const id = useId();
  const [text, setText] = useState(() => (contract ? stringify(changedTerms(contract, null), { lineWidth: 100 }) : ''));
  const [issues, setIssues] = useState<DeclarationIssue[]>([]);
  const apply = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readText(text, { vendor, inForce });
    setIssues(read.ok ? [] : read.issues);
    if (read.ok) onApply(read.contract);
  };
  return (
    <form onSubmit={apply} className="space-y-3">
      <TermFaults issues={issues} />
      <label htmlFor={id} className="block font-medium text-sm">
        {t('yaml')}
      </label>
      <textarea
        id={id}
        value={text}
        onChange={({ target }) => setText(target.value)}
        rows={18}
        spellCheck={false}
        className="w-full rounded-md border border-line-strong bg-surface p-2.5 font-mono text-xs"
      />
      <p className="text-muted text-xs">{t('yamlHint')}</p>
      <Button type="submit">{t('apply')}</Button>
    </form>
  );
}

function readText(text: string, scope: Parameters<typeof readTerms>[1]): ReturnType<typeof readTerms> {
  const document = parseDocument(text, { prettyErrors: true });
  const issues = document.errors.map((error) => ({
    path: `line ${error.linePos?.[0].line ?? '?'}`,
    message: error.message.split('\n')[0] ?? '',
  }));
  return issues.length > 0 ? { ok: false, issues } : readTerms(document.toJS(), scope);
}
