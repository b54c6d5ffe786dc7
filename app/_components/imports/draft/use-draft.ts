'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useState } from 'react';
import type { Outcome } from '#calls';
import { type SendFailure, send } from '../../inputs/send.ts';
import { useLeaveWarning } from '../../ui/use-leave-warning.ts';
import { formOf, type MappingForm, mappingOf } from '../mapping/mapping-form.ts';
import type { SaidPreview, SaidTable } from './said-preview.ts';

type Asked = SaidPreview['asked'];
type Words = { outcomes: Readonly<Record<string, Outcome>>; programs: Readonly<Record<string, string>> };

/** A delivery on which somebody decides: how it is to be read, and what it becomes then. */
export type Draft = {
  id: string;
  asked: Asked;
  preview: SaidPreview;
  /** Whether the preview is of something else than what the page says now, or could not be had. */
  stale: boolean;
  trouble: string | null;
  /** How the columns of a table are read; null where none of it is a table. */
  form: MappingForm | null;
  /** What was found in the file: its columns, and what only a person can say. */
  table: SaidTable | null;
  words: Words;
  /** The name under which the mapping is kept; empty = it is not. */
  saveAs: string;
  busy: 'import' | 'discard' | null;
  failure: SendFailure | null;
  ask: (part: Partial<Asked>) => void;
  map: (form: MappingForm) => void;
  explain: (part: Partial<Words>) => void;
  setSaveAs: (name: string) => void;
  decide: (change: 'import' | 'discard') => Promise<void>;
};

const noWords: Words = { outcomes: {}, programs: {} };

/** Keeps what somebody decides on a delivery, and asks after every change what it would become. */
export function useDraft(id: string, first: SaidPreview): Draft {
  const router = useRouter();
  const [asked, setAsked] = useState(first.asked);
  const [typed, setTyped] = useState<MappingForm | null>(
    first.table?.origin === 'asked' ? formOf(first.table.mapping) : null,
  );
  const [words, setWords] = useState(noWords);
  const [saveAs, setSaveAs] = useState('');
  const [busy, setBusy] = useState<Draft['busy']>(null);
  const [failure, setFailure] = useState<SendFailure | null>(null);
  const body = { ...asked, mapping: typed && mappingOf(typed), words, saveAs: null };
  useLeaveWarning(
    (typed !== null || Object.keys({ ...words.outcomes, ...words.programs }).length > 0) && busy === null,
  );
  const { preview, stale, trouble } = useAsked(id, JSON.stringify(body), first);
  const [found, setFound] = useState(first.table);
  // A mapping that is typed says nothing new of the file: what was found in it stays.
  if (typed === null && preview.table !== null && preview.table !== found) setFound(preview.table);
  const table = preview.table && (found ?? preview.table);
  const form = useMemo(() => typed ?? (table && formOf(table.mapping)), [typed, table]);

  async function decide(change: 'import' | 'discard') {
    setBusy(change);
    const sent = JSON.stringify({ ...body, saveAs: saveAs.trim() || null });
    const answer = await send(`/imports/${id}/${change}`, change === 'import' ? sent : '');
    setFailure(answer.ok ? null : answer);
    if (answer.ok && change === 'discard') router.push('/imports');
    else if (answer.ok) router.refresh();
    if (!answer.ok) setBusy(null);
  }

  return {
    ...{ id, asked, preview, stale, trouble, form, table, words, saveAs, busy, failure, decide, setSaveAs },
    map: setTyped,
    ask: (part) => {
      setAsked((now) => ({ ...now, ...part }));
      if (part.vendor !== undefined) setWords(noWords);
      if (part.vendor !== undefined || part.format !== undefined) setTyped(null);
    },
    explain: (part) => setWords((now) => ({ ...now, ...part })),
  };
}

const QUIET_MS = 300;
const SILENT_MS = 2_000;

/** What an answer without a reason is told by. */
const SILENCE = '';

type Told = { of: string; preview: SaidPreview; trouble: string | null };

/**
 * Asks once nobody has typed for a moment, and again where the server was silent; the last answer stays until the next
 * one, so that figures do not flicker.
 */
function useAsked(id: string, body: string, first: SaidPreview): Omit<Told, 'of'> & { stale: boolean } {
  const [told, setTold] = useState<Told>({ of: body, preview: first, trouble: null });
  useEffect(() => {
    const asked = told.of === body;
    if (asked && told.trouble !== SILENCE) return;
    const asking = new AbortController();
    const timer = setTimeout(
      () => {
        void fetchPreview(id, body, asking.signal).then((answer) => {
          if (!asking.signal.aborted) setTold((last) => ({ ...last, ...answer, of: body }));
        });
      },
      asked ? SILENT_MS : QUIET_MS,
    );
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [id, body, told]);
  return { preview: told.preview, trouble: told.trouble, stale: told.of !== body || told.trouble !== null };
}

async function fetchPreview(id: string, body: string, signal: AbortSignal): Promise<Partial<Told>> {
  const response = await fetch(`/imports/${id}/preview`, { method: 'POST', body, signal }).catch(() => null);
  const answer: unknown = await response?.json().catch(() => null);
  if (response?.ok && answer) return { preview: answer as SaidPreview, trouble: null };
  return { trouble: (answer as { detail?: string } | null)?.detail ?? SILENCE };
}
