'use client';

import { useTranslations } from 'next-intl';
import { type SubmitEvent, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { ChangeFailure } from './change-failure.tsx';
import { useChange } from './use-change.ts';

type Props = { invoice: string; currency: string; tolerance: { amount: string; percent: string } };

export function ToleranceForm({ invoice, currency, tolerance }: Props) {
  const t = useTranslations('ui.invoices');
  const { busy, failure, change } = useChange();
  const [amount, setAmount] = useState(tolerance.amount);
  const [percent, setPercent] = useState(tolerance.percent);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    await change(`/invoices/${invoice}/tolerance`, { amount, percent, note: '' });
  }

  return (
    <form onSubmit={submit} className="space-y-3 print:hidden" aria-label={t('tolerance')}>
      <ChangeFailure failure={failure} />
      <div className="flex flex-wrap items-end gap-3">
        <Input
          label={t('toleranceAmount', { currency })}
          inputMode="decimal"
          className="w-40"
          value={amount}
          onValueChange={setAmount}
        />
        <Input
          label={t('tolerancePercent')}
          inputMode="decimal"
          className="w-40"
          value={percent}
          onValueChange={setPercent}
        />
        <Button type="submit" disabled={busy}>
          {t('setTolerance')}
        </Button>
      </div>
    </form>
  );
}
