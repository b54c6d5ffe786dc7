'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type Sent, send } from '../../inputs/send.ts';
import { useLeaveWarning } from '../../ui/use-leave-warning.ts';
import type { SaidPreview } from '../draft/said-preview.ts';
import type { Delivery, DeliveryState } from './delivery.ts';
import { type Scope, sendFiles } from './send-files.ts';

/** Deliveries that are sent one after the other, looked at, and then imported or left to be decided. */
export function useDeliveries() {
  const router = useRouter();
  const [deliveries, setDeliveries] = useState<readonly Delivery[]>([]);
  const set = (id: string, state: DeliveryState) =>
    setDeliveries((now) => now.map((own) => (own.id === id ? { ...own, state } : own)));
  const sending = deliveries.some(({ state }) => state.kind === 'waiting' || state.kind === 'sending');
  useLeaveWarning(sending);

  async function add(scope: Scope, lists: readonly File[][]) {
    const added = lists.map((files) => ({
      ...{ id: crypto.randomUUID(), files, scope, state: { kind: 'waiting' } as const },
      name: files.map(({ name }) => name).join(', '),
    }));
    setDeliveries((now) => [...now, ...added]);
    for (const delivery of added) set(delivery.id, await arrived(delivery, (state) => set(delivery.id, state)));
    router.refresh();
  }

  async function decide(id: string, change: 'import' | 'discard', preview: SaidPreview) {
    set(id, { kind: 'waitsForDecision', preview, failure: null, busy: true });
    const answer = await send(`/imports/${id}/${change}`, '');
    if (answer.ok) set(id, { kind: change === 'import' ? 'importing' : 'discarded' });
    else set(id, { kind: 'waitsForDecision', preview, failure: answer, busy: false });
    router.refresh();
  }

  return { deliveries, sending, add, decide, clear: () => setDeliveries([]), refresh: () => router.refresh() };
}

/** Sends one delivery and asks what it is. */
async function arrived({ id, files, scope }: Delivery, tell: (state: DeliveryState) => void): Promise<DeliveryState> {
  tell({ kind: 'sending', share: 0 });
  const answer = await sendFiles(files, { id, scope, sent: (share) => tell({ kind: 'sending', share }) });
  if (!answer.ok) return { kind: 'failed', kept: false, failure: answer.failure };
  tell({ kind: 'looking' });
  const looked: Sent<SaidPreview> = await send(`/imports/${id}/preview`, '');
  return looked.ok
    ? { kind: 'waitsForDecision', preview: looked.result, failure: null, busy: false }
    : { kind: 'failed', kept: true, failure: looked };
}
