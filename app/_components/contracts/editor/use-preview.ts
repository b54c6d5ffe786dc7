'use client';

import { useEffect, useState } from 'react';
import type { SaidPreview } from '../said-preview.ts';

/** What the server says of the terms: `of` is the request that it answers. */
export type Previewed = {
  of: string | null;
  preview: SaidPreview | null;
  /** Why the last request came to nothing. */
  trouble: string | null;
};

const QUIET_MS = 300;
const nothing: Previewed = { of: null, preview: null, trouble: null };

/**
 * Asks what terms would do, once nobody has typed for a moment; null asks nothing. The last answer stays until the next
 * one, so that figures do not flicker.
 */
export function usePreview(body: string | null): Previewed {
  const [previewed, setPreviewed] = useState(nothing);
  useEffect(() => {
    if (body === null) return;
    const asking = new AbortController();
    const timer = setTimeout(() => {
      void ask(body, asking.signal).then((answer) => {
        if (!asking.signal.aborted) setPreviewed((last) => ({ ...last, ...answer, of: body }));
      });
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [body]);
  return previewed;
}

async function ask(body: string, signal: AbortSignal): Promise<Partial<Previewed>> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch('/contracts/preview', { method: 'POST', headers, body, signal }).catch(() => null);
  const answer: unknown = await response?.json().catch(() => null);
  if (response?.ok && answer) return { preview: answer as SaidPreview, trouble: null };
  return { trouble: (answer as { detail?: string } | null)?.detail ?? '' };
}
