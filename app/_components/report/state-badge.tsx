import { cellText, type Say, type State } from '#format';
import { cn } from '../ui/class-names.ts';

const tones: Record<State, string> = {
  failing: 'bg-failing-soft text-failing',
  at_risk: 'bg-at-risk-soft text-at-risk',
  healthy: 'bg-healthy-soft text-healthy',
  not_enough_evidence: 'bg-unclear-soft text-unclear',
};

/** A state as a shape and a word; the colour only repeats them. */
export function StateBadge({ state, say }: { state: State; say: Say }) {
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1.5 rounded-full sm:whitespace-nowrap py-0.5 pr-2.5 pl-1.5 font-medium text-xs',
        tones[state],
      )}
    >
      <svg viewBox="0 0 16 16" className="size-3.5 shrink-0" aria-hidden="true">
        {shapes[state]}
      </svg>
      {cellText({ kind: 'state', state }, say)}
    </span>
  );
}

const shapes = {
  failing: <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor" />,
  at_risk: <path d="M8 1.5 15 14H1z" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinejoin="round" />,
  healthy: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  not_enough_evidence: (
    <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.8" strokeDasharray="1.5 2.2" />
  ),
} satisfies Record<State, unknown>;
