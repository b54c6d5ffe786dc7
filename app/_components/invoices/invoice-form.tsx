'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type SubmitEvent, useState } from 'react';
import type { InvoiceFormView } from '#views';
import { FailureNote } from '../inputs/failure-note.tsx';
import { type SendFailure, send } from '../inputs/send.ts';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { Select } from '../ui/select.tsx';
import { emptyLine, type LineFields, LinesEditor } from './lines-editor.tsx';
import { ReplaceBox } from './replace-box.tsx';

const noHead = { vendor: '', program: '', invoice_no: '', month: '', currency: '', payable: '' };
const texts = ['invoice_no', 'month', 'currency', 'payable'] as const;

/** An invoice, typed: what it is of, and its lines. Faults stand at their fields. */
export function InvoiceForm({ vendors, programs }: InvoiceFormView) {
  const t = useTranslations('ui.invoices');
  const router = useRouter();
  const [head, setHead] = useState({ ...noHead, vendor: vendors[0]?.id ?? '' });
  const [lines, setLines] = useState<LineFields[]>([emptyLine()]);
  const [replace, setReplace] = useState(false);
  const [failure, setFailure] = useState<SendFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const faultOf = (name: string) => failure?.faults.find(({ field }) => field === name)?.message;

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    const answer = await send<{ id: string }>('/invoices/record', JSON.stringify({ ...head, lines, replace }));
    setBusy(false);
    setFailure(answer.ok ? null : answer);
    if (answer.ok) router.push(`/invoices/${answer.result.id}`);
  }

  return (
    <form onSubmit={submit} className="space-y-4" aria-label={t('type')} noValidate>
      {failure && <FailureNote failure={whole(failure)} />}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-3">
        <Select
          label={t('fields.vendor')}
          options={vendors.map(({ id, label }) => ({ value: id, label }))}
          value={head.vendor}
          onChange={(vendor) => setHead({ ...head, vendor })}
          className="w-full"
        />
        <Select
          label={t('fields.program')}
          options={[{ value: '', label: t('noProgram') }, ...programs.map(({ id, label }) => ({ value: id, label }))]}
          value={head.program}
          onChange={(program) => setHead({ ...head, program })}
          className="w-full"
        />
        {texts.map((name) => (
          <Input
            key={name}
            label={t(`fields.${name}`)}
            name={name}
            value={head[name]}
            onValueChange={(value) => setHead({ ...head, [name]: value })}
            fault={faultOf(name)}
          />
        ))}
      </div>
      <LinesEditor lines={lines} onChange={setLines} faultOf={faultOf} />
      <ReplaceBox checked={replace} onChange={setReplace} />
      <Button type="submit" variant="primary" disabled={busy}>
        {t('record')}
      </Button>
    </form>
  );
}

/** A conflict is of the invoice as a whole, and named after it. */
function whole(failure: SendFailure): SendFailure {
  if (failure.status !== 409) return failure;
  return { ...failure, faults: failure.faults.map(({ message }) => ({ field: '', message })) };
}
