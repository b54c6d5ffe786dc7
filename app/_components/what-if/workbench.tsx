'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Contract } from '#contracts';
import type { RollupRow } from '#rollup';
import type { WhatIfPage } from '#views';
import { buttonStyle } from '../ui/button.tsx';
import { queryOf, termsText } from './address.ts';
import { booksOf, priced, pricedNow, willDo } from './recorded.ts';
import { Rerating } from './rerating.tsx';
import { Results } from './results.tsx';
import { Scenarios } from './scenarios.tsx';
import { TermFaults } from './term-faults.tsx';
import { TermsPanel } from './terms-panel.tsx';
import { WhatIfBar } from './what-if-bar.tsx';

const SETTLED_MS = 250;

/** Proposed terms on recorded calls: every figure is worked out here, at once, and the address says what was asked. */
export function Workbench({ page }: { page: WhatIfPage }) {
  const { recorded, issues, scenarios } = page;
  const { vendor, program, period, inForce } = recorded;
  const t = useTranslations('ui.whatIf');
  const router = useRouter();
  const [contract, setContract] = useState(page.proposed ?? inForce);
  const [faults, setFaults] = useState(issues);
  const terms = contract && termsText(contract, inForce);
  const propose = (next: Contract) => {
    setContract(next);
    setFaults([]);
  };
  const address = (own: string | null) => `/what-if?${queryOf({ vendor, program, ...period, terms: own })}`;
  useSettled(address(terms), faults.length === 0);
  // A scenario that is opened, or the way back: what the address asks now. An answer to an older address is left.
  // The page that it began with is in its state already: taken once more, it would undo what a quick hand has moved.
  const taken = useRef(page);
  useEffect(() => {
    if (taken.current === page) return;
    taken.current = page;
    if (new URLSearchParams(location.search).get('terms') !== page.terms) return;
    setContract(page.proposed ?? page.recorded.inForce);
    setFaults(page.issues);
  }, [page]);
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="mr-auto font-semibold text-muted text-sm max-sm:w-full">{t('title')}</h1>
        <WhatIfBar scope={page} path="/what-if" terms={terms} />
        <Link
          href={`/what-if/models?${queryOf({ vendor, program, ...period, terms: null })}`}
          className={buttonStyle()}
        >
          {t('models')}
        </Link>
      </div>
      <TermFaults issues={faults} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <div className="lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto">
          <TermsPanel
            {...{ vendor, contract, inForce }}
            onMove={propose}
            onChange={(next) => {
              propose(next);
              router.replace(address(termsText(next, inForce)), { scroll: false });
            }}
          />
        </div>
        <div className="min-w-0 space-y-4">{contract && <Priced recorded={recorded} contract={contract} />}</div>
      </div>
      <Scenarios {...{ recorded, contract, scenarios }} />
    </div>
  );
}

/** Writes the address once the hand rests; the server is not asked. */
function useSettled(address: string, isWhole: boolean): void {
  useEffect(() => {
    if (!isWhole) return;
    const timer = setTimeout(() => {
      if (`${location.pathname}${location.search}` !== address) history.replaceState(null, '', address);
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [address, isWhole]);
}

/** The figures under the terms; calls are rated anew first where the terms rate otherwise, once for each rating. */
function Priced({ recorded, contract }: { recorded: WhatIfPage['recorded']; contract: Contract }) {
  const t = useTranslations('ui.whatIf');
  const [rated, setRated] = useState<ReadonlyMap<string, RollupRow[]>>(new Map());
  // The one value behind sentences, tables and pictures alike: they change in the same moment.
  const shown = useDeferredValue(contract);
  const rating = JSON.stringify([shown.rating, shown.timezone]);
  const books = useMemo(() => booksOf(recorded), [recorded]);
  const alike = useMemo(() => willDo(books, recorded, shown), [books, recorded, shown]);
  const rerated = alike ? undefined : rated.get(rating);
  const now = useMemo(() => pricedNow(books, recorded), [books, recorded]);
  const answer = useMemo(() => {
    if ('fault' in now) return now;
    return alike || rerated ? priced(books, { now, recorded, contract: shown, rerated }) : null;
  }, [alike, rerated, books, now, recorded, shown]);
  if (answer === null)
    return (
      <Rerating
        key={rating}
        recorded={recorded}
        contract={shown}
        onRated={(rows) => setRated((before) => new Map(before).set(rating, rows))}
      />
    );
  if ('fault' in answer)
    return (
      <p role="alert" className="text-failing text-sm">
        {t('noFigures')} {answer.fault}
      </p>
    );
  return <Results {...answer} plan={shown.plan?.ahtSeconds ?? recorded.inForce?.plan?.ahtSeconds ?? null} />;
}
