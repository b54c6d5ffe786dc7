'use client';

import { useEffect, useState } from 'react';
import { type Answered, follow } from '../jobs/follow.ts';
import type { SaidBatch } from './said-batch.ts';

const nothing: Answered<SaidBatch> = { said: null, trouble: null };

/** Whether nothing will happen to an import by itself any more. */
export const isSettled = ({ status }: Pick<SaidBatch, 'status'>): boolean =>
  status !== 'queued' && status !== 'running';

/** Watches an import until it has ended or the component is gone. */
export function useBatch(id: string): Answered<SaidBatch> {
  const [answered, setAnswered] = useState(nothing);
  useEffect(() => {
    setAnswered(nothing);
    const watching = new AbortController();
    const { signal } = watching;
    void follow<SaidBatch>(`/imports/${id}/progress`, { signal, tell: setAnswered, isOver: isSettled });
    return () => watching.abort();
  }, [id]);
  return answered;
}
