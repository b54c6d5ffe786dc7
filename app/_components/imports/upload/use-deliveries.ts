'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { SaidBatch } from './said-batch.ts';
import { type UploadInput, upload } from './upload.ts';
import type { UploadResult } from './upload-result.ts';

/** Where an upload stands. */
export type UploadState =
  | { kind: 'idle' }
  | { kind: 'busy'; name: string; sent: number; batch: SaidBatch | null }
  | UploadResult;

/** One upload at a time; when it is over, what the page shows is asked for again. */
export function useUpload() {
  const router = useRouter();
  const [state, setState] = useState<UploadState>({ kind: 'idle' });
  const change = (part: { sent: number } | { batch: SaidBatch }) =>
    setState((now) => (now.kind === 'busy' ? { ...now, ...part } : now));

  async function start(input: UploadInput) {
    setState({ kind: 'busy', name: input.file.name, sent: 0, batch: null });
    const result = await upload(input, { sent: (sent) => change({ sent }), progress: (batch) => change({ batch }) });
    setState(result);
    router.refresh();
  }

  return { state, start, reset: () => setState({ kind: 'idle' }) };
}
