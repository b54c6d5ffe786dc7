'use client';

import { useEffect, useState } from 'react';
import { type Followed, followJob } from './follow-job.ts';

const nothing: Followed = { job: null, trouble: null };

/** Watches a job in the background until it has ended or the component is gone; null watches nothing. */
export function useJob(id: string | null): Followed {
  const [followed, setFollowed] = useState(nothing);
  useEffect(() => {
    setFollowed(nothing);
    if (id === null) return;
    const watching = new AbortController();
    void followJob(id, { signal: watching.signal, tell: setFollowed });
    return () => watching.abort();
  }, [id]);
  return followed;
}
