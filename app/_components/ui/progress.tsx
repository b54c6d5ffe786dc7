'use client';

import { Progress as Base } from '@base-ui/react/progress';

type Props = {
  label: string;
  /** Between 0 and 1; null where the end is not known. */
  share: number | null;
  /** What is written at the right. */
  text: string;
};

/** How far something long has come. */
export function Progress({ label, share, text }: Props) {
  return (
    <Base.Root
      value={share === null ? null : Math.round(share * 100)}
      getAriaValueText={() => text}
      className="grid grid-cols-[1fr_auto] gap-y-1.5 text-sm"
    >
      <Base.Label className="font-medium">{label}</Base.Label>
      <span className="text-muted">{text}</span>
      <Base.Track className="col-span-2 h-1.5 overflow-hidden rounded-full bg-sunken">
        <Base.Indicator className="rounded-full bg-accent transition-[width] duration-300 data-indeterminate:h-full data-indeterminate:w-full data-indeterminate:animate-pulse data-indeterminate:opacity-60" />
      </Base.Track>
    </Base.Root>
  );
}
