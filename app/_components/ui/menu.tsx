'use client';

import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonStyle } from './button.tsx';
import type { Option } from './select.tsx';

type Props = {
  label: string;
  icon: ReactNode;
  options: readonly Option[];
  value: string | undefined;
  onChange: (value: string) => void;
};

/** A small button that offers one choice among a few. */
export function ChoiceMenu({ label, icon, options, value, onChange }: Props) {
  return (
    <Base.Root>
      <Base.Trigger className={buttonStyle({ variant: 'quiet', size: 'icon' })} aria-label={label}>
        {icon}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="end" collisionPadding={12} className="z-30">
          <Base.Popup className="min-w-36 rounded-lg border border-line bg-surface p-1 shadow-popup outline-none">
            <Base.RadioGroup value={value} onValueChange={onChange}>
              {options.map((option) => (
                <Base.RadioItem
                  key={option.value}
                  value={option.value}
                  closeOnClick
                  className="flex cursor-default select-none items-center gap-2 rounded-md py-1.5 pr-3 pl-2 text-sm outline-none data-highlighted:bg-sunken pointer-coarse:py-2.5"
                >
                  <span className="w-4">
                    <Base.RadioItemIndicator>
                      <Check aria-hidden className="size-4" />
                    </Base.RadioItemIndicator>
                  </span>
                  {option.label}
                </Base.RadioItem>
              ))}
            </Base.RadioGroup>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
