'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type SubmitEvent, useState } from 'react';
import type { Contract } from '#contracts';
import { cellText } from '#format';
import type { KeptScenario, Recorded } from '#views';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { Panel } from '../ui/panel.tsx';
import { queryOf } from './address.ts';
import { useSay } from './use-say.ts';

type Props = { recorded: Recorded; contract: Contract | null; scenarios: readonly KeptScenario[] };

/** Keeps the proposed terms under a name, and those that were kept. */
export function Scenarios({ recorded, contract, scenarios }: Props) {
  const t = useTranslations('ui.whatIf');
  const [fault, setFault] = useState<string | null>(null);
  const router = useRouter();
  const send = async (path: string, request: RequestInit) => {
    const response = await fetch(path, request).catch(() => null);
    setFault(response?.ok ? null : await faultOf(response, t('notSaved')));
    router.refresh();
    return response?.ok ?? false;
  };
  return (
    <Panel>
      <h2 className="px-4 py-3 font-semibold">{t('scenarios')}</h2>
      {fault && (
        <p role="alert" className="px-4 pb-3 text-failing text-sm">
          {fault}
        </p>
      )}
      {contract && <SaveForm {...{ recorded, contract, send }} />}
      <ScenarioList scenarios={scenarios} onDelete={(id) => send(`/what-if/scenarios/${id}`, { method: 'DELETE' })} />
    </Panel>
  );
}

type Save = { recorded: Recorded; contract: Contract; send: (path: string, request: RequestInit) => Promise<boolean> };

function SaveForm({ recorded: { vendor, program, period }, contract, send }: Save) {
  const t = useTranslations('ui.whatIf');
  const [name, setName] = useState('');
  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = JSON.stringify({ name, vendor, program, ...period, contract });
    const headers = { 'content-type': 'application/json' };
    if (await send('/what-if/scenarios', { method: 'POST', headers, body })) setName('');
  };
  return (
    <form onSubmit={(event) => void save(event)} className="flex flex-wrap items-end gap-2 px-4 pb-4">
      <div className="w-64 max-w-full">
        <Input label={t('name')} required maxLength={80} value={name} onValueChange={setName} />
      </div>
      <Button type="submit" variant="primary">
        {t('save')}
      </Button>
    </form>
  );
}

type List = { scenarios: readonly KeptScenario[]; onDelete: (id: string) => Promise<boolean> };

function ScenarioList({ scenarios, onDelete }: List) {
  const [t, say] = [useTranslations('ui.whatIf'), useSay()];
  if (scenarios.length === 0)
    return <p className="border-line border-t px-4 py-3 text-muted text-sm">{t('noScenarios')}</p>;
  return (
    <ul>
      {scenarios.map(({ id, name, vendorName, from, to, createdAt, ...asked }) => (
        <li key={id} className="flex items-center justify-between gap-4 border-line border-t px-4 py-2 text-sm">
          <div className="min-w-0">
            <Link
              href={`/what-if?${queryOf({ ...asked, from, to })}`}
              className="text-accent underline underline-offset-4"
            >
              {name}
            </Link>
            <p className="text-muted text-xs">
              {vendorName}, {cellText({ kind: 'period', from, to }, say)},{' '}
              {t('savedOn', { day: cellText({ kind: 'instant', ms: createdAt, zone: 'UTC' }, say) })}
            </p>
          </div>
          <Button variant="quiet" aria-label={t('deleteScenario', { name })} onClick={() => void onDelete(id)}>
            {t('delete')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

async function faultOf(response: Response | null, otherwise: string): Promise<string> {
  const answer = (await response?.json().catch(() => null)) as { detail?: string; errors?: string[] } | null;
  return [answer?.detail ?? otherwise, ...(answer?.errors ?? [])].join(' ');
}
