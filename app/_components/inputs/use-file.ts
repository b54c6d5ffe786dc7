'use client';

import { type SubmitEvent, useState } from 'react';
import { type Sent, send } from './send.ts';

/** A form that sends one file, to be taken whole or not at all; `addressOf` says where a file of a name goes to. */
export function useFile<Taken>(addressOf: (fileName: string) => string, onTaken?: () => void) {
  const [file, choose] = useState<File | null>(null);
  const [sent, setSent] = useState<Sent<Taken> | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!file) return;
    setBusy(true);
    const answer = await send<Taken>(addressOf(file.name), file);
    setBusy(false);
    setSent(answer);
    if (answer.ok) onTaken?.();
  }

  return { choose, submit, busy, taken: sent?.ok ? sent.result : null, failure: sent && !sent.ok ? sent : null };
}
