'use client';

import type { Economics, MarginCurve } from '#economics';
import type { Report } from '#reports';
import { Headline } from '../report/headline.tsx';
import { Notes } from '../report/notes.tsx';
import { Panel } from '../ui/panel.tsx';
import { MarginPicture } from './margin-picture.tsx';
import { ResultTable } from './result-table.tsx';
import { useSay } from './use-say.ts';
import { ZonePair } from './zone-pair.tsx';

type Props = {
  report: Report;
  sides: { current: Economics; proposed: Economics };
  curves: { current: MarginCurve | null; proposed: MarginCurve | null };
  /** Planned AHT in seconds; null where there is no plan. */
  plan: number | null;
};

/** Both sets of terms side by side: the answer, the figures, the picture, the lines. */
export function Results({ report, sides, curves: { current, proposed }, plan }: Props) {
  const say = useSay();
  const table = (id: string) => {
    const found = report.sections.find((section) => section.id === id);
    return found?.kind === 'table' ? found : null;
  };
  const [figures, lines, margins] = [table('figures'), table('lines'), table('margins')];
  return (
    <>
      <div aria-live="polite">
        <Headline sentences={report.headline} say={say} />
      </div>
      {figures && (
        <Panel>
          <h2 className="px-4 py-3 font-semibold">{say(figures.title)}</h2>
          <ResultTable table={figures} say={say} />
        </Panel>
      )}
      <ZonePair sides={sides} currency={report.currency} say={say} />
      {proposed && <MarginPicture curves={{ current, proposed }} plan={plan} currency={report.currency} />}
      {lines && (
        <Panel>
          <h2 className="px-4 py-3 font-semibold">{say(lines.title)}</h2>
          <ResultTable table={lines} say={say} />
        </Panel>
      )}
      {margins && (
        <Panel>
          <details>
            <summary className="px-4 py-3 font-medium text-sm hover:bg-sunken/60">{say(margins.title)}</summary>
            <ResultTable table={margins} say={say} />
          </details>
        </Panel>
      )}
      <Notes notes={report.notes} say={say} />
    </>
  );
}
