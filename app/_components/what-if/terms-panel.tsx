'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { Contract } from '#contracts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { RatingForm } from './rating-form.tsx';
import { termFields, withTerm } from './term-fields.ts';
import { TermSlider } from './term-slider.tsx';

/** Brings YAML and the contract's schema along: only for those who open it. */
const TermsEditor = dynamic(() => import('./terms-editor.tsx').then((module) => module.TermsEditor), { ssr: false });

type Props = {
  vendor: string;
  contract: Contract | null;
  inForce: Contract | null;
  /** Numbers moved: at once. */
  onMove: (contract: Contract) => void;
  /** Anything else changed: asked of the server as well, which knows exchange rates of other currencies. */
  onChange: (contract: Contract) => void;
};

/** The proposed terms: sliders for the common numbers, the rating, and a text for everything. */
export function TermsPanel({ vendor, contract, inForce, onMove, onChange }: Props) {
  const t = useTranslations('ui.whatIf');
  const [editing, setEditing] = useState(contract === null);
  const changed = JSON.stringify(contract) !== JSON.stringify(inForce);
  return (
    <Panel className="divide-y divide-line">
      <div className="space-y-4 p-4">
        <div className="flex items-baseline justify-between gap-4">
          <h2 className="font-semibold">{t('terms')}</h2>
          {inForce && changed && <Button onClick={() => onChange(inForce)}>{t('reset')}</Button>}
        </div>
        {contract ? <Sliders contract={contract} onMove={onMove} /> : <p className="text-sm">{t('noContract')}</p>}
      </div>
      {contract && (
        <details>
          <summary className="px-4 py-3 font-medium text-sm hover:bg-sunken/60">{t('rating')}</summary>
          <div className="px-4 pb-4">
            <RatingForm
              key={JSON.stringify(contract.rating)}
              rating={contract.rating}
              onChange={(rating) => onChange({ ...contract, rating })}
            />
          </div>
        </details>
      )}
      <details open={editing} onToggle={({ currentTarget }) => setEditing(currentTarget.open)}>
        <summary className="px-4 py-3 font-medium text-sm hover:bg-sunken/60">{t('anyTerms')}</summary>
        <div className="px-4 pb-4">
          {editing && (
            <TermsEditor key={JSON.stringify(contract)} {...{ vendor, contract, inForce }} onApply={onChange} />
          )}
        </div>
      </details>
    </Panel>
  );
}

function Sliders({ contract, onMove }: { contract: Contract; onMove: Props['onMove'] }) {
  const t = useTranslations('ui.whatIf');
  const kinds = contract.charges.map(({ kind }) => kind).join();
  // Ranges stay as they were when the charges came, so that a slider does not run away from the hand that moves it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the numbers themselves are taken from the contract of now
  const ranges = useMemo(() => termFields(contract), [kinds]);
  const fields = termFields(contract).map((field, index) => {
    const { min, max, step } = ranges[index] ?? field;
    return { ...field, min, max, step };
  });
  if (fields.length === 0) return <p className="text-muted text-sm">{t('noNumbers')}</p>;
  return fields.map((field) => (
    <TermSlider
      key={field.path.join('.')}
      field={field}
      currency={contract.currency}
      onChange={(value) => onMove(withTerm(contract, field.path, value))}
    />
  ));
}
