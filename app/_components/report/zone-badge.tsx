import { cellText, type Say, type Zone } from '#format';
import { cn } from '../ui/class-names.ts';

const tones: Record<Zone, string> = {
  sound: 'text-healthy',
  underpriced: 'text-at-risk',
  overpriced: 'text-at-risk',
  broken: 'text-failing',
};

/** The position of a price, in a word. */
export function ZoneBadge({ zone, say }: { zone: Zone; say: Say }) {
  return (
    <span className={cn('whitespace-nowrap font-medium text-xs', tones[zone])}>
      {cellText({ kind: 'zone', zone }, say)}
    </span>
  );
}
