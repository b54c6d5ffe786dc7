'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type SendFailure, send } from '../inputs/send.ts';

/** Sends one change at a time; when it is done, what the page shows is asked for again. */
export function useChange() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SendFailure | null>(null);

  async function change(address: string, fields: Record<string, string>): Promise<boolean> {
    setBusy(true);
    const answer = await send(address, new URLSearchParams(fields));
    setBusy(false);
    setFailure(answer.ok ? null : answer);
    if (answer.ok) router.refresh();
    return answer.ok;
  }

  return { busy, failure, change };
}
