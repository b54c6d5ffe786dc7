'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { EditorView } from '#views';
import { useLeaveWarning } from '../../ui/use-leave-warning.ts';
import { declaredTerms } from './declared.ts';
import { type Draft, startOf } from './draft.ts';
import { type Fault, faultsOf, fieldTexts, type PlacedFaults, placeFaults } from './faults.ts';
import { type Saved, saveTerms } from './save-terms.ts';
import { type Previewed, usePreview } from './use-preview.ts';

/** The editor's state: what is typed, what is wrong with it, what it would do, and how saving it went. */
export type ContractForm = {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  /** The faults that are to be seen: not of what nobody has filled in yet. */
  faults: PlacedFaults;
  previewed: Previewed;
  stale: boolean;
  faulty: boolean;
  /** Whether somebody wants to save what nobody has changed. */
  untouched: boolean;
  saved: Saved | null;
  busy: boolean;
  /** Saves where there is no fault, and else shows every one. */
  save: () => Promise<void>;
  reopen: () => void;
};

/** Keeps one draft of a contract, checked at every change by the contract's own rules and then by the server. */
export function useContractForm(view: EditorView): ContractForm {
  const t = useTranslations('ui.contractEditor.fault');
  const [draft, setDraft] = useState(() => startOf(view));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<{ of: string; saved: Saved } | null>(null);
  const declared = useMemo(() => declaredTerms(draft), [draft]);
  const found = useMemo(() => faultsOf(declared), [declared]);
  const id = draft.base?.id ?? null;
  const body = JSON.stringify({ id, terms: declared.terms });
  const [first] = useState(body);
  const previewed = usePreview(found.length > 0 ? null : body);
  const heard = serverFaults({ body, previewed, saved });
  const words = { required: t('required'), number: t('number'), whole: t('whole'), noCharge: t('noCharge') };
  useLeaveWarning(body !== first && saved?.saved.kind !== 'queued');
  const placed = placeFaults({ draft, declared, words }, found.length > 0 ? found : heard);

  async function save() {
    setTried(true);
    if (placed.size > 0 || body === first) return;
    setBusy(true);
    const answer = await saveTerms(JSON.stringify({ id, terms: declared.terms, note: draft.note.trim() || null }));
    setSaved({ of: body, saved: answer });
    setBusy(false);
  }

  return {
    draft,
    change: (part) => setDraft((now) => ({ ...now, ...part })),
    faults: tried ? placed : withoutEmpty(placed, draft, words.required),
    previewed,
    stale: found.length === 0 && previewed.of !== body,
    faulty: placed.size > 0,
    untouched: tried && body === first,
    saved: saved?.saved ?? null,
    busy,
    save,
    reopen: () => setSaved(null),
  };
}

type Heard = { body: string; previewed: Previewed; saved: { of: string; saved: Saved } | null };

/** What the server has found in just these terms. */
function serverFaults({ body, previewed, saved }: Heard): readonly Fault[] {
  if (saved?.of === body && saved.saved.kind === 'refused') return saved.saved.faults;
  return previewed.of === body ? (previewed.preview?.faults ?? []) : [];
}

/** Without what is still empty: nobody is told of a fault before having had the time to type. */
function withoutEmpty(placed: PlacedFaults, draft: Draft, required: string): PlacedFaults {
  const texts = fieldTexts(draft);
  return new Map([...placed].filter(([path, messages]) => texts.get(path) !== '' || !messages.includes(required)));
}
